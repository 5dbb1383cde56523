import {mostEntries, replayWindow, type Entry, type Listener} from './notifications.js';

interface Kept extends Entry {
  /** Whether a stream was open when it was published, or has come for it since. */
  isHeard: boolean;
}

/** The listeners of one visit, and what it was sent within the last 60 s. */
export class VisitQueue {
  readonly #now: () => number;
  readonly #listeners = new Set<Listener>();
  #kept: Kept[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  get isListening(): boolean {
    return this.#listeners.size > 0;
  }

  get pages(): readonly string[] {
    const pages = [...this.#listeners].map(({page}) => page);
    return [...new Set(pages.filter((page) => page !== undefined))];
  }

  /** Whether nobody listens and nothing is kept. */
  get isIdle(): boolean {
    this.#forget();
    return !this.isListening && this.#kept.length === 0;
  }

  add(entry: Entry): void {
    this.#forget();
    this.#kept = [...this.#kept.slice(1 - mostEntries), {...entry, isHeard: this.isListening}];
    for (const {receive} of [...this.#listeners]) receive(entry);
  }

  join(listener: Listener): void {
    this.#forget();
    const missed = this.#missedBy(listener);
    this.#listeners.add(listener);
    for (const entry of missed) {
      entry.isHeard = true;
      listener.receive(entry);
    }
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  /** All after the last entry that reached the browser; all if that one is not known; what nobody got if there is none. */
  #missedBy({after}: Listener): readonly Kept[] {
    if (after === undefined) return this.#kept.filter(({isHeard}) => !isHeard);
    return this.#kept.slice(this.#kept.findIndex(({id}) => id === after) + 1);
  }

  /** A time in the future is left by a clock that was set back. */
  #forget(): void {
    const now = this.#now();
    this.#kept = this.#kept.filter(({at}) => Math.abs(now - at) <= replayWindow);
  }
}
