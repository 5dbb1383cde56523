/** The window of a page whose network comes and goes, in the test's own hands. */
export interface FakeNetwork {
  readonly page: {
    readonly navigator: {readonly onLine: boolean};
    readonly document: {
      readonly visibilityState: DocumentVisibilityState;
      addEventListener: EventTarget['addEventListener'];
    };
    addEventListener: EventTarget['addEventListener'];
  };
  /** Says whether there is a network, and tells those who listen. */
  set(isOnline: boolean): void;
  /** The visitor comes back to the page. */
  show(): void;
  /** How many listen. */
  listeners(): number;
}

export function createNetwork(isOnline: boolean): FakeNetwork {
  const events = new EventTarget();
  let count = 0;
  const navigator = {onLine: isOnline};
  const addEventListener: EventTarget['addEventListener'] = (type, listener, options) => {
    const {signal} = options as {signal: AbortSignal};
    count += 1;
    signal.addEventListener('abort', () => (count -= 1));
    events.addEventListener(type, listener, {signal});
  };
  return {
    page: {navigator, document: {visibilityState: 'visible', addEventListener}, addEventListener},
    set: (isOnline) => {
      navigator.onLine = isOnline;
      events.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
    },
    show: () => events.dispatchEvent(new Event('visibilitychange')),
    listeners: () => count,
  };
}
