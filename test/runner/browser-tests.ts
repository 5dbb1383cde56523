import {relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {startTestRunner, type TestResult, type TestRunner, type TestSuiteResult} from '@web/test-runner';
import {createConfig} from './config.js';
import type {Counts} from './counts.js';
import {chooseEngines} from './engines.js';
import {testFilesIn} from './node-tests.js';
import {writePages} from './pages.js';
import type {Times} from './times.js';

interface Options {
  /** The engines to run in; all that are installed when left out. */
  readonly browsers?: readonly string[] | undefined;
  /** The files to run; all browser tests when left out. */
  readonly files?: readonly string[] | undefined;
  readonly times: Times;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const elsewhere = /^test\/(node|server|e2e|hosts|package|stacks)\//;

/** Runs the tests that need a browser, in it. */
export async function runBrowserTests({browsers, files = testFilesIn('test'), times}: Options): Promise<Counts> {
  const paths = files.map((file) => relative(root, resolve(file)).replaceAll('\\', '/'));
  const pages = writePages(
    root,
    paths.filter((path) => !elsewhere.test(path)),
  );
  const config = createConfig(root, pages, chooseEngines(browsers));
  const runner = await startTestRunner({config, readCliArgs: false, readFileConfig: false, autoExitProcess: false});
  if (!runner) return {passed: 0, failed: 0, broken: 1};
  await stopped(runner);
  return count(runner, times);
}

async function stopped(runner: TestRunner): Promise<void> {
  const stop = () => void runner.stop();
  process.once('SIGINT', stop);
  await new Promise<void>((resolve) => {
    runner.on('stopped', () => resolve());
  });
  process.off('SIGINT', stop);
}

function count(runner: TestRunner, times: Times): Counts {
  const counts = {passed: 0, failed: 0, broken: 0};
  for (const {testResults, passed, browser} of runner.sessions.all()) {
    const files = testResults?.suites ?? [];
    for (const file of files) times.add(`${file.name} in ${browser.name}`, durationOf(file));
    const tests = files.flatMap(testsOf);
    const failures = tests.filter((test) => !test.passed).length;
    counts.passed += tests.length - failures;
    counts.failed += failures;
    if (!passed && failures === 0) counts.broken++;
  }
  return counts;
}

function testsOf({tests, suites}: TestSuiteResult): TestResult[] {
  return [...tests, ...suites.flatMap(testsOf)];
}

const durationOf = (file: TestSuiteResult): number => testsOf(file).reduce((sum, {duration = 0}) => sum + duration, 0);
