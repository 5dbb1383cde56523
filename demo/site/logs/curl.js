import {masked} from './masking.js';

/** @import {LoggedRequest} from '../../sandbox/liveperson/request-log.js' */

/** Headers that a platform looks at; the others are the browser's own. */
const telling = ['content-type', 'x-http-method-override', 'authorization', 'origin', 'referer'];

/**
 * The request as a line for a shell, with its secrets masked.
 *
 * @param {LoggedRequest} exchange
 * @param {string} origin of the platform
 */
export function toCurl({method, path, query, headers, body}, origin) {
  const address = new URL(path, origin);
  for (const [name, value] of Object.entries(/** @type {Record<string, string>} */ (masked(query)))) {
    address.searchParams.set(name, value);
  }
  const kept = Object.entries(/** @type {Record<string, string>} */ (masked(headers))).filter(([name]) =>
    telling.includes(name),
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
