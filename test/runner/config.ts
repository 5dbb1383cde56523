import type {BrowserLauncher, TestRunnerConfig} from '@web/test-runner';
import {bundlePlugin} from './bundle-plugin.js';
import type {TestPage} from './pages.js';
import {cometdPlugin, sandboxPlugin} from './sandbox-plugin.js';

/** Says to Web Test Runner which pages run in which engines, and what they are served. */
export function createConfig(
  rootDir: string,
  pages: readonly TestPage[],
  engines: readonly BrowserLauncher[],
): TestRunnerConfig {
  const sandbox = sandboxPlugin();
  const cometd = cometdPlugin();
  const group = (name: string, everyEngine: boolean) => ({
    name,
    files: pages.filter((page) => page.everyEngine === everyEngine).map(({entry}) => entry),
    // The slowest comes first.
    browsers: everyEngine ? engines.toReversed() : engines.slice(0, 1),
  });
  return {
    rootDir,
    groups: [group('in every engine', true), group('once', false)].filter(({files}) => files.length > 0),
    // One more than two cores, because pages also wait. Each engine runs one page at a time, and Chromium at the end two.
    concurrency: 2,
    concurrentBrowsers: 3,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 600_000,
    staticLogging: true,
    filterBrowserLogs: ({args}) => !expectedLogs.test(String(args[0])),
    testFramework: {config: {ui: 'bdd', timeout: 10_000}},
    plugins: [bundlePlugin(), sandbox, cometd],
    testRunnerHtml: (framework) => pageHtml(framework, {sandbox: sandbox.origin(), cometd: cometd.origin()}),
  };
}

/** What Lit says of its development build, and what the component says to developers, which tests expect of it. */
const expectedLogs = /^Lit is in dev mode|^<web-engagement>: /;

const pageHtml = (framework: string, origins: {readonly sandbox: string; readonly cometd: string}): string =>
  `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="sandbox-origin" content="${origins.sandbox}" />
    <meta name="cometd-origin" content="${origins.cometd}" />
    <title>Tests</title>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`;
