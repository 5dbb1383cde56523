import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import type {OutgoingHttpHeaders} from 'node:http';
import type {BrowserContext, Disposable, Frame, Page} from 'playwright';
import {attributeOf} from '../../../src/tag/settings/attribute-name.js';
import {exposeAnswer, unavailableAnswer} from '../../fixtures/liveperson/seed-004.js';
import {until} from '../../e2e/until.js';
import type {HostServer, PlatformRequest} from './host-server.js';

/** A page of a brand that nobody has written for the widget. */
export interface HostPage {
  readonly head?: string;
  /** What stands after the page's own heading and button. */
  readonly body?: string;
  /** The whole markup, in place of both. */
  readonly html?: string;
  readonly headers?: OutgoingHttpHeaders;
}

/** What a page complains about reaches the test as an error in the console. */
const complaints = `addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sample}) =>
  console.error('policy', effectiveDirective, blockedURI, sample));
addEventListener('unhandledrejection', ({reason}) => console.error('unhandled rejection', String(reason)));`;

/** Takes away every widget of the page, and calls what has none any more. A call may wait for a widget that never comes. */
const removal = `(async () => {
  const call = async (command) => {
    // A page may have a constant of that name.
    if (globalThis.WebEngagement?.version) await globalThis.WebEngagement(command).catch(() => undefined);
  };
  const wait = () => fetch('/round-trip');
  const give = (command) => Promise.race([call(command), wait()]);
  // A frame has a widget of its own, which would come in the place of the page's.
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
  const find = (root) => [...root.querySelectorAll('*')].flatMap((it) => [it, ...(it.shadowRoot ? find(it.shadowRoot) : [])]);
  for (const it of find(document)) if (it.localName === 'web-engagement') it.remove();
  for (const command of ['remove', 'refresh', 'show']) await give(command);
  await wait();
})()`;

/**
 * Whether a click on the page's own button would reach it; undefined without one. A page may have elements by the names of
 * the document's methods.
 */
const hitOfOwn = `(() => {
  const own = Document.prototype.querySelector.call(document, '#own');
  own?.scrollIntoView({behavior: 'instant', block: 'nearest'});
  const {x, y, width, height} = own?.getBoundingClientRect() ?? {};
  return own ? own.contains(Document.prototype.elementFromPoint.call(document, x + width / 2, y + height / 2)) : undefined;
})()`;

/** Takes as long as a request that has to wait for its turn among the tabs. */
const lockedRoundTrip = `(async () => {
  try {
    await navigator.locks.request('round trip', async () => void (await fetch('/round-trip')));
  } catch {
    // Some pages have no locks.
  }
})()`;

/** The page opens the conversation itself. */
const opening = `addEventListener('engagement-accept', (event) => event.preventDefault());`;

/** Marks the body that a browser has written a page's own controls into. */
export const ownControls = '<main><h1>Host</h1><button id="own">Own</button></main>';

/** A visitor on one host page, with an account that no other test knows. */
export class Host {
  readonly account = `host-${randomUUID()}`;
  readonly page: Page;
  readonly server: HostServer;
  /** What the console says, one line each. */
  readonly lines: string[] = [];
  /** What the page complains about: errors, reports and rejections, one line each. */
  readonly problems: string[] = [];
  readonly #allowed: RegExp[] = [];
  readonly #scripts: Disposable[] = [];

  constructor(page: Page, server: HostServer) {
    this.page = page;
    this.server = server;
    this.offer();
    page.on('console', (message) => {
      const line = message.text();
      this.lines.push(line);
      if (message.type() === 'error') this.problems.push(line);
    });
    page.on('pageerror', (error) => this.problems.push(`uncaught: ${String(error)}`));
  }

  /** Opens a window whose pages complain aloud. */
  static async openPage(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.addInitScript(complaints + opening);
    return page;
  }

  /** Lets the platform answer seed 004's example of an invitation. */
  offer(): void {
    this.server.answer(this.account, exposeAnswer);
  }

  offerNothing(): void {
    this.answerNothing(this.account);
  }

  /** The same for an account of a second widget. */
  answerLikeOffer(account: string): void {
    this.server.answer(account, exposeAnswer);
  }

  answerNothing(account: string): void {
    this.server.answer(account, unavailableAnswer);
  }

  /** The settings that every page needs, by the names of the element's properties. */
  get properties(): Readonly<Record<string, string>> {
    const {platform} = this.server;
    return {accountId: this.account, appInstallationId: 'app', apiHost: platform, locale: 'en', openIn: 'event'};
  }

  /** The same by the names of attributes. */
  get attributes(): Readonly<Record<string, string>> {
    const entries = Object.entries(this.properties);
    return Object.fromEntries(entries.map(([name, value]) => [attributeOf(name), value]));
  }

