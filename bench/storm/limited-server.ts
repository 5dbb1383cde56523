import {HttpStatusError} from '../../src/http/errors.js';

export interface Limits {
  /** How long the server is down, in ms from the beginning. */
  readonly outage: number;
  /** How many requests it answers in a second after that. */
  readonly capacity: number;
}

/** One for all, because most of what an error costs is its stack. */
const refusal = new HttpStatusError('POST https://platform.example/', {status: 503});

/** A server that is down at first, and refuses later what is too much for it. */
export class LimitedServer {
  readonly #limits: Limits;
  readonly #elapsed: () => number;
  /** Requests in each second. */
  readonly requests: number[] = [];

  /** @param elapsed time since the beginning, in ms */
  constructor(limits: Limits, elapsed: () => number) {
    this.#limits = limits;
    this.#elapsed = elapsed;
  }

  /** @throws HttpStatusError with status 503 */
  answer(): void {
    const second = Math.floor(this.#elapsed() / 1_000);
    const count = (this.requests[second] ?? 0) + 1;
    this.requests[second] = count;
    if (this.#elapsed() < this.#limits.outage || count > this.#limits.capacity) throw refusal;
  }
}
