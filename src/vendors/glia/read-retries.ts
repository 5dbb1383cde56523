import {createOwnLadder} from '../../http/own-ladder.js';
import {retry} from '../../http/retry.js';
import {sleep as realSleep, type Sleep} from '../../http/sleep.js';
import {createRetryPolicy} from './retry-policy.js';

export interface ReadRetriesOptions {
  readonly signal: AbortSignal;
  readonly sleep?: Sleep | undefined;
  readonly random?: (() => number) | undefined;
}

/** Calls `attempt` until it succeeds or the policy gives up; every call starts a series of its own. */
export function retryRead<T>(attempt: () => Promise<T>, options: ReadRetriesOptions): Promise<T> {
  const {signal, sleep = realSleep, random} = options;
  // Nobody else knows the series, so its time is the sum of its pauses, whatever happens to the clock.
  let time = 0;
  return retry(attempt, {
    policy: createRetryPolicy(random),
    ladder: createOwnLadder(),
    signal,
    now: () => time,
    sleep: async (delay, stopped) => {
      await sleep(delay, stopped);
      time += delay;
    },
  });
}
