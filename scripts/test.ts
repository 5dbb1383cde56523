import {execFileSync} from 'node:child_process';
import {parseArgs} from 'node:util';
import {runBrowserTests} from '../test/runner/browser-tests.js';
import {type Counts, total} from '../test/runner/counts.js';
import {runE2eTests} from '../test/runner/e2e-tests.js';
import {runNodeTests, testFilesIn} from '../test/runner/node-tests.js';
import {Times} from '../test/runner/times.js';

// npm test                                                            everything, after a build
// npm run test:quick                                                  what needs no build, in Node and Chromium
// npm run test:browser -- --browser chromium --files test/http/retry.test.ts
// npm run test:node -- --files test/node/sandbox/sandbox.test.ts      (also test:e2e, test:hosts, test:package, test:stacks)
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

const inNode = (folders: readonly string[], concurrency: number) => () =>
  runNodeTests(values.files ?? folders.flatMap(testFilesIn), concurrency, times);

const inTabs = (folders: readonly string[]) => () => runE2eTests(values.files ?? folders.flatMap(testFilesIn), times);

const nodeFolders = ['test/node', 'test/server'];

interface Part {
  readonly run: () => Promise<Counts>;
  /** About as long as all of it takes on two cores, in seconds. */
  readonly takes: number;
}

const browser: Part = {
  run: () => runBrowserTests({browsers: values.browser, files: values.files, times}),
  takes: 430,
};

const parts: Readonly<Record<string, Part>> = {
  node: {run: inNode(nodeFolders, 2), takes: 140},
  browser,
  e2e: {run: inTabs(['test/e2e']), takes: 600},
  hosts: {run: inTabs(['test/hosts']), takes: 500},
  package: {run: inNode(['test/package'], 3), takes: 170},
};

/** The same with no core idle at the end of a part. What takes longest comes first. */
const allParts: Readonly<Record<string, Part>> = {
  'node and package': {run: inNode(['test/package', ...nodeFolders], 3), takes: 220},
  browser,
  'e2e and hosts': {run: inTabs(['test/hosts', 'test/e2e']), takes: 1_050},
};

/** They install what their apps need from the registry, so that `npm test` and `npm run verify` go without them. */
const stacks: Part = {run: inNode(['test/stacks'], 1), takes: 180};

const withoutBuild = testFilesIn('test').filter((file) => !/[\\/]test[\\/]script[\\/]/.test(file));
const quickParts: Readonly<Record<string, Part>> = {
  node: {run: inNode(nodeFolders, 2), takes: 160},
  browser: {run: () => runBrowserTests({browsers: ['chromium'], files: withoutBuild, times}), takes: 150},
};

/** In seconds, as above. */
const buildTakes = 40;

// Browsers and their drivers are ended by handlers of `exit`, which a signal alone does not call.
process.once('SIGTERM', () => process.exit(143));

const isQuick = positionals[0] === 'quick';
const isAll = positionals.length === 0;
const chosen = Object.entries(isQuick ? quickParts : isAll ? allParts : pick(positionals));

function pick(names: readonly string[]): Record<string, Part> {
  const picked = names.map((name): [string, Part] => {
    const part = name === 'stacks' ? stacks : parts[name];
    if (!part) throw new Error(`There are no "${name}" tests, only: quick, stacks, ${Object.keys(parts).join(', ')}.`);
    return [name, part];
  });
  return Object.fromEntries(picked);
}

const needsBuild = isAll && !values.built;
if (!values.files) {
  const seconds = chosen.reduce((sum, [, {takes}]) => sum + takes, needsBuild ? buildTakes : 0);
  const duration = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  console.log(`${isAll ? 'All' : chosen.map(([name]) => name).join(' and ')} tests: about ${duration} on two cores.`);
}
if (needsBuild) execFileSync('npm', ['run', '--silent', 'build'], {stdio: 'inherit', shell: true});

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
