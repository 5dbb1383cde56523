/** Whether an element, its shadow tree or one of its children has the focus, also while the window itself has it not. */
export function holdsFocus(element: Element): boolean {
  const {activeElement} = element.getRootNode() as Partial<DocumentOrShadowRoot>;
  return element.contains(activeElement ?? null);
}
