import {kindOf} from '../../check/check.js';

/**
 * Does something with a source of the page's, which may throw or reject, at once or later.
 *
 * @param name of the source
 */
export function attempt(name: string, act: () => unknown, onError: (error: Error) => void): void {
  const fail = (error: unknown): void => onError(toError(error, name));
  try {
    Promise.resolve(act()).catch(fail);
  } catch (error) {
    fail(error);
  }
}

const toError = (error: unknown, name: string): Error =>
  error instanceof Error ? error : new Error(`The source ${name} threw no error, but ${kindOf(error)}`);
