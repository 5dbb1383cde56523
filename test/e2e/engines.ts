import {after, afterEach, before, beforeEach, describe} from 'node:test';
import {chromium, firefox, type Browser, type BrowserContext} from 'playwright';
import {findBrowser, requireBrowser} from '../../scripts/browsers.mjs';

const launchers = {
  // Playwright turns the back/forward cache off, which visitors have.
  chromium: () =>
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
      },
    }),
};

type Describe = (visitor: () => BrowserContext) => void;

/** Describes the same behaviour in every installed engine; each test gets a browser that has never been anywhere. */
export function inEveryEngine(subject: string, describeBehaviour: Describe): void {
  for (const name of ['chromium', 'firefox'] as const) describeIn(name, subject, describeBehaviour);
}

/** Describes behaviour of the demo's own, for which one engine is enough. */
export function inOneEngine(subject: string, describeBehaviour: Describe): void {
  describeIn('chromium', subject, describeBehaviour);
}

function describeIn(name: keyof typeof launchers, subject: string, describeBehaviour: Describe): void {
  if (!findBrowser(name)) return;
  describe(`${subject}, in ${name}`, () => {
    let browser: Browser;
    let context: BrowserContext;

    before(async () => {
      browser = await launchers[name]();
    });
    beforeEach(async () => {
      context = await browser.newContext();
      context.setDefaultTimeout(10_000);
    });
    afterEach(() => context.close());
    after(() => browser.close());

    describeBehaviour(() => context);
  });
}
