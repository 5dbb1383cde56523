import {execFileSync} from 'node:child_process';
import {parseArgs} from 'node:util';
import {runBrowserTests} from './browser-tests.js';
import {type Counts, total} from './counts.js';
import {runNodeTests, testFilesIn} from './node-tests.js';

// npm test                                                            everything, after a build
// npm run test:browser -- --browser chromium --files test/http/retry.test.ts
// npm run test:node -- --files test/node/layers.test.ts               (also test:e2e, test:package)

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    browser: {type: 'string', multiple: true},
    files: {type: 'string', multiple: true},
  },
});

const inNode = (folder: string, concurrency: number) => () =>
  runNodeTests(values.files ?? testFilesIn(folder), concurrency);

const parts: Readonly<Record<string, () => Promise<Counts>>> = {
  node: inNode('test/node', 2),
  browser: () => runBrowserTests({browsers: values.browser, files: values.files}),
  e2e: inNode('test/e2e', 2),
  // They pack and build in the same folder.
  package: inNode('test/package', 1),
};

// Browsers and their drivers are ended by handlers of `exit`, which a signal alone does not call.
process.once('SIGTERM', () => process.exit(143));

if (positionals.length === 0) execFileSync('npm', ['run', '--silent', 'build'], {stdio: 'inherit', shell: true});

const names = positionals.length > 0 ? positionals : Object.keys(parts);
const results: Counts[] = [];
for (const name of names) {
  const part = parts[name];
  if (!part) throw new Error(`There are no "${name}" tests, only: ${Object.keys(parts).join(', ')}.`);
  console.log(`\n== ${name} tests`);
  results.push(await part());
}

const {passed, failed, broken} = total(results);
const files = broken > 0 ? `, ${broken} test files could not be run` : '';
console.log(`\n${passed} passed, ${failed} failed${files}`);
process.exit(failed + broken > 0 || passed === 0 ? 1 : 0);
