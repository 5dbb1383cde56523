/** Adds or removes a listener of the page, which needs no element. */
export function listen(tag: HTMLElement, command: 'on' | 'off', [event, listener]: readonly unknown[]): void {
  tag[command === 'on' ? 'addEventListener' : 'removeEventListener'](
    `engagement-${String(event)}`,
    listener as EventListener,
  );
}
