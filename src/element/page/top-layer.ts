/**
 * Puts a `popover="manual"` into the top layer, or takes it out, whichever is not so yet. The attribute `data-open` shows
 * it, so that a browser without popovers shows it above the page by its z-index.
 */
export function setInTopLayer(popover: HTMLElement, isOpen: boolean): void {
  popover.toggleAttribute('data-open', isOpen);
  // An inline surface is no popover, some browsers have none, and some simulated documents have no way to open one.
  if (!popover.popover || popover.matches(':popover-open') === isOpen) return;
  (popover as Partial<HTMLElement>).togglePopover?.(isOpen);
}
