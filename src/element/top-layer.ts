/** Puts a `popover="manual"` into the top layer, or takes it out, whichever is not so yet. */
export function setInTopLayer(popover: HTMLElement | null, isOpen: boolean): void {
  if (popover && popover.matches(':popover-open') !== isOpen) popover.togglePopover(isOpen);
}
