import type {BrowserContext, Locator, Page} from 'playwright';

/** A brand's page in which a test says what the platform offers. */
export interface AccessiblePage {
  readonly page: Page;
  /** Reports a fact, as the platform would. */
  say(fact: object): Promise<void>;
  part(name: string): Locator;
  /** The part that has the focus; otherwise the id or the name of the page's element that has it. */
  focused(): Promise<string>;
}

export interface AccessiblePageOptions {
  /** Origin of the script. */
  readonly script: string;
  readonly attributes?: string;
  readonly body?: string;
  readonly direction?: 'ltr' | 'rtl';
}

export const invitation = {type: 'expose', offer: {id: 'offer-1', source: 'stage'}};
export const conversation = {type: 'conversation', offer: {id: 'conversation-1', source: 'stage', conversationId: '1'}};
export const withdrawal = {type: 'withdraw', offerId: invitation.offer.id};

// As text, because the tests' compiler adds calls to functions that a page does not have.
const stage = `
  window.WebEngagement ??= (...call) => new Promise((done) => (WebEngagement.q ||= []).push([done, ...call]));
  window.say = new Promise((resolve) => {
    WebEngagement('set', 'sources', [{name: 'stage', start: (report) => resolve(report)}]);
  });`;

const address = 'https://brand.example/';

/** Opens a page at an address that only this test has. */
export async function openAccessiblePage(
  visitor: BrowserContext,
  {script, attributes = '', body = '', direction = 'ltr'}: AccessiblePageOptions,
): Promise<AccessiblePage> {
  const page = await visitor.newPage();
  const markup = `<!doctype html><html lang="en" dir="${direction}"><head><meta charset="utf-8"><title>Brand</title>
    <meta name="viewport" content="width=device-width"><script>${stage}</script></head><body>${body}
    <script async src="/web-engagement.js" data-locale="en" ${attributes}></script></body></html>`;
  await page.route(`${address}**`, async (route) => {
    const {pathname} = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({contentType: 'text/html', body: markup});
    return route.fulfill({response: await route.fetch({url: script + pathname})});
  });
  await page.goto(address);
  const part = (name: string): Locator => page.locator(`web-engagement [part~="${name}"]`);
  return {
    page,
    part,
    say: (fact) => page.evaluate(`say.then((report) => report(${JSON.stringify(fact)}))`),
    focused: () =>
      page.evaluate(`(() => {
        const {activeElement} = document;
        const inside = activeElement?.shadowRoot?.activeElement;
        return inside?.getAttribute('part') || activeElement?.id || activeElement?.localName || '';
      })()`),
  };
}
