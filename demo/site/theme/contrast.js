/** @typedef {readonly [red: number, green: number, blue: number]} Colour each from 0 to 255 */

/**
 * @param {string} hex `#rrggbb`
 * @returns {Colour}
 */
export function toColour(hex) {
  const digits = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
  return /** @type {[number, number, number]} */ (digits);
}

/**
 * Mixes one colour into another, as `color-mix(in srgb, …)` and `opacity` do.
 *
 * @param {Colour} over
 * @param {number} share from 0 to 1
 * @param {Colour} ground
 * @returns {Colour}
 */
export function mixed(over, share, ground) {
  const [red, green, blue] = over;
  const mix = (/** @type {number} */ one, /** @type {number} */ other) => one * share + other * (1 - share);
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2])];
}

/**
 * The contrast ratio of WCAG 2, from 1 to 21.
 *
 * @param {Colour} one
 * @param {Colour} other
 */
export function contrast(one, other) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {Colour} colour */
function luminance([red, green, blue]) {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** @param {number} channel */
function linear(channel) {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
