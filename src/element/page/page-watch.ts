import {pageBody, pageRoot, parentOf} from './obstacles/hits.js';

/** What tells assistive technology, and us, that a part of the page is closed or covered. */
const attributes = ['inert', 'aria-hidden', 'aria-modal'];

/** The same, and what shows and hides a dialog that stays in the page. */
const attributeFilter = [...attributes, 'style', 'class', 'hidden'];

/**
 * Calls back, once per frame at most, when one of these events comes anywhere in the window, when the page adds or removes
 * something at its outermost level, when it closes or opens a part of itself, and when it shows or hides a modal dialog;
 * until `signal` aborts.
 */
export function watchPage(names: readonly string[], onChange: () => void, signal: AbortSignal): void {
  let isDue = false;
  const look = (): void => {
    isDue = false;
    if (signal.aborted) return;
    observe();
    onChange();
  };
  const lookSoon = (): void => {
    if (!isDue) requestAnimationFrame(look);
    isDue = true;
  };
  const observer = new MutationObserver(lookSoon);
  const observe = (): void => {
    for (const modal of pageRoot().querySelectorAll('[aria-modal]')) {
      for (let it: Element | null = modal; it; it = parentOf(it)) observer.observe(it, {attributeFilter});
    }
    observer.observe(pageRoot(), {subtree: true, attributeFilter: attributes});
    observer.observe(pageBody(), {childList: true, attributeFilter});
  };
  for (const name of names) addEventListener(name, lookSoon, {capture: true, passive: true, signal});
  observe();
  signal.addEventListener('abort', () => observer.disconnect());
}
