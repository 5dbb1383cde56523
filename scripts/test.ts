import {execFileSync} from 'node:child_process';
import {parseArgs} from 'node:util';
import {runBrowserTests} from '../test/runner/browser-tests.js';
import {type Counts, total} from '../test/runner/counts.js';
import {runE2eTests} from '../test/runner/e2e-tests.js';
import {runNodeTests, testFilesIn} from '../test/runner/node-tests.js';
import {Times} from '../test/runner/times.js';

// npm test                                                            everything, after a build
// npm run test:browser -- --browser chromium --files test/http/retry.test.ts
// npm run test:node -- --files test/node/sandbox/sandbox.test.ts              (also test:e2e, test:package)
// npm test -- --times                                                 also names the files that took longest
// npm test -- --built                                                 tests what was built before

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    browser: {type: 'string', multiple: true},
    files: {type: 'string', multiple: true},
    times: {type: 'boolean'},
    built: {type: 'boolean'},
  },
});

const times = new Times();

const inNode = (folder: string, concurrency: number) => () =>
  runNodeTests(values.files ?? testFilesIn(folder), concurrency, times);

interface Part {
  readonly run: () => Promise<Counts>;
  /** About as long as all of it takes on two cores, in seconds. */
  readonly takes: number;
}

const parts: Readonly<Record<string, Part>> = {
  node: {run: inNode('test/node', 2), takes: 30},
  browser: {run: () => runBrowserTests({browsers: values.browser, files: values.files, times}), takes: 240},
  e2e: {run: () => runE2eTests(values.files ?? testFilesIn('test/e2e'), times), takes: 150},
  // They pack and build in the same folder.
  package: {run: inNode('test/package', 1), takes: 20},
};

/** In seconds, as above. */
const buildTakes = 25;

// Browsers and their drivers are ended by handlers of `exit`, which a signal alone does not call.
process.once('SIGTERM', () => process.exit(143));

const all = positionals.length === 0;
const chosen = (all ? Object.keys(parts) : positionals).map((name): [string, Part] => {
  const part = parts[name];
  if (!part) throw new Error(`There are no "${name}" tests, only: ${Object.keys(parts).join(', ')}.`);
  return [name, part];
});

if (all) {
  const seconds = chosen.reduce((sum, [, {takes}]) => sum + takes, values.built ? 0 : buildTakes);
  console.log(
    `All tests${values.built ? '' : ', after a build'}: about ${Math.ceil(seconds / 60)} minutes on two cores.`,
  );
  if (!values.built) execFileSync('npm', ['run', '--silent', 'build'], {stdio: 'inherit', shell: true});
}

const results: Counts[] = [];
for (const [index, [name, part]] of chosen.entries()) {
  console.log(`\n== ${name} tests (${index + 1} of ${chosen.length})`);
  const start = performance.now();
  results.push(await part.run());
  console.log(`== ${name} tests took ${Math.round((performance.now() - start) / 1000)} s`);
}

if (values.times) console.log(`\nThe files that took longest:\n${times.slowest(25).join('\n')}`);

const {passed, failed, broken} = total(results);
const files = broken > 0 ? `, ${broken} test files could not be run` : '';
console.log(`\n${passed} passed, ${failed} failed${files}`);
process.exit(failed + broken > 0 || passed === 0 ? 1 : 0);
