import {command} from '../component.js';
import {byId, element, pretty} from '../dom/markup.js';
import {shop} from '../shop-frame.js';
import {readRecords} from './storage-reader.js';

/** The purpose of each stored field. @type {Partial<Record<string, string>>} */
const purposes = {
  visitorId: 'The platform’s id of this browser (vid). Kept until erased.',
  sessionId: 'The platform’s id of the session (sid). Dropped after 30 minutes idle or 6 hours.',
  sessionStartedAt: 'When the session began.',
  sessionUsedAt: 'When the session was last used.',
  host: 'The host of the platform’s API.',
  ladder: 'The progress of the retries, so that a reload does not start them again.',
  answer: 'The platform’s last answer, which tabs that load together share.',
  folded: 'Offers that the visitor has folded, so that they stay folded on the next page.',
  settled: 'Invitations that the visitor has answered, so that they do not come again.',
  shown: 'Invitations that the visitor has seen lately, for the limit of invitations.',
  snoozedUntil: 'Until when the visitor wants no invitations.',
  optedOut: 'Whether the visitor never wants invitations.',
  withdrawn: 'Invitations that were withdrawn, so that a late copy is not shown.',
};

/**
 * Shows what the component stores, and lets the reader change consent.
 *
 * @param {(remark: string) => void} notify
 */
export function showPrivacy(notify) {
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (byId('privacy').querySelectorAll('[data-command]'));
  for (const button of buttons) {
    const {command: name = '', argument} = button.dataset;
    button.addEventListener('click', async () => {
      const isKnown = await attempt(name, argument);
      notify(isKnown ? `Called ${name}().` : `This version of the component has no ${name}().`);
      refreshPrivacy();
    });
  }
  refreshPrivacy();
  setInterval(refreshPrivacy, readInterval);
  void showPolicy();
}

async function showPolicy() {
  const {headers} = await fetch(shop.location.href);
  byId('policy').textContent = (headers.get('Content-Security-Policy') ?? '').replaceAll('; ', ';\n');
}

/** How often the storage is read, in ms. Browsers do not notify a page of a write. */
const readInterval = 1_000;

/** What is shown, as text. */
let shown = '';

/** Reads the storage now, without waiting for the next reading. */
export function refreshPrivacy() {
  void showStored();
}

/**
 * @param {string} name
 * @param {string} [argument]
 */
async function attempt(name, argument) {
  try {
    await command(name, ...(argument ? [Number(argument)] : []));
    return true;
  } catch {
    return false;
  }
}

async function showStored() {
  const records = await readRecords();
  const text = JSON.stringify(records);
  if (text === shown) return;
  shown = text;
  // An empty record stays after a log-out. It says nothing about the visitor.
  const telling = records.filter(([, value]) => Object.keys(Object(value)).length > 0);
  const rows = telling.flatMap(([key, value]) => [
    element('tr', {}, element('th', {colspan: '3', scope: 'rowgroup', class: 'note'}, String(key))),
    ...Object.entries(Object(value)).map(row),
  ]);
  const nothing = element('tr', {}, element('td', {colspan: '3'}, 'Nothing is stored. The visitor is unknown.'));
  byId('stored').replaceChildren(...(rows.length > 0 ? rows : [nothing]));
}

/** @param {[string, unknown]} part */
function row([name, value]) {
  return element(
    'tr',
    {},
    element('th', {scope: 'row'}, element('code', {}, name)),
    element('td', {}, purposes[name] ?? 'Kept by another part of the component.'),
    element('td', {}, typeof value === 'object' ? folded(name, value) : element('code', {}, asText(name, value))),
  );
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function folded(name, value) {
  return element('pre', {class: 'code', 'aria-label': name}, pretty(value));
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function asText(name, value) {
  if (typeof value !== 'number' || !name.endsWith('At')) return String(value);
  return new Date(value).toLocaleTimeString();
}
