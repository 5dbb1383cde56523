import {isUnanswered} from '../../http/errors.js';
import {createPausePolicy, longestPause} from '../../http/pause-policy.js';
import {retry} from '../../http/retry.js';
import {sleep as realSleep, type Sleep} from '../../http/sleep.js';
import {GliaError} from './glia-error.js';

/** Minimum pauses before the three retries of a read, in ms. */
export const retryPauses: readonly number[] = [500, 1_000, 2_000];

export interface RetriedReadOptions {
  readonly signal: AbortSignal;
  readonly sleep?: Sleep | undefined;
  /** @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * Calls `attempt` until it succeeds. Status 429, 5xx and missing answers are retried, unless Glia asks for a pause of
 * more than ten minutes.
 */
export function retryRead<T>(attempt: () => Promise<T>, options: RetriedReadOptions): Promise<T> {
  const {signal, sleep = realSleep, random} = options;
  // Only this call uses the series, so its time is the sum of its pauses and does not depend on a clock.
  let time = 0;
  return retry(attempt, {
    policy: createPausePolicy({pauses: retryPauses, mayPass}, random),
    signal,
    now: () => time,
    sleep: async (delay, stopped) => {
      await sleep(delay, stopped);
      time += delay;
    },
  });
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof GliaError)) return isUnanswered(error);
  return (error.status === 429 || error.status >= 500) && (error.retryAfter ?? 0) <= longestPause;
}
