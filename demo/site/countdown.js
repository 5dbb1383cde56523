import {byId} from './markup.js';

/** Shows how long it is until the next request. */
export class Countdown {
  #box = byId('countdown');
  #label = byId('countdown-label');
  #left = byId('countdown-left');
  #bar = /** @type {HTMLProgressElement} */ (byId('countdown-bar'));
  /** @type {ReturnType<typeof setInterval> | undefined} */ #timer;
  #from = 0;

  get isRunning() {
    return !this.#box.hidden;
  }

  /**
   * @param {number} from when the pause began, in ms since the epoch
   * @param {number} delay
   * @param {number} attempt
   */
  start(from, delay, attempt) {
    this.stop();
    this.#from = from;
    this.#label.textContent = `Request ${attempt} of 5 in`;
    this.#bar.max = delay;
    this.#box.hidden = false;
    this.#timer = setInterval(() => this.#show(from + delay - Date.now()), 100);
    this.#show(from + delay - Date.now());
  }

  /**
   * A request was sent; the one that led to this pause may be told of late.
   *
   * @param {number} at
   */
  noteRequest(at) {
    if (at > this.#from) this.stop();
  }

  stop() {
    clearInterval(this.#timer);
    this.#box.hidden = true;
  }

  /** @param {number} left */
  #show(left) {
    this.#left.textContent = `${(Math.max(0, left) / 1000).toFixed(1)} s`;
    this.#bar.value = this.#bar.max - Math.max(0, left);
  }
}
