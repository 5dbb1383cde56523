import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {contrast, toColour} from '../../../demo/site/theme/contrast.js';
import {toCss} from '../../../demo/site/theme/theme-css.js';
import {checkPalette} from '../../../demo/site/theme/theme-pairs.js';
import {standard, themes} from '../../../demo/site/theme/themes.js';

/** Ratios that are published, to two digits. */
const published = [
  ['#000000', '#ffffff', 21],
  ['#767676', '#ffffff', 4.54],
  ['#949494', '#ffffff', 3.03],
  ['#0000ff', '#ffffff', 8.59],
] as const;

const documented = /^--web-engagement-(accent|on-accent|surface|on-surface|border|focus|radius|font)$/;

describe('the ready-made themes', () => {
  for (const theme of [standard, ...themes]) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`can be read: ${theme.name}, ${scheme}`, () => {
        const faint = checkPalette(theme[scheme]).filter(({isEnough}) => !isEnough);
        assert.deepEqual(faint, []);
      });
    }

    it(`are made of documented properties only: ${theme.name}`, () => {
      const properties = toCss(theme).match(/--[\w-]+/g) ?? [];
      assert.equal(properties.length, 8);
      assert.ok(properties.every((property) => documented.test(property)));
    });
  }

  it('are six', () => assert.equal(new Set(themes.map(({name}) => name)).size, 6));
});

describe('the contrast of the theme editor', () => {
  for (const [one, other, ratio] of published) {
    it(`is the published one, whichever colour comes first: ${one} on ${other}`, () => {
      const found = [contrast(toColour(one), toColour(other)), contrast(toColour(other), toColour(one))];
      assert.deepEqual(
        found.map((it) => Math.round(it * 100) / 100),
        [ratio, ratio],
      );
    });
  }

  it('names the pair that is too faint', () => {
    const results = checkPalette({...standard.light, border: '#dddddd'}).filter(({isEnough}) => !isEnough);
    assert.deepEqual(
      results.map(({name}) => name),
      ['Border on the card'],
    );
  });
});
