/**
 * Tells when an element can really be seen: not in a background tab, not below a hidden ancestor, not off screen.
 * The returned function ends it; from then on the element counts as unseen. Where nothing observes, it counts as seen.
 *
 * @param isVisible whether it is known to be seen
 */
export function watchVisibility(
  element: Element,
  onChange: (isVisible: boolean) => void,
  isVisible = false,
): () => void {
  const change = (next: boolean): void => {
    if (next !== isVisible) onChange((isVisible = next));
  };
  if (!('IntersectionObserver' in globalThis)) {
    change(true);
    return () => change(false);
  }
  const observer = new IntersectionObserver((entries) => change(!!entries.at(-1)?.isIntersecting));
  observer.observe(element);
  return () => {
    observer.disconnect();
    change(false);
  };
}
