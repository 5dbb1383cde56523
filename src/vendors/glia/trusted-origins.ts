import {ConfigurationError} from '../../check/configuration-error.js';
import {isSecure} from '../../http/origin.js';
import {parseUrl} from '../../http/safe-url.js';

/**
 * Reads the address that all paths are appended to.
 *
 * @throws ConfigurationError
 */
export function checkBaseUrl(text: string): URL {
  const url = parseSecure(text);
  if (url && !url.search && !url.hash) return new URL(url.href.replace(/\/*$/, '/'));
  throw new ConfigurationError(
    `Expected baseUrl to be an https address without a query, or an http one on this machine, got ${kindOf(text)}; write baseUrl: 'https://api.glia.com', or leave it out`,
  );
}

/**
 * Reads the origins that may get the bearer besides that of `baseUrl`.
 *
 * @throws ConfigurationError
 */
export function checkOrigins(entries: readonly string[]): string[] {
  return entries.map((entry) => {
    const url = parseSecure(entry);
    if (url && url.href === `${url.origin}/`) return url.origin;
    throw new ConfigurationError(
      `Expected allowedOrigins to hold https origins, got ${kindOf(entry)}; write them as 'https://api.glia.eu', without a path`,
    );
  });
}

function parseSecure(text: string): URL | undefined {
  const url = parseUrl(text);
  return url && isSecure(url) && !hasUserInfo(url) ? url : undefined;
}

/** What a link leads to if the bearer may not go there, in words for an error; nothing when it may. */
export function foreignTarget(url: URL, trusted: ReadonlySet<string>): string | undefined {
  if (hasUserInfo(url)) return 'an address with user info';
  if (trusted.has(url.origin)) return undefined;
  return url.origin === 'null' ? `a ${url.protocol} address` : url.origin;
}

const hasUserInfo = ({username, password}: URL): boolean => username !== '' || password !== '';

// The text is not shown: an address may hold a password.
const kindOf = (text: unknown): string =>
  typeof text === 'string' ? (parseUrl(text)?.protocol ?? 'no address') : typeof text;
