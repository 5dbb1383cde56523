import {pageBody, pageRoot} from './hits.js';

/** What tells assistive technology, and us, that a part of the page is closed or covered. */
const attributes = ['inert', 'aria-hidden', 'aria-modal'];

/**
 * Calls back, once per frame at most, when one of these events comes anywhere in the window, when the page adds or removes
 * something at its outermost level, and when it closes or opens a part of itself; until `signal` aborts.
 */
export function watchPage(names: readonly string[], onChange: () => void, signal: AbortSignal): void {
  let isDue = false;
  const look = (): void => {
    isDue = false;
    if (!signal.aborted) onChange();
  };
  const lookSoon = (): void => {
    if (!isDue) requestAnimationFrame(look);
    isDue = true;
  };
  for (const name of names) addEventListener(name, lookSoon, {capture: true, passive: true, signal});
  const observer = new MutationObserver(lookSoon);
  observer.observe(pageRoot(), {subtree: true, attributeFilter: attributes});
  observer.observe(pageBody(), {childList: true, attributeFilter: ['style', ...attributes]});
  signal.addEventListener('abort', () => observer.disconnect());
}
