/**
 * Chooses a value in a field of a panel below, as a reader would.
 *
 * @param {string} selector
 * @param {string} value
 */
export function choose(selector, value) {
  const field = /** @type {HTMLSelectElement} */ (document.querySelector(selector));
  field.value = value;
  field.dispatchEvent(new Event('change', {bubbles: true}));
}
