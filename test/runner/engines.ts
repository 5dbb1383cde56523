import type {BrowserLauncher} from '@web/test-runner';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {
  engineNames,
  findBrowser,
  findMiniBrowser,
  requireBrowser,
  requireHeadlessChromium,
} from '../../scripts/browsers.mjs';
import {webkitLauncher} from './webkit-launcher.js';

const launchers: Readonly<Record<string, () => BrowserLauncher>> = {
  chromium: () =>
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {executablePath: requireHeadlessChromium(), args: ['--no-sandbox']},
    }),
  firefox: () =>
    playwrightLauncher({
      product: 'firefox',
      concurrency: 1,
      launchOptions: {channel: 'moz-firefox', executablePath: requireBrowser('firefox')},
    }),
  webkit: () => webkitLauncher({driver: requireBrowser('webkit'), miniBrowser: findMiniBrowser() ?? ''}),
};

/**
 * The engines to run browser tests in, all that are installed unless some are named.
 *
 * @throws Error when there is no engine of a name, or it is not installed.
 */
export function chooseEngines(names: readonly string[] = engineNames.filter((name) => findBrowser(name))) {
  return names.map((name) => {
    const launcher = launchers[name];
    if (!launcher) throw new Error(`No such engine: ${name}. There are ${engineNames.join(', ')}.`);
    return launcher();
  });
}
