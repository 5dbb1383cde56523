import type {RetryPolicy} from './retry.js';

export interface PauseRules {
  /** Minimum pauses before the retries, in ms. There are as many retries as pauses. */
  readonly pauses: readonly number[];
  /** Whether another attempt may succeed. */
  readonly mayPass: (error: unknown) => boolean;
}

/** Longest pause, in ms, even if a server asks for more. */
export const longestPause = 600_000;

/**
 * Retries after a list of pauses. Each is lengthened by a random factor from 1 to 2, so that clients that failed at the
 * same time do not return at the same time, and is never shorter than the server asks for.
 */
export function createPausePolicy({pauses, mayPass}: PauseRules, random: () => number = Math.random): RetryPolicy {
  return (error, failures) => {
    const pause = pauses[failures - 1];
    if (pause === undefined || !mayPass(error)) return {again: false, pause: 0};
    return {again: true, pause: Math.min(longestPause, Math.max(pause * (1 + random()), askedBy(error)))};
  };
}

/** Vendors have their own error classes, which share this property. */
function askedBy(error: unknown): number {
  return (error as {readonly retryAfter?: number | undefined} | undefined)?.retryAfter ?? 0;
}
