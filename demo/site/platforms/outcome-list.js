import {element} from '../dom/markup.js';

/**
 * @import {NoticeDetail} from '../component.js'
 * @typedef {{place: HTMLElement, chips: Map<string, {counter: HTMLElement, count: number}>}} Row
 */

const maxRows = 4;

/** @type {Partial<Record<string, string>>} */
const chipClasses = {offered: 'shown', accepted: 'good', errored: 'bad', refused: 'bad'};

/** Lists what was sent to the visitor with its outcomes, the newest on top. */
export class OutcomeList {
  #list;
  /** @type {Map<string, Row>} */ #rows = new Map();

  /** @param {HTMLElement} list */
  constructor(list) {
    this.#list = list;
  }

  /**
   * @param {string} id of the engagement, or the channel of a message without one
   * @param {string} title
   */
  add(id, title) {
    const place = element('span', {class: 'chips'}, element('span', {class: 'chip waiting'}, 'pending'));
    this.#rows.set(id, {place, chips: new Map()});
    this.#list.prepend(element('li', {}, element('span', {class: 'sent'}, title), place));
    while (this.#list.children.length > maxRows) this.#list.lastElementChild?.remove();
  }

  /** @param {NoticeDetail} notice */
  note({type = '', outcome = '', reason = '', engagementId = type}) {
    const row = this.#rows.get(engagementId);
    if (!row) return;
    const text = type === 'noengage' ? `noengage ${outcome}` : outcome;
    const known = row.chips.get(text + reason);
    if (known) {
      known.counter.textContent = `×${++known.count}`;
      return;
    }
    const counter = element('span', {class: 'count'});
    const chip = element('span', {class: `chip ${chipClasses[outcome] ?? ''}`}, text, ' ', counter);
    if (reason) chip.append(' ', element('span', {class: 'reason'}, reason));
    if (row.chips.size === 0) row.place.replaceChildren();
    // This outcome comes when the card is visible, which may be after the outcomes of later messages.
    if (outcome === 'offered') row.place.prepend(chip);
    else row.place.append(chip);
    row.chips.set(text + reason, {counter, count: 1});
  }
}
