const memory = 60_000;

/** Knows for 60 s which calls were made, so that a call that is repeated is not carried out twice. */
export class RecentCalls {
  readonly #now: () => number;
  readonly #calls = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether a call with these parts is new; from then on it is not. */
  admit(...parts: readonly unknown[]): boolean {
    const now = this.#now();
    for (const [call, at] of this.#calls) if (now - at >= memory) this.#calls.delete(call);
    const call = JSON.stringify(parts);
    if (this.#calls.has(call)) return false;
    this.#calls.set(call, now);
    return true;
  }
}
