/** Adds or removes a listener of the page, which needs no element. */
export function listen(tag: HTMLElement, command: 'on' | 'off', [event, listener]: readonly unknown[]): void {
  // Anything else would throw. The element's file tells of it.
  if (Object(listener) !== listener) return;
  tag[command === 'on' ? 'addEventListener' : 'removeEventListener'](
    `engagement-${String(event)}`,
    listener as EventListener,
  );
}
