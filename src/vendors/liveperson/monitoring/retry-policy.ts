import {own} from '../../../check/own.js';
import {HttpStatusError, MalformedAnswerError, NetworkError, TimeoutError} from '../../../http/errors.js';
import {longestPause} from '../../../http/pause-policy.js';
import type {RetryPolicy} from '../../../http/retry.js';

/**
 * Pauses before the four retries, in ms (Monitoring API, Retry Policy Recommendation).
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export const retryPauses: readonly number[] = [3_000, 10_000, 30_000, 90_000];

/** How long no page sends a request after the last retry failed, in ms. */
const coolDown = 600_000;

export interface RetryPolicyOptions {
  /**
   * Each pause is lengthened by a random factor from 1 to this one, so that visitors whose requests failed at the same
   * time do not retry at the same time. `1` keeps the published pauses. @default 2
   */
  readonly spread?: number | undefined;
  readonly random?: (() => number) | undefined;
}

/** The vendor's published retry policy: 5xx, 202 and missing answers are retried, 4xx never. */
export function createRetryPolicy(options: RetryPolicyOptions = {}): RetryPolicy {
  const {spread = 2, random = Math.random} = own(options);
  const stretch = typeof spread === 'number' && spread >= 1 ? spread - 1 : 1;
  return (error, failures) => {
    if (error instanceof HttpStatusError && error.status === 429) return {again: false, pause: coolDown};
    if (!isWorthRetrying(error, failures)) return {again: false, pause: 0};
    const pause = retryPauses[failures - 1];
    if (pause === undefined) return {again: false, pause: coolDown};
    const stretched = pause * (1 + random() * stretch);
    return {again: true, pause: Math.min(longestPause, Math.max(stretched, retryAfterOf(error)))};
  };
}

/** Whether an error that ended a series is one that time may cure, though the policy had no further attempt. */
export const hasGivenUp = (error: unknown): boolean => isWorthRetrying(error, retryPauses.length + 1);

function isWorthRetrying(error: unknown, failures: number): boolean {
  // Some engines report a truncated body as a malformed one. A second one is the server's mistake.
  if (error instanceof MalformedAnswerError) return failures === 1;
  if (error instanceof HttpStatusError) return error.status >= 500 || error.status === 202;
  return error instanceof NetworkError || error instanceof TimeoutError;
}

const retryAfterOf = (error: unknown): number => (error instanceof HttpStatusError && error.retryAfter) || 0;
