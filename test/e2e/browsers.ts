import {chromium, firefox, type Browser} from 'playwright';
import {findBrowser, requireBrowser, requireHeadlessChromium} from '../../scripts/browsers.mjs';

const launchers = {
  chromium: () => chromium.launch({executablePath: requireHeadlessChromium(), args: ['--no-sandbox']}),
  // Playwright turns the back/forward cache off, which visitors have.
  windowedChromium: () =>
    chromium.launch({
      executablePath: requireBrowser('chromium'),
      args: ['--no-sandbox'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    }),
  firefox: () =>
    firefox.launch({
      channel: 'moz-firefox',
      executablePath: requireBrowser('firefox'),
      firefoxUserPrefs: {
        // Cookies of other sites are refused, as visitors' browsers do more and more.
        'network.cookie.cookieBehavior': 1,
        // It wants less motion from the start, because it does not let itself be told so later.
        'ui.prefersReducedMotion': 1,
        // A mouse, which it does not find by itself where there is no screen: fine, and able to hover.
        'ui.primaryPointerCapabilities': 6,
      },
    }),
};

export type Launcher = keyof typeof launchers;

/** The engines that these tests drive, as far as they are installed. */
export const engines = (['chromium', 'firefox'] as const).filter((name) => findBrowser(name));

const browsers = new Map<Launcher, Promise<Browser>>();

/** A browser, one for all tests of the process: to start one takes longer than most tests. */
export function browserOf(name: Launcher): Promise<Browser> {
  const browser = browsers.get(name) ?? launchers[name]();
  browsers.set(name, browser);
  return browser;
}

export async function closeBrowsers(): Promise<void> {
  await Promise.all([...browsers.values()].map(async (browser) => (await browser).close()));
}
