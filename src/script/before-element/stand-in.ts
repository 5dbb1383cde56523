import type {OfferedState} from '../../engagement/state.js';
import {methodNames} from '../method-names.js';

/** Carries out a command of the page, as soon as it can. */
export type Call = (...command: readonly unknown[]) => Promise<unknown>;

/** Gives a tag what a page reads of an element, and calls on it, before it is one. */
export function standIn(tag: HTMLElement, {name, offer}: OfferedState, call: Call): void {
  const methods = methodNames.map((method) => [method, (...args: unknown[]) => call(method, ...args)]);
  for (const [key, value] of [['state', name], ['offer', offer], ...methods] as [string, unknown][])
    Object.defineProperty(tag, key, {value, configurable: true});
  // What is said about consent counts at once.
  Object.defineProperty(tag, 'consent', {set: (value) => void call('set', 'consent', value), configurable: true});
}

/** Leaves it to the element that the tag becomes. */
export function endStandIn(tag: HTMLElement): void {
  for (const key of ['state', 'offer', ...methodNames]) Reflect.deleteProperty(tag, key);
  // What was said about consent stays.
  if (Object.getOwnPropertyDescriptor(tag, 'consent')?.set) Reflect.deleteProperty(tag, 'consent');
}
