export interface RateLimitOptions {
  /** How many are admitted for one key in a period. */
  readonly limit: number;
  /** In ms. */
  readonly period: number;
  /** In ms since the epoch. */
  readonly now: () => number;
}

/** So many keys are remembered at most, so that a flood of made-up ones takes no memory without end. */
const mostKeys = 100_000;

/** Counts what happens for each key. All counts begin again with each period. */
export class RateLimit {
  readonly #options: RateLimitOptions;
  readonly #counts = new Map<string, number>();
  #start = -Infinity;

  constructor(options: RateLimitOptions) {
    this.#options = options;
  }

  /** Counts one for the key, and returns 0 if it is admitted, or after how many ms the next one is. */
  take(key: string): number {
    const wait = this.wait(key);
    if (this.#counts.size >= mostKeys) this.#counts.clear();
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    return wait;
  }

  /** Returns 0 if one more would be admitted, or after how many ms it would be. */
  wait(key: string): number {
    const {limit, period, now} = this.#options;
    const elapsed = now() - this.#start;
    // A clock that was set back begins a period, too.
    if (elapsed < 0 || elapsed >= period) {
      this.#counts.clear();
      this.#start = now();
      return limit > 0 ? 0 : period;
    }
    return (this.#counts.get(key) ?? 0) < limit ? 0 : period - elapsed;
  }
}
