import {fileURLToPath} from 'node:url';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {engineNames, findBrowser, findMiniBrowser, requireBrowser} from './scripts/browsers.mjs';
import {bundlePlugin} from './test/support/bundle-plugin.ts';
import {cometdPlugin, sandboxPlugin} from './test/support/sandbox-plugin.ts';
import {webkitLauncher} from './test/support/webkit-launcher.ts';

// Loaded by scripts/browser-tests.ts, which runs under tsx: the .ts imports above need it.

const launchers = {
  chromium: () =>
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {executablePath: requireBrowser('chromium'), args: ['--no-sandbox']},
    }),
  firefox: () =>
    playwrightLauncher({
      product: 'firefox',
      launchOptions: {channel: 'moz-firefox', executablePath: requireBrowser('firefox')},
    }),
  webkit: () => webkitLauncher({driver: requireBrowser('webkit'), miniBrowser: findMiniBrowser() ?? ''}),
};

const installed = () => engineNames.filter((engine) => findBrowser(engine));
const chosen = process.env.TEST_BROWSERS?.split(',') ?? installed();
const sandbox = sandboxPlugin();
const cometd = cometdPlugin();

export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  files: ['test/**/*.test.ts', '!test/node/**', '!test/e2e/**', '!test/package/**'],
  browsers: chosen.map((name) => {
    const launcher = launchers[name];
    if (!launcher) throw new Error(`No such engine: ${name}. There are ${engineNames.join(', ')}.`);
    return launcher();
  }),
  // One page at a time in each engine: pages that share a machine's two cores would make timing tests lie.
  concurrency: 1,
  concurrentBrowsers: 3,
  testsFinishTimeout: 60_000,
  staticLogging: true,
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: {config: {ui: 'bdd', timeout: 10_000}},
  plugins: [bundlePlugin(), sandbox, cometd],
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="sandbox-origin" content="${sandbox.origin()}" />
    <meta name="cometd-origin" content="${cometd.origin()}" />
    <title>Tests</title>
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
};
