// A blocking script: it has to replace the page's clock before the component's script reads it.

/** A clock of the page that can be set ahead, for all pages of the tab. The computer's clock is not touched. */
class PageClock {
  #key = 'clock-ahead';
  #startedAhead = Number(sessionStorage.getItem(this.#key));
  #ahead = this.#startedAhead;
  #startTimer = setTimeout.bind(globalThis);
  #stopTimer = clearTimeout.bind(globalThis);
  /** @type {Map<unknown, {due: number, timer: unknown, ring: () => void}>} */ #alarms = new Map();

  /** The computer's clock, which the sandbox uses too, in ms since the epoch. */
  realNow = Date.now.bind(Date);

  /** How far the clock is ahead, in ms. */
  get ahead() {
    return this.#ahead;
  }

  /** What the clock says, in ms since the epoch. */
  now = () => this.realNow() + this.#ahead;

  /** Makes this the clock of the page. */
  install() {
    const {timeOrigin} = performance;
    const readElapsed = performance.now.bind(performance);
    Date.now = this.now;
    Object.defineProperty(performance, 'timeOrigin', {value: timeOrigin + this.#startedAhead});
    Object.defineProperty(performance, 'now', {value: () => readElapsed() + this.#ahead - this.#startedAhead});
    Object.assign(globalThis, {setTimeout: this.#setTimeout, clearTimeout: this.#clearTimeout});
  }

  /**
   * Sets the clock ahead. Timers that become due fire at once, in their order.
   *
   * @param {number} span in ms
   */
  advance(span) {
    this.#ahead += span;
    sessionStorage.setItem(this.#key, String(this.#ahead));
    for (const alarm of [...this.#alarms.values()].sort((one, other) => one.due - other.due)) {
      this.#stopTimer(/** @type {number} */ (alarm.timer));
      if (alarm.due <= Date.now()) alarm.ring();
      else alarm.timer = this.#startTimer(alarm.ring, alarm.due - Date.now());
    }
  }

  /** Sets the clock right, from the next page on. */
  forget() {
    sessionStorage.removeItem(this.#key);
  }

  /** @param {(...args: unknown[]) => void} callback @param {number} [delay] @param {...unknown} args */
  #setTimeout = (callback, delay = 0, ...args) => {
    const ring = () => {
      this.#alarms.delete(id);
      callback(...args);
    };
    /** @type {unknown} */
    const id = this.#startTimer(ring, delay);
    this.#alarms.set(id, {due: Date.now() + delay, timer: id, ring});
    return id;
  };

  /** @param {unknown} id */
  #clearTimeout = (id) => {
    this.#stopTimer(/** @type {number} */ (this.#alarms.get(id)?.timer ?? id));
    this.#alarms.delete(id);
  };
}

const pageClock = new PageClock();
pageClock.install();
