import {masked, shortened} from './masking.js';

/**
 * @import {LoggedRequest} from '../../sandbox/liveperson/request-log.js'
 * @import {Line, Details, Outcome} from './log-line.js'
 */

/**
 * Describes a request to the platform and its answer, for the inspector.
 *
 * @param {LoggedRequest} request
 * @param {number} attempt number of the attempt, for handshakes
 * @returns {{line: Line, details: Details}}
 */
export function toRequestLine({at, method, path, query, headers, body, status, answer}, attempt) {
  const {vid, sid} = query;
  const [, external, name] = /(\/external)?(\/[^/]*)$/.exec(path) ?? [];
  const ids = `vid ${shortened(vid)}, sid ${shortened(sid)}`;
  const notes = [
    ...(name === '/engagement' && !external ? [`request ${attempt} of 5`] : []),
    external ? 'from the brand’s server' : ids,
  ];
  const line = {at, kind: 'request', badge: method, title: `${external ?? ''}${name}`, notes};
  return {
    line: {...line, outcome: outcomeOf(status)},
    details: [
      ['Address', address(path, query)],
      ['Sent', masked(body)],
      ['Answer', masked(answer)],
      ['Headers', masked(headers)],
    ],
  };
}

/**
 * @param {number} status
 * @returns {Outcome}
 */
export function outcomeOf(status) {
  const isWaiting = status === 202;
  return {isGood: status >= 200 && status < 300, isWaiting, text: status === 0 ? 'no answer' : String(status)};
}

/**
 * @param {string} path
 * @param {Record<string, string>} query
 */
function address(path, query) {
  const parts = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return parts.length > 0 ? `${path}\n  ?${parts.join('\n  &')}` : path;
}
