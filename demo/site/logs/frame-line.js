import {masked} from './masking.js';

/**
 * @import {Frame} from '../../sandbox/genesys/visits/frame-log.js'
 * @import {Line, Details} from './log-line.js'
 * @typedef {Record<string, unknown>} Fields
 */

const badges = {
  gateway: 'gateway',
  notify: 'gateway',
  sse: 'SSE',
  'long-polling': 'long-polling',
  websocket: 'WebSocket',
};

/** In ms. */
const repeatTime = 10_000;

/**
 * Describes a message to or from the notification server, for the inspector.
 *
 * @param {Frame} entry
 * @returns {{line: Line, details: Details}}
 */
export function toFrameLine(entry) {
  const {at, transport, direction, frame} = entry;
  const isUp = direction === 'in';
  const line = {at, kind: `frame ${isUp ? 'up' : 'down'}`, badge: badges[transport]};
  return {line: {...line, ...describe(entry)}, details: [[isUp ? 'Sent' : 'Received', masked(frame)]]};
}

/**
 * @param {Frame} entry
 * @returns {Omit<Line, 'at' | 'kind' | 'badge'> & {kind?: string}}
 */
function describe(entry) {
  if (entry.transport === 'gateway' || entry.transport === 'notify') return describeCall(entry);
  return entry.transport === 'sse' ? describeStream(entry) : describeBayeux(entry);
}

/** @param {Frame} entry */
function describeCall({frame}) {
  const {path, body} = toFields(frame);
  const repeats = {key: `call ${path} ${engagementOf(body)}`, within: repeatTime};
  return {title: `/${String(path).split('/').at(-1)}`, notes: ['from the brand’s server'], repeats};
}

/** @param {Frame} entry */
function describeStream({direction, status, frame}) {
  if (direction === 'in') {
    return {title: '/notifications', notes: ['the page subscribes'], outcome: outcome(status === 200, status)};
  }
  return describeMessages('sse', frame);
}

/** @param {Frame} entry */
function describeBayeux({transport, direction, frame}) {
  const {channel, successful, error, data} = toFields(frame);
  if (data !== undefined) return describeMessages(transport, data);
  const title = String(channel);
  const isAnswer = direction === 'out';
  // Most of these only keep the connection open.
  if (title === '/meta/connect' && successful !== false) {
    const repeats = {key: `${transport} ${title}`, within: Infinity};
    return {kind: 'frame', title, notes: ['waits for messages'], repeats};
  }
  const notes = [isAnswer ? 'to the page' : 'from the page'];
  return isAnswer ? {title, notes, outcome: outcome(successful === true, error ?? 'successful')} : {title, notes};
}

/**
 * @param {string} transport
 * @param {unknown} data
 */
function describeMessages(transport, data) {
  const title = [data].flat().map(channelOf).join(', ');
  return {title, notes: ['to the page'], repeats: repeatsOf(transport, data)};
}

/**
 * Messages of the same transport, channels and engagements are shown as one line.
 *
 * @param {string} transport
 * @param {unknown} data
 */
export function repeatsOf(transport, data) {
  const names = [data].flat().map((message) => `${channelOf(message)} ${engagementOf(message)}`);
  return {key: [transport, ...names].join(' '), within: repeatTime};
}

/** @param {unknown} message */
function channelOf(message) {
  return String(toFields(message).channel);
}

/**
 * @param {boolean} isGood
 * @param {unknown} text
 */
function outcome(isGood, text) {
  return {isGood, text: String(text)};
}

/**
 * Finds the id of an engagement at any depth, even in a form field.
 *
 * @param {unknown} value
 */
function engagementOf(value) {
  return /engagementID(?:"|:|%22|%3A)+(\w+)/.exec(JSON.stringify(value))?.[1];
}

/**
 * @param {unknown} value
 * @returns {Fields}
 */
function toFields(value) {
  return typeof value === 'object' && value !== null ? /** @type {Fields} */ (value) : {};
}
