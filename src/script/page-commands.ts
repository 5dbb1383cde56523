import {warn} from '../tag/console.js';
import {isSetting} from '../tag/settings/unknown-words.js';

const readable = ['state', 'offer', 'storage'];

const methods = [
  ...['refresh', 'show', 'hide', 'accept', 'dismiss', 'snooze', 'optOut', 'optIn', 'report', 'notify'],
  ...['reset', 'grantConsent', 'revokeConsent'],
];

const events = [
  ...['show', 'shown', 'hidden', 'accept', 'resume', 'dismiss', 'statechange', 'retry', 'notification', 'error'],
];

type Element = HTMLElement & Record<string, unknown>;

/**
 * Carries out a command of the page on the script's element.
 *
 * @throws Error, by a rejection, when there is no such command
 */
export async function carryOut(tag: HTMLElement, command: unknown, args: readonly unknown[]): Promise<unknown> {
  const element = tag as Element;
  if (command === 'set' || command === 'identify') {
    set(element, ...((command === 'set' ? args : ['identities', ...args]) as [string, unknown]));
    return undefined;
  }
  if (command === 'on' || command === 'off') {
    checkListener(args);
    return undefined;
  }
  // A session begins with the first update.
  await element['updateComplete'];
  if (command === 'get') return get(element, String(args[0]));
  const method = methods.includes(String(command)) && element[String(command)];
  if (typeof method === 'function') return method.apply(element, args) as unknown;
  const problem = `Expected a command, got ${JSON.stringify(command)}; use on, off, get, set, identify, diagnose, ${methods.join(', ')}`;
  warn(problem);
  throw new Error(problem);
}

/** The listener itself needs no element, and is there already. */
function checkListener([event, listener]: readonly unknown[]): void {
  if (events.includes(String(event)) && Object(listener) === listener) return;
  const given = `${JSON.stringify(String(event))} and ${typeof listener}`;
  warn(`Expected an event and its listener, got ${given}; there are ${events.join(', ')}`);
}

function set(element: Element, name: string, value: unknown): void {
  if (isSetting(name)) element[name] = value;
}

function get(element: Element, name: string): unknown {
  return readable.includes(name) || isSetting(name) ? element[name] : undefined;
}
