/** Whether the document has a layout. Those that simulate one in tests have none. */
export const isLaidOut = (): boolean => 'elementsFromPoint' in document;

/** Lists what lies at a point of the window, in open shadow trees too, from the top to the bottom; without an element of ours. */
export function hitsAt(x: number, y: number, own: Element, root: Document | ShadowRoot = document): Element[] {
  if (!isLaidOut()) return [];
  return root.elementsFromPoint(x, y).flatMap((element) => {
    // Some browsers list what is outside of a shadow tree, too.
    if (element === own || element.getRootNode() !== root) return [];
    return [...(element.shadowRoot ? hitsAt(x, y, own, element.shadowRoot) : []), element];
  });
}

/** The parent of an element; for the outermost one of a shadow tree, the element that the tree belongs to. */
export function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

/** The body. A page that replaces it has none for a moment, and an image named `body` hides the document's property. */
export const pageBody = (): Element => document.querySelector('body') ?? pageRoot();

/** The outermost element of the page, also where an image named `documentElement` hides the document's property. */
export const pageRoot = (): Element => document.querySelector('html') as Element;
