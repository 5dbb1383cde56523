import {isSecure} from './origin.js';

/**
 * Reads an address that may be opened for the visitor; nothing when it may not.
 *
 * It must be absolute, https (http on this machine only), without user info, and its host, port included, must be
 * one of `allowedHosts` or a subdomain of one. Hosts are compared as the browser reads them, never as text:
 * `https:\\evil.example` and `https://brand.example@evil.example` both lead to `evil.example`.
 */
export function safeUrl(text: string, allowedHosts: readonly string[]): URL | undefined {
  const url = parseUrl(text);
  const isAllowed =
    url &&
    isSecure(url) &&
    !url.username &&
    !url.password &&
    allowedHosts.some((entry) => isHostWithin(url.host, toHost(entry, url.protocol)));
  return isAllowed ? url : undefined;
}

/** Reads a list of hosts that a page has written between spaces or commas. */
export const splitHosts = (hosts: string): readonly string[] => hosts.split(/[\s,]+/).filter(Boolean);

/** Reads an absolute address; nothing when it is none. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Writes an allowed host as the browser writes it: lower case, punycode, no default port. */
function toHost(entry: string, protocol: string): string | undefined {
  return /[/\\@?#\s]/.test(entry) ? undefined : parseUrl(`${protocol}//${entry}`)?.host;
}

function isHostWithin(host: string, allowed: string | undefined): boolean {
  return !!allowed && (host === allowed || host.endsWith(`.${allowed}`));
}
