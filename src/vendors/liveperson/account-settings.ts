import {kindOf} from '../../check/check.js';
import {isPathText} from '../../check/ids.js';
import {ConfigurationError} from '../../check/configuration-error.js';
import {parseOrigin} from '../../http/origin.js';

/** @throws ConfigurationError when the id is not text, or is empty */
export function checkAccountId(accountId: unknown): string {
  return checkText(accountId, 'accountId', 'your LivePerson site id');
}

/**
 * Checks a setting that may be any text except an empty one.
 *
 * @throws ConfigurationError when it is not text, or is empty
 */
export function checkText(value: unknown, setting: string, what: string): string {
  if (isPathText(value)) return value;
  const got = typeof value === 'string' && value.trim() ? 'text that no address can hold' : 'nothing';
  throw new ConfigurationError(`Expected ${setting} to be ${what}, got ${got}`, setting);
}

/**
 * Checks the host of one of LivePerson's services, or an http origin on loopback, and returns its origin.
 *
 * @throws ConfigurationError
 */
export function checkHost(host: unknown, setting = 'host'): URL {
  const origin = typeof host === 'string' ? parseOrigin(host) : undefined;
  if (origin) return origin;
  throw new ConfigurationError(
    `Expected ${setting} to be a host name, got ${typeof host === 'string' ? JSON.stringify(host) : kindOf(host)}; write "va.v.liveperson.net" without https:// and path, or have it looked up`,
    setting,
  );
}
