import {masked} from './masking.js';

/** @import {LoggedRequest} from '../../sandbox/liveperson/request-log.js' */

/** Headers that a platform evaluates. Browsers set the others by themselves. */
const relevant = ['content-type', 'x-http-method-override', 'authorization', 'origin', 'referer'];

/**
 * Writes a request as a command for a shell, with its secrets masked.
 *
 * @param {LoggedRequest} request
 * @param {string} origin of the platform
 */
export function toCurl({method, path, query, headers, body}, origin) {
  const address = new URL(path, origin);
  for (const [name, value] of Object.entries(/** @type {Record<string, string>} */ (masked(query)))) {
    address.searchParams.set(name, value);
  }
  const kept = Object.entries(/** @type {Record<string, string>} */ (masked(headers))).filter(([name]) =>
    relevant.includes(name),
  );
  const sent = body === '' ? undefined : masked(body);
  return [
    `curl -X ${method} ${quoted(address.href)}`,
    ...kept.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(sent === undefined ? [] : [`--data ${quoted(typeof sent === 'string' ? sent : JSON.stringify(sent))}`]),
  ].join(' \\\n  ');
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
