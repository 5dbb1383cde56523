/** Whether an element, its shadow tree or one of its children has the focus, even while the window has not. */
export function holdsFocus(element: Element): boolean {
  return element.contains(focusedIn(element.getRootNode() as Partial<DocumentOrShadowRoot>));
}

/** What has the focus in a tree; nothing where an image named `activeElement` hides the document's property. */
function focusedIn({activeElement}: Partial<DocumentOrShadowRoot>): Element | null {
  return activeElement instanceof Element ? activeElement : null;
}

/** Returns what has the focus on the page, in open shadow trees too; nothing when it is the whole page. */
export function focusedElement(): Element | undefined {
  let focused = focusedIn(document);
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused && focused !== document.body ? focused : undefined;
}
