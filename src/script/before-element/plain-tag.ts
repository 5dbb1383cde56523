import {allowsSession, consentProblem} from '../../tag/consent.js';
import {warn} from '../../tag/console.js';
import type {AskSettings} from '../../tag/first/first-ask.js';

/** Attributes for which there is more to do than to ask. */
const furtherWork = ['notifications-url', 'notifications-transport', 'visit-id', 'handoff-url', 'show-on-url', 'debug'];

/**
 * Attributes with which a card looks and begins as it does without them, those of tag managers and consent tools too. What
 * opens a window has to be there before the click.
 */
const harmless = new RegExp(
  '^((data-script|hidden|base|expect-offer|conversation-url|allowed-hosts|locale|consent|' +
    '(account|app-installation)-id|api-(host|version)|(cf|cmp|cookie|gtm|ot|rocket|turbo|uc)[a-z-]*)=|' +
    'open-in=(event|panel)$|placement=(start|end)$|avoid=(fixed|none)$|heading-level=[0-6]$|' +
    '(max-invitations|auto-collapse|retry-spread)=\\d+$)',
);

/** The attribute of a tag, if it says something. */
export const settingOf = (tag: HTMLElement, name: string): string | undefined =>
  tag.getAttribute(name)?.trim() || undefined;

/** Whether the visitor's consent, as the page has stated it on a tag, lets anything be asked. */
export function isAllowed(tag: HTMLElement): boolean {
  // Only the tag's own property counts, because a page may have added to `Object.prototype`.
  const own: unknown = Object.getOwnPropertyDescriptor(tag, 'consent')?.value;
  return allowsSession(own ?? settingOf(tag, 'consent'));
}

/** Takes a word about consent that there is not for one that asks for it, and tells the page's author. */
export function requireKnownConsent(tag: HTMLElement): void {
  const problem = consentProblem(settingOf(tag, 'consent'));
  if (!problem) return;
  warn(problem);
  // The element need not tell it again.
  Reflect.set(tag, 'consent', 'required');
}

/** The account of a tag for which there is nothing to do but to ask about a visitor of whom the page says nothing. */
export function accountOf(tag: HTMLElement): AskSettings | undefined {
  const [accountId, appInstallationId] = [settingOf(tag, 'account-id'), settingOf(tag, 'app-installation-id')];
  if (!accountId || !appInstallationId || furtherWork.some((name) => tag.hasAttribute(name))) return undefined;
  const [apiHost, apiVersion] = [settingOf(tag, 'api-host'), settingOf(tag, 'api-version')];
  return {accountId, appInstallationId, apiHost, apiVersion};
}

/** Whether the offer of a tag can be shown before there is an element. */
export const isShownAlone = (tag: HTMLElement): boolean =>
  [...tag.attributes].every(({name, value}) => harmless.test(`${name}=${value.trim()}`));
