/**
 * Puts a `popover="manual"` into the top layer, or takes it out, whichever is not so yet.
 *
 * A browser without popovers shows it where it stands, by its own styles.
 */
export function setInTopLayer(popover: HTMLElement | null, isOpen: boolean): void {
  const {showPopover} = HTMLElement.prototype as Partial<HTMLElement>;
  if (!popover || !showPopover || popover.matches(':popover-open') === isOpen) return;
  if (isOpen) popover.showPopover();
  else popover.hidePopover();
}
