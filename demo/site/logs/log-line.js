import {element, pretty} from '../dom/markup.js';

/**
 * @typedef {{key: string, within: number}} Repeats
 *   Lines with the same key are shown as one if each comes `within` this time of the one before, in ms.
 * @typedef {{isGood: boolean, isWaiting?: boolean, text: string}} Outcome
 * @typedef {{
 *   at: number, kind: string, badge: string, title: string,
 *   outcome?: Outcome, notes?: string[], repeats?: Repeats
 * }} Line
 * @typedef {[string, unknown][]} Details
 */

/**
 * Creates an entry of a log. One with details can be opened.
 *
 * @param {Line} line
 * @param {Details} details
 */
export function logEntry(line, details) {
  const content =
    details.length > 0
      ? element('details', {}, element('summary', {}, ...cells(line)), element('dl', {}, ...parts(details)))
      : element('div', {class: 'line'}, ...cells(line));
  return element('li', {class: `entry ${line.kind}`, 'data-at': String(line.at)}, content);
}

/** @param {Details} details */
export function parts(details) {
  return details.map(([name, value]) => {
    const isAbsent = value === '' || value === undefined;
    const content = isAbsent ? element('p', {class: 'muted'}, 'empty') : element('pre', {class: 'code'}, pretty(value));
    return element('div', {}, element('dt', {}, name), element('dd', {}, content));
  });
}

/** @param {Outcome} outcome */
export function chip({isGood, isWaiting, text}) {
  const kind = isWaiting ? 'waiting' : isGood ? 'good' : 'bad';
  return element('span', {class: `status ${kind}`}, text);
}

/** @param {string} text */
export function note(text) {
  return element('span', {class: 'note'}, text);
}

/** @param {number} at */
export function timeOf(at) {
  const text = new Date(at).toLocaleTimeString('en-GB', {timeStyle: 'medium'});
  const fraction = String(at % 1000).padStart(3, '0');
  return element('time', {datetime: new Date(at).toISOString()}, `${text}.${fraction}`);
}

/** @param {Line} line */
function cells({at, badge, title, outcome, notes = []}) {
  return [
    timeOf(at),
    element('span', {class: 'badge'}, badge),
    element('span', {class: 'what'}, title),
    ...(outcome ? [chip(outcome)] : []),
    ...notes.map(note),
  ];
}
