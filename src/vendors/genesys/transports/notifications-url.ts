import {ConfigurationError} from '../../../check/configuration-error.js';
import {isLoopback} from '../../../http/origin.js';
import {parseUrl} from '../../../http/safe-url.js';

/**
 * Checks the address of a notification server. It must be absolute, encrypted unless on this machine, and without user
 * info. The host must not hold a placeholder, which would let a visitor's id choose the server.
 *
 * @throws ConfigurationError
 */
export function checkNotificationsUrl(text: string, schemes: readonly ('http' | 'ws')[]): URL {
  const url = parseUrl(text);
  const isUsable =
    url &&
    schemes.some((scheme) => url.protocol === `${scheme}s:` || (url.protocol === `${scheme}:` && isLoopback(url))) &&
    !url.username &&
    !url.password &&
    !url.host.includes('{');
  if (isUsable) return url;
  const expected = schemes.map((scheme) => `${scheme}s://`).join(' or ');
  throw new ConfigurationError(
    `Cannot use url: expected an absolute address that begins with ${expected} and has no user info, ` +
      `got ${describe(text, url)}; write it in full, such as https://contact.example.com/notifications`,
    'url',
  );
}

/** Describes an address without its user info, path and query, which may hold secrets. */
function describe(text: string, url: URL | undefined): string {
  if (url) return `${url.protocol}//${url.username || url.password ? 'user@' : ''}${url.host}`;
  return text ? 'one that is not absolute' : 'nothing';
}
