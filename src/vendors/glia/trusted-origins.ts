import {ConfigurationError} from '../../check/configuration-error.js';
import {parseSecureOrigin} from '../../http/base-url.js';
import {parseUrl} from '../../http/safe-url.js';

/**
 * Reads the origins that may get the bearer besides that of `baseUrl`.
 *
 * @throws ConfigurationError
 */
export function checkOrigins(entries: readonly string[]): string[] {
  return entries.map((entry) => {
    const origin = parseSecureOrigin(entry);
    if (origin) return origin;
    throw new ConfigurationError(
      `Expected allowedOrigins to hold https origins, got ${kindOf(entry)}; write them as 'https://api.glia.eu', without a path`,
    );
  });
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
