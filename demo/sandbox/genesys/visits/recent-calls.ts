/** In ms. */
const memory = 60_000;

/** Remembers calls for 60 s, so that a repeated call is not carried out again. */
export class RecentCalls {
  readonly #now: () => number;
  readonly #calls = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether a call with these parts is new. It is remembered from then on. */
  admit(...parts: readonly unknown[]): boolean {
    const now = this.#now();
    for (const [call, at] of this.#calls) if (now - at >= memory) this.#calls.delete(call);
    const call = JSON.stringify(parts);
    if (this.#calls.has(call)) return false;
    this.#calls.set(call, now);
    return true;
  }
}
