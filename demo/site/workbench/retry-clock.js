import {byId, element} from '../dom/markup.js';
import {pageClock} from '../shop-frame.js';

/** Pauses of the retry policy, in s. */
const pauses = [3, 10, 30, 90];

/** Time between two updates of the countdown, in ms. */
const updateInterval = 100;

/** Shows the component's progress through its retries, and sets the shop's clock ahead. */
export class RetryClock {
  #steps = showSteps(byId('ladder'));
  #left = byId('countdown');
  #bar = /** @type {HTMLProgressElement} */ (byId('countdown-bar'));
  #skip = /** @type {HTMLButtonElement} */ (byId('skip-pause'));
  /** @type {ReturnType<typeof setInterval> | undefined} */ #timer;
  /** End of the pause, by the shop's clock, in ms since the epoch. */
  #end = 0;
  #attempt = 1;
  /** When the event of the pause came, by the computer's clock, in ms since the epoch. */
  #reportedAt = 0;

  constructor() {
    this.#skip.addEventListener('click', () => this.#advance(Math.max(0, this.#end - pageClock.now())));
    for (const button of byId('clock').querySelectorAll('button')) {
      const seconds = Number(button.dataset['seconds']);
      if (seconds) button.addEventListener('click', () => this.#advance(seconds * 1_000));
    }
    this.stop();
    this.#showAhead();
  }

  get isRunning() {
    return this.#timer !== undefined;
  }

  /**
   * Starts the countdown of a pause.
   *
   * @param {{at: number, pageAt: number, detail: {delay?: number, attempt?: number}}} event
   */
  start({at, pageAt, detail: {delay = 0, attempt = 1}}) {
    this.stop();
    [this.#end, this.#attempt, this.#reportedAt] = [pageAt + delay, attempt, at];
    this.#bar.max = delay;
    this.#skip.setAttribute('aria-disabled', 'false');
    this.#mark(2 * attempt - 3);
    this.#timer = setInterval(() => this.#show(), updateInterval);
    this.#show();
  }

  /**
   * Ends the countdown when a request has been sent. Ignores the request before the pause, which may be reported late.
   *
   * @param {number} at in ms since the epoch
   */
  noteRequest(at) {
    if (!this.isRunning || at <= this.#reportedAt) return;
    this.stop();
    this.#mark(2 * this.#attempt - 2);
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#left.textContent = 'No retry is pending.';
    this.#bar.max = 1;
    this.#bar.value = 0;
    this.#skip.setAttribute('aria-disabled', 'true');
    this.#mark(-1);
  }

  /** @param {number} span in ms */
  #advance(span) {
    if (span > 0) pageClock.advance(span);
    this.#showAhead();
    if (this.isRunning) this.#show();
  }

  #show() {
    const left = Math.max(0, this.#end - pageClock.now());
    this.#left.textContent = `${(left / 1000).toFixed(1)} s until request ${this.#attempt}`;
    this.#bar.value = this.#bar.max - left;
  }

  #showAhead() {
    const seconds = Math.round(pageClock.ahead / 1000);
    byId('clock-ahead').textContent =
      seconds === 0 ? 'The shop’s clock is not ahead.' : `The shop’s clock is ${seconds} s ahead.`;
  }

  /** @param {number} current index of the current step, -1 for none */
  #mark(current) {
    for (const [index, step] of this.#steps.entries()) {
      if (index === current) step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');
      step.classList.toggle('past', index < current);
    }
  }
}

/** @param {HTMLElement} place */
function showSteps(place) {
  const request = (/** @type {number} */ number) => element('li', {class: 'request-step'}, `Request ${number}`);
  const steps = [
    request(1),
    ...pauses.flatMap((seconds, index) => [element('li', {class: 'pause-step'}, `${seconds} s`), request(index + 2)]),
  ];
  place.replaceChildren(...steps);
  return steps;
}
