/** Points along each side of a box that are looked at; an edge alone that can be seen is not enough. */
const steps = [0.1, 0.3, 0.5, 0.7, 0.9];

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

/** Returns what has the focus on the page, in open shadow trees too; nothing when it is the whole page. */
export function focusedElement(): Element | undefined {
  let {activeElement} = document;
  while (activeElement?.shadowRoot?.activeElement) ({activeElement} = activeElement.shadowRoot);
  return activeElement && activeElement !== document.body ? activeElement : undefined;
}

/** Whether all that the window shows of an element lies under others (WCAG 2.2, 2.4.11 Focus Not Obscured). */
export function isCovered(element: Element, covers: readonly Element[]): boolean {
  const {left, right, top, bottom} = element.getBoundingClientRect();
  const [start, end] = [Math.max(left, 0), Math.min(right, innerWidth)];
  const [first, last] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
  if (start >= end || first >= last) return false;
  const boxes = covers.map((cover) => cover.getBoundingClientRect());
  return steps.every((across) =>
    steps.every((down) => {
      const [x, y] = [start + across * (end - start), first + down * (last - first)];
      return boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    }),
  );
}
