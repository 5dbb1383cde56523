import {createPausePolicy, isUnanswered, longestPause} from '../../http/pause-policy.js';
import type {RetryPolicy} from '../../http/retry.js';
import {GliaError} from './glia-error.js';

/** Shortest pauses before the three retries of a read, in ms. */
export const retryPauses: readonly number[] = [500, 1_000, 2_000];

/** Status 429, 5xx and no answer are tried again; who is to wait for more than ten minutes is told so at once. */
export function createRetryPolicy(random?: () => number): RetryPolicy {
  return createPausePolicy({pauses: retryPauses, mayPass}, random);
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof GliaError)) return isUnanswered(error);
  return (error.status === 429 || error.status >= 500) && (error.retryAfter ?? 0) <= longestPause;
}
