import {HttpStatusError} from '../../http/errors.js';
import {createPausePolicy, isUnanswered} from '../../http/pause-policy.js';
import type {RetryPolicy} from '../../http/retry.js';

/** The vendor publishes no numbers; its records lag behind anyway. */
const retryPauses: readonly number[] = [1_000, 3_000, 9_000];

/** Reads are tried again after 429, 5xx and no answer. */
export function createReadPolicy(random?: () => number): RetryPolicy {
  return createPausePolicy({pauses: retryPauses, mayPass}, random);
}

function mayPass(error: unknown): boolean {
  return error instanceof HttpStatusError ? error.status === 429 || error.status >= 500 : isUnanswered(error);
}
