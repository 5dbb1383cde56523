import {own} from '../check/own.js';
import {ConfigurationError} from '../check/configuration-error.js';
import {isSecure} from './origin.js';
import {parseUrl} from './safe-url.js';

export interface BaseUrlRules {
  /** A valid address, for the message. */
  readonly example: string;
  /** Whether http is accepted for all hosts, and not only on this machine. @default false */
  readonly allowsHttp?: boolean | undefined;
}

/**
 * Checks the address to which the paths of an API are appended, and returns it with a final slash.
 *
 * Messages never quote the address, because it may hold a password.
 *
 * @throws ConfigurationError
 *
 * @example
 * new URL('engagements', checkBaseUrl('https://brand.example/glia', {example: 'https://api.glia.com'})).href;
 * // 'https://brand.example/glia/engagements'
 */
export function checkBaseUrl(text: unknown, rules: BaseUrlRules): URL {
  const {example, allowsHttp = false} = own(rules);
  const url = typeof text === 'string' ? parseUrl(text) : undefined;
  const problem = findProblem(url, allowsHttp);
  if (url && !problem) return new URL(url.origin + url.pathname.replace(/(?<!\/)\/*$/, '/'));
  throw new ConfigurationError(
    `Expected baseUrl to be an https address without user info, query and fragment, got ${problem}; write baseUrl: '${example}'`,
  );
}

function findProblem(url: URL | undefined, allowsHttp: boolean): string {
  if (!url) return 'no address';
  if (!isSecure(url) && !(allowsHttp && url.protocol === 'http:')) return url.protocol;
  if (url.username || url.password) return 'user info';
  if (url.search) return 'a query';
  return url.hash && 'a fragment';
}

/** Reads an origin such as `https://api.example.com`. Undefined if it is not secure, or is more than an origin. */
export function parseSecureOrigin(text: string): string | undefined {
  const url = parseUrl(text);
  return url && isSecure(url) && url.href === `${url.origin}/` ? url.origin : undefined;
}
