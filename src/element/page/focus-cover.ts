import type {Area} from './obstacles/fixed-boxes.js';

/**
 * Tells whenever the focus moves on the page, and when what has it may have moved; until `signal` aborts.
 *
 * @param onMove called with whether the focus itself has moved
 */
export function watchFocus(onMove: (isNew: boolean) => void, signal: AbortSignal): void {
  const again = (): void => {
    if (!signal.aborted) onMove(false);
  };
  // Browsers scroll what gets the focus into view some frames later.
  const follow = (): void => {
    onMove(true);
    requestAnimationFrame(() => requestAnimationFrame(again));
    setTimeout(again, 60);
  };
  document.addEventListener('focusin', follow, {signal});
  document.addEventListener('scroll', () => requestAnimationFrame(again), {capture: true, passive: true, signal});
}

/** Whether others hide more than half of what the window shows of an element (WCAG 2.2, 2.4.11 Focus Not Obscured). */
export function isCovered(element: Element, covers: readonly Element[]): boolean {
  const {left, right, top, bottom} = element.getBoundingClientRect();
  const visible = {
    left: Math.max(left, 0),
    right: Math.min(right, innerWidth),
    top: Math.max(top, 0),
    bottom: Math.min(bottom, innerHeight),
  };
  let hidden = 0;
  for (const cover of covers) hidden += sharedArea(visible, cover.getBoundingClientRect());
  return hidden > sharedArea(visible, visible) / 2;
}

/** Size of what two boxes share, in square px. */
function sharedArea(one: Area, other: Area): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(width, 0) * Math.max(height, 0);
}
