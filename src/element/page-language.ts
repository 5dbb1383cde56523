/** Returns the language that the page gives an element, across shadow roots; nothing when it gives none. */
export function pageLanguage(element: Element): string | undefined {
  for (let current: Element | null = element; current; current = parentOf(current)) {
    const language = current.getAttribute('lang');
    if (language !== null) return language;
  }
  return undefined;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
