import type {Sleep} from '../../src/http/sleep.js';

/** Some moment of our days, in ms since the epoch. */
const beginning = 1_800_000_000_000;

/** Time that passes as fast as what happens in it can be computed. */
export class SimulatedTime {
  #now = 0;
  /** What ends at each ms. */
  readonly #ends = new Map<number, (() => void)[]>();
  readonly #settle: () => Promise<unknown>;

  /** @param settle resolves when everything that has begun waits for time to pass */
  constructor(settle: () => Promise<unknown> = nextTask) {
    this.#settle = settle;
  }

  /** In ms since the epoch. */
  readonly now = (): number => beginning + this.#now;

  /** In ms since the beginning. */
  get elapsed(): number {
    return this.#now;
  }

  readonly sleep: Sleep = (delay, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      this.at(this.#now + delay, resolve);
      signal?.addEventListener('abort', () => reject(signal.reason as Error), {once: true});
    });

  /** Calls `act` at a time in ms since the beginning. */
  at(time: number, act: () => void): void {
    const end = Math.max(Math.ceil(time), this.#now + 1);
    const acts = this.#ends.get(end);
    if (acts) acts.push(act);
    else this.#ends.set(end, [act]);
  }

  /** Lets time pass until a moment in ms since the beginning. */
  async runUntil(end: number): Promise<void> {
    await this.#settle();
    while (this.#now < end) {
      const acts = this.#ends.get(++this.#now);
      if (!acts) continue;
      this.#ends.delete(this.#now);
      for (const act of acts) act();
      await this.#settle();
    }
  }
}

const nextTask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
