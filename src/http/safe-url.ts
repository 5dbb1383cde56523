import {isSecure} from './origin.js';

/**
 * Reads an address that may be opened for the visitor. Undefined if it may not.
 *
 * It must be absolute, https (http on this machine only) and without user info. Its host, including the port, must be
 * one of `allowedHosts` or a subdomain of one. Hosts are compared as the browser parses them, never as text:
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

/** Reads an address that the page gives of its own: https, or of the page's own origin. Undefined if it is neither. */
export function pageAddress(address: unknown): string | undefined {
  const url = typeof address === 'string' ? parseUrl(address, document.baseURI) : undefined;
  if (!url) return undefined;
  const isOwn = url.origin === location.origin && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return isOwn ? url.href : safeUrl(url.href, [url.host])?.href;
}

/** Reads a list of hosts, separated by spaces or commas. */
export const splitHosts = (hosts: string): readonly string[] => hosts.split(/[\s,]+/).filter(Boolean);

/** Parses an address, which is absolute where it has no base. Undefined if it is not one. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** Writes an allowed host in the browser's form: lower case, punycode, no default port. */
function toHost(entry: string, protocol: string): string | undefined {
  return /[/\\@?#\s]/.test(entry) ? undefined : parseUrl(`${protocol}//${entry}`)?.host;
}

function isHostWithin(host: string, allowed: string | undefined): boolean {
  return !!allowed && (host === allowed || host.endsWith(`.${allowed}`));
}
