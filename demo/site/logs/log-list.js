import {element} from '../dom/markup.js';
import {logEntry, parts} from './log-line.js';

/**
 * @import {Line, Details} from './log-line.js'
 * @typedef {{entry: HTMLElement, count: number, at: number}} Run
 */

const maxEntries = 60;

/** A list of log entries, the newest on top. Repeated lines are one entry with a count. */
export class LogList {
  #list;
  /** @type {Map<string, Run>} */ #runs = new Map();

  /** @param {HTMLElement} list */
  constructor(list) {
    this.#list = list;
  }

  clear() {
    this.#list.replaceChildren();
    this.#runs.clear();
  }

  /**
   * Gives the next line with this key an entry of its own.
   *
   * @param {string} key
   */
  endRun(key) {
    this.#runs.delete(key);
  }

  /**
   * @param {Line} line
   * @param {Details} details
   * @returns {HTMLElement} the new entry, or the earlier one whose count went up
   */
  add(line, details) {
    const run = this.#findRun(line);
    if (run) {
      run.count++;
      run.at = line.at;
      recount(run, details);
      return run.entry;
    }
    const entry = logEntry(line, details);
    if (line.repeats) this.#runs.set(line.repeats.key, {entry, count: 1, at: line.at});
    // The server logs a request later than the component reports its answer.
    const earlier = [...this.#list.children].find((other) => Number(other.getAttribute('data-at')) <= line.at);
    this.#list.insertBefore(entry, earlier ?? null);
    if (this.#list.children.length > maxEntries) this.#list.lastElementChild?.remove();
    return entry;
  }

  /** @param {Line} line */
  #findRun({at, repeats}) {
    const run = this.#runs.get(repeats?.key ?? '');
    return run?.entry.isConnected && at - run.at <= (repeats?.within ?? 0) ? run : undefined;
  }
}

/**
 * Changes as little as possible, so that an entry stays open and keeps the focus.
 *
 * @param {Run} run
 * @param {Details} details
 */
function recount({entry, count}, details) {
  const text = `×${count}`;
  const counter = entry.querySelector('.count');
  if (counter) counter.textContent = text;
  else entry.querySelector('.what')?.after(element('span', {class: 'count'}, text));
  entry.querySelector('dl')?.replaceChildren(...parts(details));
}
