/**
 * @typedef {{
 *   accent: string, onAccent: string, surface: string, onSurface: string, border: string, focus: string
 * }} Palette
 * @typedef {{name: string, light: Palette, dark: Palette, radius: number, font: string}} Theme
 */

export const fonts = {
  'System, sans-serif': 'system-ui, sans-serif',
  Serif: "Georgia, 'Times New Roman', serif",
  Rounded: "ui-rounded, 'Nunito', 'Arial Rounded MT Bold', sans-serif",
  Monospace: 'ui-monospace, Menlo, Consolas, monospace',
};

const {'System, sans-serif': system, Serif: serif, Rounded: rounded} = fonts;

/**
 * @param {string} accent
 * @param {string} onAccent
 * @param {string} surface
 * @param {string} onSurface
 * @param {string} border
 * @param {string} [focus]
 * @returns {Palette}
 */
function palette(accent, onAccent, surface, onSurface, border, focus = accent) {
  return {accent, onAccent, surface, onSurface, border, focus};
}

/** The component's own look. @type {Theme} */
export const standard = {
  name: 'Standard',
  light: palette('#2f54d6', '#ffffff', '#ffffff', '#171b26', '#8b8d93'),
  dark: palette('#a8bbff', '#0e1738', '#1b1e27', '#f1f3f8', '#868990'),
  radius: 16,
  font: system,
};

/** Ready-made looks. Tests check the contrasts of each. @type {Theme[]} */
export const themes = [
  {
    name: 'Lagoon',
    light: palette('#0b6b6b', '#ffffff', '#f3fbfa', '#0f2f2d', '#5a8783'),
    dark: palette('#73d8cf', '#03302d', '#0e2422', '#e3f5f3', '#6b9994'),
    radius: 20,
    font: system,
  },
  {
    name: 'Ember',
    light: palette('#a83a10', '#ffffff', '#fffaf5', '#33180c', '#99745f'),
    dark: palette('#ffb38f', '#3d1504', '#2a1912', '#fbeee7', '#a27f6e'),
    radius: 12,
    font: serif,
  },
  {
    name: 'Meadow',
    light: palette('#2c6a1f', '#ffffff', '#fbfdf6', '#1b2a14', '#71845f'),
    dark: palette('#a9dd8e', '#14300a', '#182113', '#eef6e8', '#7f9370'),
    radius: 28,
    font: rounded,
  },
  {
    name: 'Plum',
    light: palette('#7a2a86', '#ffffff', '#fdf8fe', '#2b1230', '#8f7296'),
    dark: palette('#e7aef0', '#3a0c42', '#251a29', '#f8eefa', '#987f9e'),
    radius: 24,
    font: system,
  },
  {
    name: 'Graphite',
    light: palette('#24272d', '#ffffff', '#ffffff', '#1b1d21', '#80848c', '#2f54d6'),
    dark: palette('#e6e8ec', '#17191d', '#1d1f23', '#f2f3f5', '#858a93', '#a8bbff'),
    radius: 4,
    font: system,
  },
  {
    name: 'Beacon',
    light: palette('#000000', '#ffea00', '#ffffff', '#000000', '#000000', '#0000c8'),
    dark: palette('#ffea00', '#000000', '#000000', '#ffffff', '#ffffff', '#7de0ff'),
    radius: 0,
    font: system,
  },
];
