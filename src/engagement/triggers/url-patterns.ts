import {ConfigurationError} from '../../check/configuration-error.js';

/**
 * Reads patterns of addresses, separated by spaces. `*` stands for any characters. One that begins with `/` is compared
 * with the path, and also with the query or the fragment where it has one; one with `#`, with the fragment; one with
 * `https://`, with the whole address.
 *
 * @throws ConfigurationError when one begins otherwise
 * @example
 * readUrlPatterns('/checkout/* #/basket')(new URL('https://brand.example/checkout/2')); // true
 */
export function readUrlPatterns(text: string): (url: URL) => boolean {
  const patterns = text.split(/\s+/).filter(Boolean);
  const wrong = patterns.find((pattern) => !/^(\/|#|https?:\/\/)/.test(pattern));
  if (wrong !== undefined || patterns.length === 0) {
    const got = JSON.stringify(wrong ?? text);
    throw new ConfigurationError(
      `Expected showOnUrl to be patterns that begin with /, # or https://, got ${got}; it is ignored`,
      'showOnUrl',
    );
  }
  return (url) => patterns.some((pattern) => toRegExp(pattern).test(subjectOf(pattern, url)));
}

function toRegExp(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}

function subjectOf(pattern: string, {pathname, search, hash, href}: URL): string {
  if (pattern.startsWith('#')) return hash;
  if (!pattern.startsWith('/')) return href;
  return pathname + (pattern.includes('?') ? search : '') + (pattern.includes('#') ? hash : '');
}
