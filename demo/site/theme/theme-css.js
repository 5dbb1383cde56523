/** @import {Theme} from './themes.js' */

/** @type {[property: string, colour: keyof Theme['light']][]} */
const colours = [
  ['accent', 'accent'],
  ['on-accent', 'onAccent'],
  ['surface', 'surface'],
  ['on-surface', 'onSurface'],
  ['border', 'border'],
  ['focus', 'focus'],
];

/**
 * Writes a CSS rule for a theme. It uses only documented custom properties of the component.
 *
 * @param {Theme} theme
 */
export function toCss({light, dark, radius, font}) {
  const values = [
    ...colours.map(([property, colour]) => [property, `light-dark(${light[colour]}, ${dark[colour]})`]),
    ['radius', `${radius}px`],
    ['font', font],
  ];
  const lines = values.map(([property, value]) => `  --web-engagement-${property}: ${value};`);
  return `web-engagement {\n${lines.join('\n')}\n}`;
}
