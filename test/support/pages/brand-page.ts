import {createAccount, type Account} from '../servers/account.js';
import {sandboxOrigin} from '../servers/sandbox.js';
import {waitUntil} from '../wait-until.js';
import {standForTab} from './own-tab.js';

/** A brand's page with the built script tag, which comes from another origin than the page. */
export interface BrandPage {
  readonly window: Window & typeof globalThis & {WebEngagement?: (...command: unknown[]) => Promise<unknown>};
  readonly document: Document;
  /** The widget's tag, once it is on the page. */
  tag(): Promise<HTMLElement>;
  /** Waits until the state is one of these. */
  reaches(...states: readonly string[]): Promise<string>;
  /** Waits for a part of the widget. */
  part(name: string): Promise<HTMLElement>;
  /** Names of the engagement events that reached the document so far. */
  readonly events: readonly string[];
  /** Errors, rejections, policy violations and console lines so far. */
  readonly reports: readonly string[];
  close(): void;
}

export interface BrandPageOptions {
  /** Attributes of the script tag; those of the account stand there unless they are replaced. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Markup before the script tag. */
  readonly before?: string;
  /** Markup after the script tag. */
  readonly after?: string;
  /** Content security policy, with `NONCE` where the nonce goes. */
  readonly policy?: string;
  /** Path of the script at the other origin. */
  readonly path?: string;
}

const eventNames = [
  'show',
  'shown',
  'hidden',
  'accept',
  'resume',
  'dismiss',
  'statechange',
  'retry',
  'notification',
  'error',
];

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const toAttributes = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}="${escape(value)}"`)
    .join(' ');

/** Attributes that connect a script tag to an account of the sandbox. */
export const accountAttributes = (account: Account): Readonly<Record<string, string>> => ({
  'data-account-id': account.accountId,
  'data-app-installation-id': account.appInstallationId,
  'data-api-host': account.apiHost,
  'data-open-in': 'event',
});

/** Opens a page in a frame of the test's own origin, so that all pages of a test share one storage, as tabs do. */
export function openBrandPage(account: Account, options: BrandPageOptions = {}): BrandPage {
  const {
    attributes = accountAttributes(account),
    before = '',
    after = '',
    policy,
    path = '/web-engagement.js',
  } = options;
  const events: string[] = [];
  const reports: string[] = [];
  const frame = document.createElement('iframe');
  Object.assign(frame.style, {width: '600px', height: '500px'});
  const meta = policy
    ? `<meta http-equiv="Content-Security-Policy" content="${escape(policy.replaceAll('NONCE', "'nonce-n'"))}">`
    : '';
  frame.srcdoc = `<!doctype html><html lang="en"><head><title>Brand</title>${meta}
    <script nonce="n">parent.listenTo(window)</script></head><body><main><h1>Brand</h1></main>${before}
    <script nonce="n" async src="${sandboxOrigin}${path}" ${toAttributes(attributes)}></script>${after}</body></html>`;
  const listen = (page: Window & typeof globalThis): void => {
    standForTab(page);
    for (const name of eventNames) page.document.addEventListener(`engagement-${name}`, () => events.push(name));
    page.document.addEventListener('securitypolicyviolation', ({violatedDirective}) => reports.push(violatedDirective));
    page.addEventListener('error', ({message}) => reports.push(message));
    page.addEventListener('unhandledrejection', ({reason}) => reports.push(String(reason)));
    for (const level of ['info', 'warn', 'error'] as const) {
      page.console[level] = (...line: unknown[]) => reports.push(`${level}: ${line.join(' ')}`);
    }
  };
  // Frames start one after the other, each as its own first script runs.
  const listeners = ((globalThis as {frameListeners?: Map<Window, typeof listen>}).frameListeners ??= new Map());
  (globalThis as {listenTo?: typeof listen}).listenTo ??= (page) => listeners.get(page)?.(page);
  document.body.append(frame);
  const page = frame.contentWindow as BrandPage['window'];
  listeners.set(page, listen);
  const findTag = (): HTMLElement | null => page.document.querySelector('web-engagement');
  const state = async (): Promise<string> => String(await page.WebEngagement?.('get', 'state'));
  return {
    window: page,
    get document() {
      return page.document;
    },
    tag: async () => {
      await waitUntil(findTag, 'the tag is on the page');
      return findTag() as HTMLElement;
    },
    reaches: async (...states) => {
      await waitUntil(async () => states.includes(await state()), `reaches ${states.join(' or ')}`);
      return state();
    },
    part: async (name) => {
      const find = (): HTMLElement | null | undefined => findTag()?.shadowRoot?.querySelector(`[part~=${name}]`);
      await waitUntil(() => find()?.checkVisibility(), `shows ${name}`);
      return find() as HTMLElement;
    },
    events,
    reports,
    close: () => frame.remove(),
  };
}

/** The files of the script tag that a page has loaded, by what comes after `web-engagement`. */
export function filesOf(page: BrandPage): string[] {
  const paths = page.window.performance.getEntriesByType('resource').map(({name}) => new URL(name).pathname);
  return paths.flatMap((path) => /^\/web-engagement-?(.*?)(?:-\d[\d.]*)?\.js$/.exec(path)?.[1] ?? []);
}

/**
 * Closes after each test the pages that it has opened.
 *
 * @param begin called with the account of each test, which no other test knows
 * @returns what opens a page
 */
export function useBrandPages(begin: (account: Account) => void): (options?: BrandPageOptions) => BrandPage {
  let account: Account;
  let pages: BrandPage[];

  beforeEach(() => {
    account = createAccount();
    pages = [];
    begin(account);
  });

  afterEach(() => {
    for (const page of pages) page.close();
  });

  return (options) => {
    const page = openBrandPage(account, options);
    pages.push(page);
    return page;
  };
}
