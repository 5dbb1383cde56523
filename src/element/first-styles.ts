import {adoptStyles, type CSSResultOrNative, type LitElement} from 'lit';

/** Gives an element that is on the page its looks, before those that a subclass has declared. */
export function adoptFirst(element: LitElement, styles: CSSResultOrNative): void {
  const {elementStyles} = element.constructor as typeof LitElement;
  const root = element.renderRoot as ShadowRoot;
  adoptStyles(root, [styles, ...elementStyles]);
  // Older browsers get elements, which would go with what is rendered.
  root.prepend(...root.querySelectorAll('style'));
}
