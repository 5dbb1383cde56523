import {HttpStatusError, isUnanswered} from '../../../http/errors.js';
import {createPausePolicy} from '../../../http/pause-policy.js';
import type {RetryPolicy} from '../../../http/retry.js';

/** Minimum pauses before the retries, in ms. The vendor publishes no numbers. */
const retryPauses: readonly number[] = [1_000, 3_000, 10_000];

/** Retries after 5xx and missing answers. */
export function createGatewayRetryPolicy(random?: () => number): RetryPolicy {
  return createPausePolicy({pauses: retryPauses, mayPass}, random);
}

function mayPass(error: unknown): boolean {
  return error instanceof HttpStatusError ? error.status >= 500 : isUnanswered(error);
}
