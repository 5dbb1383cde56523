import {ConfigurationError} from '../../check/configuration-error.js';
import {parseSecureOrigin} from '../../http/base-url.js';
import {parseUrl} from '../../http/safe-url.js';

/**
 * Reads the further origins that may get the bearer.
 *
 * @throws ConfigurationError
 */
export function checkOrigins(entries: unknown): string[] {
  return (Array.isArray(entries) ? (entries as unknown[]) : [entries]).map((entry) => {
    const origin = typeof entry === 'string' ? parseSecureOrigin(entry) : undefined;
    if (origin) return origin;
    throw new ConfigurationError(
      `Expected allowedOrigins to hold https origins, got ${kindOf(entry)}; write them as 'https://api.glia.eu', without a path`,
    );
  });
}

/** Describes a target that must not get the bearer, for an error. Undefined if the target may get it. */
export function foreignTarget(url: URL, trusted: ReadonlySet<string>): string | undefined {
  if (hasUserInfo(url)) return 'an address with user info';
  if (trusted.has(url.origin)) return undefined;
  return url.origin === 'null' ? `a ${url.protocol} address` : url.origin;
}

const hasUserInfo = ({username, password}: URL): boolean => username !== '' || password !== '';

// The text is not shown, because an address may hold a password.
const kindOf = (text: unknown): string =>
  typeof text === 'string' ? (parseUrl(text)?.protocol ?? 'no address') : typeof text;
