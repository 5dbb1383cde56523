import {ConfigurationError} from '../../../check/configuration-error.js';
import {isHeaderToken} from '../../../http/header-token.js';
import {isLoopback} from '../../../http/origin.js';
import {parseUrl} from '../../../http/safe-url.js';

/** How the mandatory JSON object is put into the body, which the vendor's document leaves open. */
export type GatewayEncoding = 'json' | 'form' | 'bare';

/** Where the gateway stands: `/server` since 8.5, `/backend` before. */
export type GatewayBasePath = '/server' | '/backend';

/**
 * Checks where the gateway is. No message quotes the address, which may hold a password.
 *
 * @throws ConfigurationError
 */
export function checkBaseUrl(baseUrl: string, hasToken: boolean): URL {
  const url = parseUrl(baseUrl);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new ConfigurationError(
      'Expected baseUrl to be an https address, got something else; write baseUrl: "https://gwe.example.com:8443"',
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new ConfigurationError(
      'Expected baseUrl without user info, query and fragment, got one of them; give a token by getToken',
    );
  }
  if (url.protocol === 'http:' && hasToken && !isLoopback(url)) {
    throw new ConfigurationError(
      'Expected an https baseUrl with getToken, got http: a token never travels over plain http; use https, or leave out getToken',
    );
  }
  return url;
}

/** @throws ConfigurationError */
export function checkChoice<Choice extends string>(value: Choice, choices: readonly Choice[], name: string): Choice {
  if (choices.includes(value)) return value;
  throw new ConfigurationError(`Expected ${name} to be ${choices.join(' or ')}, got something else`);
}

/**
 * Checks a token, because the platform's own message about one that fits no header quotes it.
 *
 * @throws ConfigurationError
 */
export function checkToken(token: unknown): string {
  if (isHeaderToken(token)) return token;
  throw new ConfigurationError(
    'Expected getToken to give text of visible ASCII characters, got something else; give the token without "Bearer" and spaces',
  );
}
