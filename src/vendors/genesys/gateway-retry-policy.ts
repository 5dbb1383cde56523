import {HttpStatusError, NetworkError, TimeoutError} from '../../http/errors.js';
import type {RetryPolicy} from '../../http/retry.js';

/** Least pauses before the three retries, in ms. The vendor publishes none. */
const retryPauses: readonly number[] = [1_000, 3_000, 10_000];
const longestPause = 600_000;

/** Tries again after 5xx and no answer; a pause is stretched by a random factor from 1 to 2, and by `Retry-After`. */
export function createGatewayRetryPolicy(random: () => number = Math.random): RetryPolicy {
  return (error, failures) => {
    const pause = retryPauses[failures - 1];
    if (pause === undefined || !isWorthRetrying(error)) return {again: false, pause: 0};
    const stretched = pause * (1 + random());
    return {again: true, pause: Math.min(longestPause, Math.max(stretched, retryAfterOf(error)))};
  };
}

function isWorthRetrying(error: unknown): boolean {
  if (error instanceof HttpStatusError) return error.status >= 500;
  return error instanceof NetworkError || error instanceof TimeoutError;
}

const retryAfterOf = (error: unknown): number => (error instanceof HttpStatusError && error.retryAfter) || 0;
