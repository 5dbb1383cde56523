import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {rollup} from 'rollup';
import {minifyTemplates} from '../../../scripts/build/minify-templates.mjs';

/** What is left of the module's code. */
async function minified(code: string, id = '/src/module.js'): Promise<string> {
  const source = {name: 'source', resolveId: () => id, load: () => code};
  const build = await rollup({input: 'entry', plugins: [source, minifyTemplates()]});
  const {output} = await build.generate({format: 'es'});
  return output[0].code.trim();
}

const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'comments and white space out of style sheets': [
    'css`\n  /* why */\n  p, b {\n    margin: 0.5em;\n    inset: 0 10.5px;\n  }\n`;',
    'css` p,b{margin:.5em;inset:0 10.5px}`;',
  ],
  'line breaks out of markup, but for a space beside words': [
    'html`<p>\n    one\n    two\n  </p>`;',
    'html`<p> one two </p>`;',
  ],
  'line breaks between elements and expressions out of markup wholly': [
    'html`\n  <ul>\n    <li>a</li>\n    ${b}\n    ${c}\n  </ul>\n`;',
    'html`<ul><li>a</li>${b}${c}</ul>`;',
  ],
  'line breaks out of tags, but for a space between attributes': [
    'html`<a\n  class=${b}\n  ${c}\n  href=${d}\n  >\n  ${e}</a\n>`;',
    'html`<a class=${b} ${c} href=${d} >${e}</a >`;',
  ],
  'line breaks out of markup behind a nested template': [
    'html`<p>\n  ${a ? html`<b>\n  x</b>` : `as\n  is`}\n  </p>`;',
    'html`<p>${a ? html`<b> x</b>` : `as\n  is`}</p>`;',
  ],
};

describe('the build', () => {
  for (const [what, [before, after]] of Object.entries(cases)) {
    it(`takes ${what}`, async () => {
      assert.equal(await minified(before), after);
    });
  }

  it("leaves the dependencies' templates alone", async () => {
    assert.equal(await minified('css` a { b: c }`;', '/node_modules/lit/css.js'), 'css` a { b: c }`;');
  });
});
