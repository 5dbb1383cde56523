import {contrast, mixed, toColour} from './contrast.js';

/**
 * @import {Palette} from './themes.js'
 * @import {Colour} from './contrast.js'
 * @typedef {Record<keyof Palette, Colour>} Colours
 * @typedef {{name: string, ratio: number, needed: number, isEnough: boolean}} PairResult
 */

/** Opacity of the card's smaller text. */
const fainter = 0.8;
/** Share of the text colour in a pressed button. */
const pressed = 0.2;

/**
 * Pairs of adjacent colours, with the contrast that WCAG 2.2 requires (1.4.3, 1.4.11).
 *
 * @type {{name: string, needed: number, colours: (colours: Colours) => [Colour, Colour]}[]}
 */
const pairs = [
  {name: 'Text on the main button', needed: 4.5, colours: ({accent, onAccent}) => [onAccent, accent]},
  {
    name: 'Text on the main button, pressed',
    needed: 4.5,
    colours: ({accent, onAccent, onSurface}) => [onAccent, mixed(onSurface, pressed, accent)],
  },
  {name: 'Title on the card', needed: 4.5, colours: ({surface, onSurface}) => [onSurface, surface]},
  {
    name: 'Text on the card',
    needed: 4.5,
    colours: ({surface, onSurface}) => [mixed(onSurface, fainter, surface), surface],
  },
  {name: 'Main button on the card', needed: 3, colours: ({accent, surface}) => [accent, surface]},
  {name: 'Border on the card', needed: 3, colours: ({border, surface}) => [border, surface]},
  {name: 'Focus ring on the card', needed: 3, colours: ({focus, surface}) => [focus, surface]},
];

/**
 * Measures the contrast of every pair.
 *
 * @param {Palette} palette
 * @returns {PairResult[]}
 */
export function checkPalette(palette) {
  const colours = /** @type {Colours} */ (
    Object.fromEntries(Object.entries(palette).map(([name, hex]) => [name, toColour(hex)]))
  );
  return pairs.map(({name, needed, colours: choose}) => {
    const ratio = contrast(...choose(colours));
    return {name, ratio, needed, isEnough: ratio >= needed};
  });
}
