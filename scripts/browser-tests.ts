import {startTestRunner, type TestResult, type TestRunner, type TestSuiteResult} from '@web/test-runner';
import type {Counts} from './counts.js';

interface Options {
  /** The engines to run in; all that are installed when left out. */
  readonly browsers?: readonly string[] | undefined;
  /** The files to run; all browser tests when left out. */
  readonly files?: readonly string[] | undefined;
}

/** Runs the browser tests as web-test-runner.config.mjs describes them. */
export async function runBrowserTests({browsers, files}: Options): Promise<Counts> {
  if (browsers) process.env['TEST_BROWSERS'] = browsers.join(',');
  const argv = (files ?? []).flatMap((file) => ['--files', file]);
  const runner = await startTestRunner({argv, autoExitProcess: false});
  if (!runner) return {passed: 0, failed: 0, broken: 1};
  await stopped(runner);
  return count(runner);
}

async function stopped(runner: TestRunner): Promise<void> {
  const stop = () => void runner.stop();
  process.once('SIGINT', stop);
  await new Promise<void>((resolve) => {
    runner.on('stopped', () => resolve());
  });
  process.off('SIGINT', stop);
}

function count(runner: TestRunner): Counts {
  const counts = {passed: 0, failed: 0, broken: 0};
  for (const {testResults, passed} of runner.sessions.all()) {
    const tests = testResults ? testsOf(testResults) : [];
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
