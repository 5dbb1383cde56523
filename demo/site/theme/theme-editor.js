import {makeCopyButton} from '../dom/copy-button.js';
import {byId, element, shape} from '../dom/markup.js';
import {shop} from '../shop-frame.js';
import {toCss} from './theme-css.js';
import {checkPalette} from './theme-pairs.js';
import {fonts, standard, themes} from './themes.js';

/** @import {Theme, Palette} from './themes.js' */

/** @type {['light', 'dark']} */
const schemes = ['light', 'dark'];

/** Edits the component's look. Its style sheet can be copied only while every pair has enough contrast. */
export class ThemeEditor {
  #sheet = new shop.CSSStyleSheet();
  #theme = structuredClone(standard);
  #scheme = schemeOfPage();
  #presets = new Map([standard, ...themes].map((theme) => [theme.name, presetButton(theme, () => this.#use(theme))]));
  #fields = /** @type {NodeListOf<HTMLInputElement>} */ (byId('theme-fields').querySelectorAll('input[type=color]'));
  #radius = /** @type {HTMLInputElement} */ (byId('theme-radius'));
  #font = /** @type {HTMLSelectElement} */ (byId('theme-font'));
  #copy = /** @type {HTMLButtonElement} */ (byId('copy-theme'));

  constructor() {
    shop.document.adoptedStyleSheets.push(this.#sheet);
    byId('presets').append(...[...this.#presets.values()].map((button) => element('li', {}, button)));
    this.#font.append(...Object.entries(fonts).map(([name, value]) => element('option', {value}, name)));
    for (const field of this.#fields) field.addEventListener('input', () => this.#change());
    for (const field of [this.#radius, this.#font]) field.addEventListener('input', () => this.#change());
    for (const scheme of schemes) {
      const radio = /** @type {HTMLInputElement} */ (byId(`edit-${scheme}`));
      radio.checked = scheme === this.#scheme;
      radio.addEventListener('change', () => this.#edit(scheme));
    }
    makeCopyButton(this.#copy, () => toCss(this.#theme));
    this.#fill();
    this.#check();
  }

  /** @param {Theme} theme */
  #use(theme) {
    this.#theme = structuredClone(theme);
    this.#fill();
    this.#apply(theme.name);
  }

  /** @param {'light' | 'dark'} scheme */
  #edit(scheme) {
    this.#scheme = scheme;
    this.#fill();
  }

  #change() {
    const palette = this.#theme[this.#scheme];
    for (const {name, value} of this.#fields) palette[/** @type {keyof Palette} */ (name)] = value;
    this.#theme.radius = Number(this.#radius.value);
    this.#theme.font = this.#font.value;
    this.#apply('');
  }

  /** @param {string} preset name of the preset that is used unchanged */
  #apply(preset) {
    this.#sheet.replaceSync(preset === standard.name ? '' : toCss(this.#theme));
    for (const [name, button] of this.#presets) button.setAttribute('aria-pressed', String(name === preset));
    this.#check();
  }

  #fill() {
    const palette = this.#theme[this.#scheme];
    for (const field of this.#fields) field.value = palette[/** @type {keyof Palette} */ (field.name)];
    this.#radius.value = String(this.#theme.radius);
    this.#font.value = this.#theme.font;
  }

  #check() {
    const results = schemes.map((scheme) => checkPalette(this.#theme[scheme]));
    const [light = [], dark = []] = results;
    byId('contrasts').replaceChildren(
      ...light.map((result, index) => {
        const cells = [result, dark[index] ?? result].map((it) => ratioCell(it));
        return element(
          'tr',
          {},
          element('th', {scope: 'row'}, `${result.name}, at least ${result.needed}:1`),
          ...cells,
        );
      }),
    );
    const failing = results.flatMap((pairs, index) =>
      pairs.filter(({isEnough}) => !isEnough).map(({name}) => `${name} (${schemes[index]})`),
    );
    this.#copy.disabled = failing.length > 0;
    byId('theme-verdict').textContent =
      failing.length > 0
        ? `Cannot be exported. Too little contrast: ${failing.join('; ')}.`
        : 'Every pair has enough contrast.';
    byId('theme-verdict').classList.toggle('bad', failing.length > 0);
    byId('theme-css').textContent = failing.length > 0 ? '' : toCss(this.#theme);
  }
}

/**
 * @param {Theme} theme
 * @param {() => void} use
 */
function presetButton({name, light, dark}, use) {
  const swatch = shape('svg', {class: 'swatch', viewBox: '0 0 20 20', 'aria-hidden': 'true'});
  swatch.append(
    shape('path', {d: 'M10 0A10 10 0 0 0 10 20z', fill: light.accent}),
    shape('path', {d: 'M10 0A10 10 0 0 1 10 20z', fill: dark.accent}),
  );
  const button = element('button', {type: 'button', class: 'preset'}, swatch, name);
  button.setAttribute('aria-pressed', String(name === standard.name));
  button.addEventListener('click', use);
  return button;
}

/** @param {{ratio: number, isEnough: boolean}} result */
function ratioCell({ratio, isEnough}) {
  // Not rounded, so that 4.499 does not look sufficient.
  const text = `${(Math.floor(ratio * 100) / 100).toFixed(2)}:1`;
  return element('td', {class: isEnough ? 'enough' : 'faint'}, text, ' ', isEnough ? 'passes' : 'fails');
}

/** @returns {'light' | 'dark'} */
function schemeOfPage() {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
