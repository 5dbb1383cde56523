import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {Stryker} from '@stryker-mutator/core';
import {testFilesIn} from '../../test/runner/node-tests.js';
import {modules, resultsOf, type MutatedModule} from './modules.js';
import {writeReport} from './report.js';
import {placesOfSurvivors, readResults, writeMerged} from './results.js';

// npm run mutation                          every module, which takes hours
// npm run mutation -- tabs visit            these modules
// npm run mutation -- visit --survivors     only the changes that no test noticed the last time

const {values, positionals: names} = parseArgs({allowPositionals: true, options: {survivors: {type: 'boolean'}}});

for (const module of modules.filter(({name}) => names.length === 0 || names.includes(name))) {
  const path = resultsOf(module.name);
  const before = values.survivors ? readResults(path) : undefined;
  await mutate(module, path, before ? placesOfSurvivors(before) : module.files);
  const after = readResults(path);
  if (before && after) writeMerged(path, before, after);
}
writeReport();

async function mutate({tests}: MutatedModule, path: string, places: readonly string[]): Promise<void> {
  const stryker = new Stryker({
    mutate: [...places],
    testRunner: 'page',
    plugins: [fileURLToPath(new URL('page-test-runner.ts', import.meta.url))],
    testRunnerNodeArgs: ['--import', 'tsx'],
    // Not `testFiles`, which Stryker takes for names of tests.
    page: {files: tests.flatMap(filesOf)},
    coverageAnalysis: 'perTest',
    concurrency: 1,
    reporters: ['progress-append-only', 'json'],
    jsonReporter: {fileName: path},
    tempDirName: 'coverage/stryker',
    ignorePatterns: ['dist', 'docs', 'coverage', 'examples'],
    timeoutMS: 10_000,
    warnings: {unknownOptions: false, preprocessorErrors: true, unserializableOptions: true, slow: false},
  });
  await stryker.runMutationTest();
}

/** The test files at a path, which is one itself or a folder. */
function filesOf(path: string): readonly string[] {
  const files = path.endsWith('.ts') ? [path] : testFilesIn(path).map((file) => relative('.', file));
  return files.map((file) => file.replaceAll('\\', '/'));
}
