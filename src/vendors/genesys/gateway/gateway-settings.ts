import {ConfigurationError} from '../../../check/configuration-error.js';
import {checkBaseUrl} from '../../../http/base-url.js';
import {isSecure} from '../../../http/origin.js';

/** How the body holds the mandatory JSON object, which the vendor's document leaves open. */
export type GatewayEncoding = 'json' | 'form' | 'bare';

/** Path of the gateway: `/server` since 8.5, `/backend` before. */
export type GatewayBasePath = '/server' | '/backend';

/**
 * Checks the gateway's address, and returns it with a final slash.
 *
 * @throws ConfigurationError
 */
export function checkAddress(baseUrl: unknown, hasToken: boolean): URL {
  const url = checkBaseUrl(baseUrl, {example: 'https://gwe.example.com:8443', allowsHttp: true});
  if (!hasToken || isSecure(url)) return url;
  throw new ConfigurationError(
    'Expected an https baseUrl with getToken, got http: a token never travels over plain http; use https, or leave out getToken',
  );
}

/** @throws ConfigurationError */
export function checkChoice<Choice extends string>(value: Choice, choices: readonly Choice[], name: string): Choice {
  if (choices.includes(value)) return value;
  throw new ConfigurationError(`Expected ${name} to be ${choices.join(' or ')}, got something else`);
}
