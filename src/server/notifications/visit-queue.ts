import {mostEntries, replayWindow, type Entry, type Listener} from './notifications.js';

interface Kept extends Entry {
  /** Counts up in this process. */
  readonly count: number;
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

  add(entry: Entry, count: number): void {
    this.#forget();
    this.#kept = [...this.#kept.slice(1 - mostEntries), {...entry, count, isHeard: this.isListening}];
    for (const {receive} of [...this.#listeners]) receive(entry);
  }

  /** @param after the count of the last entry that it has got; undefined if it has got none */
  join(listener: Listener, after: number | undefined): void {
    this.#forget();
    const missed = this.#missedAfter(after);
    this.#listeners.add(listener);
    for (const entry of missed) {
      entry.isHeard = true;
      listener.receive(entry);
    }
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  /** What nobody has got, for a listener that has got nothing. */
  #missedAfter(after: number | undefined): readonly Kept[] {
    return this.#kept.filter(({count, isHeard}) => (after === undefined ? !isHeard : count > after));
  }

  /** A time in the future is left by a clock that was set back. */
  #forget(): void {
    const now = this.#now();
    this.#kept = this.#kept.filter(({at}) => Math.abs(now - at) <= replayWindow);
  }
}
