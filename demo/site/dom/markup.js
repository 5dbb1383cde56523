/** Longest text that is shown whole, in characters. */
const maxLength = 3000;

/**
 * Creates an element.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes, ...children) {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...children);
  return created;
}

/**
 * Creates an element of SVG.
 *
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
export function shape(name, attributes) {
  const created = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) created.setAttribute(attribute, String(value));
  return created;
}

/**
 * Finds an element of the page.
 *
 * @param {string} id
 * @returns {HTMLElement}
 * @throws when the page has no such element
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}

/**
 * Formats a value for readers. Very long values are cut.
 *
 * @param {unknown} value
 */
export function pretty(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
  return text.length > maxLength ? `${text.slice(0, maxLength)}…\n(${text.length - maxLength} more characters)` : text;
}
