import {NetworkError, TimeoutError} from './errors.js';
import type {RetryPolicy} from './retry.js';

export interface PauseRules {
  /** Shortest pauses before the retries, in ms: as many retries as pauses. */
  readonly pauses: readonly number[];
  /** Whether another attempt may do better. */
  readonly mayPass: (error: unknown) => boolean;
}

/** No pause is longer than this, in ms, whoever asks for it. */
export const longestPause = 600_000;

/**
 * Tries again after a list of pauses. Each is stretched by a random factor from 1 to 2, so that clients that failed
 * together do not return together, and is never shorter than the server asks for.
 */
export function createPausePolicy({pauses, mayPass}: PauseRules, random: () => number = Math.random): RetryPolicy {
  return (error, failures) => {
    const pause = pauses[failures - 1];
    if (pause === undefined || !mayPass(error)) return {again: false, pause: 0};
    return {again: true, pause: Math.min(longestPause, Math.max(pause * (1 + random()), askedBy(error)))};
  };
}

/** Whether no answer came, or none in time. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof NetworkError || error instanceof TimeoutError;
}

/** Vendors have error classes of their own, but this name in common. */
function askedBy(error: unknown): number {
  return (error as {readonly retryAfter?: number | undefined} | undefined)?.retryAfter ?? 0;
}
