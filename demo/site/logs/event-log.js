import {timeOf} from './log-line.js';
import {byId, element} from '../dom/markup.js';
import {preventedNext} from '../shop-frame.js';

/**
 * @import {EngagementEvent, Detail, Problem} from '../component.js'
 */

const maxRows = 60;
const requests = ['show', 'accept', 'resume', 'dismiss'];

/** Lists the component's events, the newest on top. Its switches prevent the default action of the next event of a type. */
export class EventLog {
  #rows = byId('event-rows');
  #filter = /** @type {HTMLSelectElement} */ (byId('event-filter'));
  #switches = new Map(requests.map((name) => [`engagement-${name}`, preventSwitch(name)]));

  constructor() {
    byId('prevent').append(...[...this.#switches.values()].map(({label}) => label));
    this.#filter.addEventListener('change', () => {
      for (const row of this.#rows.children) this.#filterRow(/** @type {HTMLElement} */ (row));
    });
    byId('clear-events').addEventListener('click', () => this.#rows.replaceChildren());
  }

  /** @param {EngagementEvent} event */
  add({at, type, isCancelable, isPrevented, detail}) {
    // The switch is for one event only.
    const preventing = this.#switches.get(type);
    if (preventing) preventing.input.checked = preventedNext.has(type);
    const name = type.replace('engagement-', '');
    const row = element(
      'tr',
      {class: isCancelable ? 'is-request' : 'is-fact', 'data-name': name},
      element('td', {}, timeOf(at)),
      element('th', {scope: 'row'}, name),
      element('td', {}, isCancelable ? 'yes' : ''),
      element('td', {}, isPrevented ? 'yes' : ''),
      element('td', {}, summaryOf(name, detail)),
    );
    this.#filterRow(row);
    this.#rows.prepend(row);
    while (this.#rows.children.length > maxRows) this.#rows.lastElementChild?.remove();
  }

  /** @param {HTMLElement} row */
  #filterRow(row) {
    const {value} = this.#filter;
    row.hidden = value !== '' && !row.classList.contains(value) && row.dataset['name'] !== value;
  }
}

/** @param {string} name */
function preventSwitch(name) {
  const type = `engagement-${name}`;
  const input = element('input', {type: 'checkbox', autocomplete: 'off'});
  input.addEventListener('change', () => {
    if (input.checked) preventedNext.add(type);
    else preventedNext.delete(type);
  });
  return {input, label: element('label', {class: 'switch'}, input, name)};
}

/**
 * @param {string} name
 * @param {Detail} detail
 */
function summaryOf(name, {from, to, cause, attempt, delay = 0, error, offer, type, outcome, reason}) {
  switch (name) {
    case 'statechange':
      return `${from} → ${to} (${cause})`;
    case 'retry':
      return [`${(delay / 1000).toFixed(1)} s until request ${attempt}`, ...(cause ? [sentence(cause)] : [])].join(
        '; ',
      );
    case 'error':
      return sentence(error ?? 'unknown');
    case 'notification':
      return [`${type}: ${outcome}`, ...(reason ? [reason] : [])].join(', ');
    default:
      return `offer from ${offer?.source}`;
  }
}

/** @param {Problem | string} problem */
function sentence(problem) {
  return typeof problem === 'string' ? problem : `${problem.name}: ${problem.message}`;
}
