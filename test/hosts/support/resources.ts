/** Counts what a page holds, as code that runs before the page's own; `resources()` gives the counts. */
export const countingResources = `{
  const timers = new Set();
  for (const [set, clear] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval']]) {
    const [start, stop] = [globalThis[set], globalThis[clear]];
    globalThis[set] = (act, ...more) => {
      const id = start((...given) => {
        if (set === 'setTimeout') timers.delete(id);
        act(...given);
      }, ...more);
      timers.add(id);
      return id;
    };
    globalThis[clear] = (id) => {
      timers.delete(id);
      stop(id);
    };
  }

  const listeners = new Map();
  const {addEventListener: add, removeEventListener: remove} = EventTarget.prototype;
  const keyOf = (type, options) => type + (typeof options === 'object' ? !!options?.capture : !!options);
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? globalThis;
    add.call(target, type, listener, options);
    if (![globalThis, document, document.documentElement].includes(target) || options?.once || options?.signal?.aborted) return;
    const key = keyOf(type, options);
    const entry = [target, key, listener];
    listeners.set(entry, true);
    if (options?.signal) add.call(options.signal, 'abort', () => listeners.delete(entry));
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? globalThis;
    remove.call(target, type, listener, options);
    for (const entry of listeners.keys()) {
      if (entry[0] === target && entry[1] === keyOf(type, options) && entry[2] === listener) listeners.delete(entry);
    }
  };

  let channels = 0;
  globalThis.BroadcastChannel = class extends BroadcastChannel {
    #isOpen = true;
    constructor(name) {
      super(name);
      channels++;
    }
    close() {
      if (this.#isOpen) channels--;
      this.#isOpen = false;
      super.close();
    }
  };

  let observers = 0;
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
    globalThis[name] = class extends globalThis[name] {
      #isObserving = false;
      observe(...given) {
        if (!this.#isObserving) observers++;
        this.#isObserving = true;
        super.observe(...given);
      }
      disconnect() {
        if (this.#isObserving) observers--;
        this.#isObserving = false;
        super.disconnect();
      }
    };
  }

  globalThis.resources = async () => {
    const {held, pending} = await navigator.locks.query();
    return {timers: timers.size, listeners: listeners.size, channels, observers, locks: held.length + pending.length};
  };
}`;
