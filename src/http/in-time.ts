import {ConfigurationError} from '../check/configuration-error.js';
import {sleep} from './sleep.js';

/** How long a function of the page or of a server may take to answer, in ms. */
const hookDeadline = 10_000;

/**
 * Waits for what a function of the caller's promises, which may never come.
 *
 * @param name name of the function, for errors
 * @param deadline in ms
 * @throws ConfigurationError when it takes too long; the reason of `signal`; or whatever the promise rejects with
 *
 * @example
 * const token = await inTime(getToken(), 'getToken', signal);
 */
export async function inTime<T>(
  work: T | PromiseLike<T>,
  name: string,
  signal?: AbortSignal,
  deadline = hookDeadline,
): Promise<T> {
  const done = new AbortController();
  const signals = signal ? [signal, done.signal] : [done.signal];
  const late = sleep(deadline, AbortSignal.any(signals)).then(() => {
    const message = `Expected ${name} to settle within ${deadline / 1_000} s, got nothing; reject when there is no answer`;
    throw new ConfigurationError(message, name);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}
