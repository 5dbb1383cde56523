import {ConfigurationError} from '../check/configuration-error.js';

/**
 * Checks a secret that goes into a header. The platform's own error about an invalid one would quote it.
 *
 * @param name name of the secret in messages, such as `the token of getToken`
 * @throws ConfigurationError that does not quote the secret
 */
export function checkHeaderToken(token: unknown, name: string): string {
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
  const got = token === '' ? 'empty text' : typeof token === 'string' ? 'text with other characters' : typeof token;
  throw new ConfigurationError(
    `Expected ${name} to be visible ASCII characters, got ${got}; write it without spaces and without "Bearer"`,
  );
}
