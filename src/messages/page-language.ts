/** Returns the language that the page sets for an element, across shadow roots. Undefined if it sets none. */
export function pageLanguage(element: Element): string | undefined {
  let place: Element | undefined = element;
  while (place) {
    const language = place.closest('[lang]')?.getAttribute('lang');
    if (language) return language;
    place = (place.getRootNode() as Partial<ShadowRoot>).host;
  }
  return undefined;
}
