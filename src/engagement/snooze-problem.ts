import {ConfigurationError} from '../check/configuration-error.js';

/** What is wrong with the duration of a snooze, in seconds. */
export function snoozeProblem(seconds: unknown): Error | undefined {
  if (typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0) return undefined;
  const got = typeof seconds === 'number' ? seconds : typeof seconds;
  return new ConfigurationError(`Expected snooze() to get seconds above 0, got ${got}; write 3600 for an hour`);
}
