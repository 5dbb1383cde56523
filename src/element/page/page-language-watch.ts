/** Calls `onChange` whenever the page changes its language or direction, until `signal` is aborted. */
export function watchPageLanguage(root: Document, onChange: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const observer = new MutationObserver(() => onChange());
  // An image named `documentElement` hides the document's property.
  observer.observe(root.querySelector('html') as Element, {attributeFilter: ['lang', 'dir']});
  signal.addEventListener('abort', () => observer.disconnect());
}
