/** Acts on Escape, and keeps it from whoever listens further out; not while it ends the input of a word, or when it was heeded already. */
export function heedEscape(event: KeyboardEvent, act: () => void): void {
  if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
