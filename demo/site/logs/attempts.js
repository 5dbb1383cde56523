/**
 * @import {EngagementEvent} from '../component.js'
 * @typedef {{at: number, attempt: number, delay: number}} Mark
 */

/** Derives the attempt and the pause of each handshake from the component's events, because requests do not carry them. */
export class Attempts {
  /** @type {Mark[]} */ #marks = [];

  /** @param {EngagementEvent} event */
  note({at, type, detail}) {
    if (type === 'engagement-retry') this.#marks.push({at, attempt: detail.attempt ?? 1, delay: detail.delay ?? 0});
    else if (type === 'engagement-statechange') this.#marks.push({at, attempt: 1, delay: 0});
  }

  /**
   * The number of the attempt that was sent at this time, from 1.
   *
   * @param {number} at in ms since the epoch
   */
  numberAt(at) {
    return this.#marks.findLast((mark) => mark.at < at)?.attempt ?? 1;
  }

  /**
   * The pause after a request that was sent at this time, in ms. `0` for none.
   *
   * @param {number} at in ms since the epoch
   */
  pauseAfter(at) {
    return this.#marks.find((mark) => mark.at >= at)?.delay ?? 0;
  }
}
