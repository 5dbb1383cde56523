/** Calls `onChange` whenever the page changes its language or direction, until `signal` is aborted. */
export function watchPageLanguage(root: Document, onChange: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const observer = new MutationObserver(() => onChange());
  observer.observe(root.documentElement, {attributeFilter: ['lang', 'dir']});
  signal.addEventListener('abort', () => observer.disconnect(), {once: true});
}
