/**
 * @import {EngagementEvent} from '../component.js'
 * @typedef {{at: number, attempt: number, delay: number}} Mark
 */

/** Tells which request of a series a handshake is, and what pause follows it; the wire itself does not say so. */
export class Attempts {
  /** @type {Mark[]} */ #marks = [];

  /** @param {EngagementEvent} event */
  note({at, type, detail}) {
    if (type === 'engagement-retry') this.#marks.push({at, attempt: detail.attempt ?? 1, delay: detail.delay ?? 0});
    else if (type === 'engagement-statechange') this.#marks.push({at, attempt: 1, delay: 0});
  }

  /**
   * Number of the request that was sent then.
   *
   * @param {number} at in ms since the epoch
   */
  numberAt(at) {
    return this.#marks.findLast((mark) => mark.at < at)?.attempt ?? 1;
  }

  /**
   * The pause that came after what was sent then, in ms; `0` for none.
   *
   * @param {number} at in ms since the epoch
   */
  pauseAfter(at) {
    return this.#marks.find((mark) => mark.at >= at)?.delay ?? 0;
  }
}
