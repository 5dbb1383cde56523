import {exchange, type Exchange, type Failure, type Reply} from './exchange.js';

/** A request that was sent already, and what came of it. */
export interface PastExchange {
  readonly url: string;
  readonly body: unknown;
  readonly outcome: Reply | Failure;
  /** When that came, in ms since the epoch. */
  readonly at: number;
}

/** Sends requests, but for the first one that is the same as `past`: what came of that is its outcome, too. */
export function replay(past: PastExchange | undefined): Exchange {
  let known = past;
  return (url, init, options) => {
    if (known?.url !== url.href || known.body !== init.body) return exchange(url, init, options);
    const {outcome} = known;
    known = undefined;
    return Promise.resolve(outcome);
  };
}
