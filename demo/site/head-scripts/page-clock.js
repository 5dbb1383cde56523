// A blocking script on purpose: it stands before the component's own, which reads the page's clock like any other code.

/** The page's clock. It can be put forward, and is then ahead in every page of the tab; the computer's own is not touched. */
const pageClock = (() => {
  const key = 'clock-ahead';
  const startedAhead = Number(sessionStorage.getItem(key));
  const {timeOrigin} = performance;
  const readDate = Date.now.bind(Date);
  const readElapsed = performance.now.bind(performance);
  const startTimer = setTimeout.bind(globalThis);
  const stopTimer = clearTimeout.bind(globalThis);
  /** @type {Map<unknown, {due: number, timer: unknown, ring: () => void}>} */
  const alarms = new Map();
  let ahead = startedAhead;

  /** @param {() => void} ring @param {number} delay */
  const setAlarm = (ring, delay) => startTimer(ring, delay);

  /** @param {(...args: unknown[]) => void} callback @param {number} [delay] @param {...unknown} args */
  const setTimeoutByPageClock = (callback, delay = 0, ...args) => {
    const ring = () => {
      alarms.delete(id);
      callback(...args);
    };
    const id = setAlarm(ring, delay);
    alarms.set(id, {due: Date.now() + delay, timer: id, ring});
    return id;
  };

  /** @param {unknown} id */
  const clearTimeoutByPageClock = (id) => {
    stopTimer(/** @type {number} */ (alarms.get(id)?.timer ?? id));
    alarms.delete(id);
  };

  Date.now = () => readDate() + ahead;
  Object.defineProperty(performance, 'timeOrigin', {value: timeOrigin + startedAhead});
  Object.defineProperty(performance, 'now', {value: () => readElapsed() + ahead - startedAhead});
  Object.assign(globalThis, {setTimeout: setTimeoutByPageClock, clearTimeout: clearTimeoutByPageClock});

  return {
    /** When the page was loaded, in ms since the epoch, by the computer's clock. */
    loadedAt: Math.round(timeOrigin),
    /** The computer's clock, in ms since the epoch: what the sandbox goes by. */
    realNow: readDate,
    /** In ms. */
    get ahead() {
      return ahead;
    },
    /** Puts the clock forward by so many ms; what falls due thereby rings at once, in its order. */
    advance: (/** @type {number} */ span) => {
      ahead += span;
      sessionStorage.setItem(key, String(ahead));
      for (const alarm of [...alarms.values()].sort((one, other) => one.due - other.due)) {
        stopTimer(/** @type {number} */ (alarm.timer));
        if (alarm.due <= Date.now()) alarm.ring();
        else alarm.timer = setAlarm(alarm.ring, alarm.due - Date.now());
      }
    },
    /** From the next page on the clock is right again. */
    forget: () => sessionStorage.removeItem(key),
  };
})();
