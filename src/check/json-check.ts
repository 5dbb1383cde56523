import {ConfigurationError} from './configuration-error.js';
import {toJson} from './json.js';

/**
 * Checks that a value can be sent as JSON.
 *
 * @param name what the message calls the value
 * @throws ConfigurationError that shows nothing of the value
 */
export function checkJson(value: unknown, name: string): void {
  try {
    toJson(value);
  } catch {
    throw new ConfigurationError(
      `Expected ${name} to be data that JSON can hold, got a bigint, a circle or a toJSON() that throws; convert it to text`,
    );
  }
}
