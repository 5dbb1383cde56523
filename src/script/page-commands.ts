import {warn} from '../tag/console.js';
import {isSetting} from '../tag/settings/unknown-words.js';
import {eventNames, hasKnownEvent} from './before-element/command-kinds.js';
import {methodNames} from './method-names.js';

const readable = ['state', 'offer', 'storage'];

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
    checkListener(command, args);
    return undefined;
  }
  // A session begins with the first update.
  await element['updateComplete'];
  if (command === 'get') return get(element, String(args[0]));
  const method = methodNames.includes(String(command)) && element[String(command)];
  if (typeof method === 'function') return method.apply(element, args) as unknown;
  const problem = `Expected a command, got ${JSON.stringify(command)}; use on, off, get, set, ${methodNames.join(', ')}`;
  warn(problem);
  throw new Error(problem);
}

/** The listener itself needs no element, and is there already. */
function checkListener(command: unknown, args: readonly unknown[]): void {
  if (hasKnownEvent(command, args)) return;
  const [event, listener] = args;
  const given = `${JSON.stringify(String(event))} and ${typeof listener}`;
  warn(`Expected an event and its listener, got ${given}; there are ${eventNames.join(', ')}`);
}

function set(element: Element, name: string, value: unknown): void {
  if (isSetting(name)) element[name] = value;
}

function get(element: Element, name: string): unknown {
  return readable.includes(name) || isSetting(name) ? element[name] : undefined;
}
