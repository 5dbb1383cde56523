import type {Diagnosis} from '../tag/diagnosis/diagnosis.js';
import {attributeOf} from '../tag/settings/attribute-name.js';
import {mark} from './page-place.js';

/** A tag of the page's own, and no copy of the script's that was saved with the page. */
const ownTag = `web-engagement:not([${mark}])`;

/** Settings by the names of properties, or of attributes. */
export type PageSettings = Readonly<Record<string, unknown>>;

/** A page on which the widget may have begun. */
export interface ArrivingPage {
  /** The tag itself. */
  readonly element: HTMLElement | undefined;
  readonly tag: {readonly isGone: boolean; setting(name: string): string | undefined} | undefined;
  begin(attributes: PageSettings): Promise<void>;
  /** Begins with a tag that the page has. */
  start(tag: HTMLElement, attributes: PageSettings): void;
  call(...command: readonly unknown[]): Promise<unknown>;
}

/** How long a page may take to say what the widget is about before its author is told, in ms. */
const patience = 3_000;

/** As of the script's own files; passed on, so that this file imports none of them. */
type Warn = (message: string) => void;

const scriptsToldOf = new WeakSet<ArrivingPage>();

/**
 * Begins with settings that the page has not written as attributes. They are ignored when the page has its widget already.
 *
 * @param script the tag of the script that came first
 */
export async function init(
  page: ArrivingPage,
  settings: PageSettings,
  warn: Warn,
  script: Element | undefined,
): Promise<void> {
  if (page.tag && !page.tag.isGone) {
    // A script in a body that was replaced has a successor in the next one.
    if (script?.isConnected) tellOfSecond(page, settings, warn);
    return;
  }
  const begun = page.begin(toAttributes(settings));
  for (const entry of Object.entries(settings)) if (!isWritten(entry)) void page.call('set', ...entry);
  await begun;
}

function tellOfSecond(page: ArrivingPage, settings: PageSettings, warn: Warn): void {
  if (scriptsToldOf.has(page)) return;
  scriptsToldOf.add(page);
  const account = settings['accountId'] ?? settings['account-id'];
  const isSame = account === page.tag?.setting('account-id');
  const whose = isSame ? 'the same account' : account === undefined ? 'no account' : 'another account';
  warn(`The widget is here already, so the second one, of ${whose}, does nothing; WebEngagement('remove') makes room`);
}

function toAttributes(settings: PageSettings): PageSettings {
  const written = Object.entries(settings).filter((entry) => isWritten(entry) && entry[1] !== false);
  return Object.fromEntries(written.map(([name, value]) => [attributeOf(name), value === true ? '' : value]));
}

/** Whether there is an attribute for it. The consumer's id is the one text for which there is none. */
const isWritten = ([name, value]: readonly [string, unknown]): boolean =>
  name !== 'consumerId' && /string|number|boolean/.test(typeof value);

/** A tag of the script that has settings, and is not held back for consent. */
const scriptWithSettings =
  'script:not([type])[src*="/web-engagement.js"]:is([data-account-id], [data-notifications-url])';

/** The settings of a script that was run apart from its tag, as jQuery does with what it inserts, or in a shadow tree. */
function findSettings(): PageSettings | undefined {
  const script = findDeep(scriptWithSettings);
  const harmless = Object.entries(script?.dataset ?? {}).filter(([name]) => !/^on[a-z]|^style$/.test(name));
  return script ? toAttributes(Object.fromEntries(harmless)) : undefined;
}

/** The first element that fits, also in open shadow trees. */
function findDeep(selector: string, root: ParentNode = document): HTMLElement | undefined {
  const found = root.querySelector<HTMLElement>(selector);
  if (found) return found;
  for (const {shadowRoot} of root.querySelectorAll('*')) {
    const inner = shadowRoot && findDeep(selector, shadowRoot);
    if (inner) return inner;
  }
  return undefined;
}

/** Begins as soon as the page has a tag of its own. */
export function waitForTag(page: ArrivingPage, attributes: PageSettings, warn: Warn): void {
  const settings = findSettings();
  if (settings) return void page.begin(settings);
  const look = (): void => {
    if (page.tag) return observer.disconnect();
    if (document.querySelector(ownTag)) void page.begin(attributes);
  };
  const observer = new MutationObserver(look);
  observer.observe(document, {childList: true, subtree: true});
  // From outside, nobody hears that there is something new in a shadow tree.
  const lookDeep = (): void => {
    const tag = page.tag ? undefined : findDeep(ownTag);
    if (tag) page.start(tag, attributes);
  };
  // It may have come while this file was loaded.
  look();
  lookDeep();
  addEventListener('load', lookDeep, {once: true});
  setTimeout(() => {
    lookDeep();
    const ways = `write data-account-id="…" and data-app-installation-id="…" on the script, or call WebEngagement('init', {accountId: "…", appInstallationId: "…"})`;
    if (!page.tag) warn(`Expected settings, got none; ${ways}`);
  }, patience);
}

/** Tells what the widget does and why, also where it has not begun. */
export async function diagnose(page: ArrivingPage): Promise<Diagnosis> {
  const {diagnosePage} = await import('../tag/diagnosis/diagnosis-file.js');
  return diagnosePage(page);
}