  /** The same as attributes of the script or of the tag. */
  settings(prefix = '', account = this.account): string {
    const entries = Object.entries({...this.attributes, 'account-id': account});
    return entries.map(([name, value]) => `${prefix}${name}="${value}"`).join(' ');
  }

  /** The engine that the page is in. */
  get engine(): string | undefined {
    return this.page.context().browser()?.browserType().name();
  }

  /** Address of a classic script that is the npm package, bundled. */
  npm(): Promise<string> {
    return this.server.bundle('/npm.js', `import 'web-engagement'`);
  }

  get src(): string {
    return `${this.server.platform}/dist/web-engagement.js`;
  }

  /** The script as the README writes it. */
  script(attributes = this.settings('data-')): string {
    return `<script async src="${this.src}" ${attributes}></script>`;
  }

  async open(options: HostPage = {}): Promise<void> {
    await this.page.goto(this.address(options));
  }

  /** Serves a page of the brand, and returns its address. */
  address({head = '', body = '', headers, html}: HostPage, path = `/page/${randomUUID()}`): string {
    const whole =
      html ??
      `<!doctype html><html lang="en"><head><title>Host</title><meta charset="utf-8">${head}</head><body>${ownControls}${body}</body></html>`;
    return this.server.serve(path, {type: 'text/html', body: whole, ...(headers && {headers})});
  }

  /** Does not count a line in the console that a test asks for, such as the browser's about a failed request. */
  allow(line: RegExp): void {
    this.#allowed.push(line);
  }

  sent(method: 'engagement' | 'report', account = this.account): readonly PlatformRequest[] {
    return this.server.requests.filter((request) => request.account === account && request.method === method);
  }

  /** The lines that the widget has written. */
  get said(): readonly string[] {
    return this.lines.filter((line) => line.startsWith('<web-engagement>'));
  }

  /** Runs code in each document and frame from now on, before all other. */
  async runFirst(code: string): Promise<void> {
    this.#scripts.push(await this.page.addInitScript(code));
  }

  /** Leaves the window as the next host finds it. */
  async leave(): Promise<void> {
    if (!this.page.isClosed()) await Promise.all(this.#scripts.map((script) => script.dispose()));
  }

  run<Value = unknown>(code: string): Promise<Value> {
    return this.page.evaluate<Value>(code);
  }

  async isTrue(what: string, code: string): Promise<void> {
    await until(what, async () => !!(await this.run(code)));
  }

  /** Waits for the card, which must be the only one. */
  async showsCard(): Promise<void> {
    await until('a card is there', async () => (await this.cards()) > 0);
    assert.equal(await this.cards(), 1, 'cards on the page');
  }

  async settles(state: string): Promise<void> {
    await until(`the state is ${state}`, async () => (await this.state()) === state);
  }

  state(): Promise<unknown> {
    return this.run(`typeof WebEngagement === 'function' && WebEngagement.version && WebEngagement('get', 'state')`);
  }

  /** How many cards can be seen, in all frames. */
  async cards(): Promise<number> {
    const counts = await Promise.all(this.page.frames().map(countCards));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** What must hold on every page after whatever happened. */
  async check(): Promise<void> {
    if (this.page.isClosed()) return;
    assert.ok((await this.cards()) <= 1, 'more than one card');
    // A dialog of the page may take a moment to fade out.
    await until('the page’s own button is not covered', async () => (await this.run(hitOfOwn)) !== false);
    await this.#leavesNothing();
    const problems = this.problems.filter((line) => !this.#allowed.some((allowed) => allowed.test(line)));
    assert.deepEqual(problems, [], 'problems on the page');
  }

  async #leavesNothing(): Promise<void> {
    await this.run(removal);
    const before = this.server.requests.filter(({account}) => account === this.account).length;
    await this.run(`dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))`);
    await this.run(lockedRoundTrip);
    const after = this.server.requests.filter(({account}) => account === this.account).length;
    assert.equal(after, before, 'requests after the removal');
    assert.equal(await this.cards(), 0, 'cards after the removal');
  }
}

async function countCards(frame: Frame): Promise<number> {
  try {
    return await frame.evaluate<number>(`(() => {
      const find = (root) => [...root.querySelectorAll('*')].flatMap((element) =>
        [...(element.localName === 'web-engagement' ? [element] : []), ...(element.shadowRoot ? find(element.shadowRoot) : [])]);
      return find(document).filter((tag) => {
        const card = tag.shadowRoot?.querySelector('[part~=card]');
        return card && card.getClientRects().length > 0 && getComputedStyle(card).visibility === 'visible';
      }).length;
    })()`);
  } catch {
    return 0;
  }
}
