const heard = 'web-engagement-heard';

/**
 * Whether an element still has its listeners, of which it gets one more at the first call. A document that is opened anew
 * takes those of everything that was in it.
 */
export function keepsListeners(element: EventTarget): boolean {
  // A listener that is there cancels it.
  if (!element.dispatchEvent(new CustomEvent(heard, {cancelable: true}))) return true;
  element.addEventListener(heard, (event) => event.preventDefault());
  return false;
}
