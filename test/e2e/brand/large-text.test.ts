import assert from 'node:assert/strict';
import {it} from 'node:test';
import {useBrand} from './brand-suite.js';
import {inEveryEngine} from '../engines.js';
import {addFonts} from '../page-fonts.js';

/** As a browser does whose visitor has set text of twice the size. */
const enlarge = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.surface {font-size: 32px !important}');
  document.querySelector('web-engagement').shadowRoot.adoptedStyleSheets.push(sheet);
}`;

/** Heights of the lines of every word of the card, of which each has one. */
const brokenWords = `[...document.querySelector('web-engagement').shadowRoot.querySelectorAll('[part=title], [part=body], .card button')]
  .flatMap((part) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const broken = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      for (const {0: word, index} of text.data.matchAll(/[^\\s-]+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map(({top}) => top)).size > 1) broken.push(word);
      }
    }
    return broken;
  })`;

inEveryEngine('a visitor with text of twice the size', (visitor) => {
  const suite = useBrand();

  for (const width of [390, 320]) {
    it(`reads whole words on a phone of ${width} px, and can start the chat`, async () => {
      const page = await visitor().newPage();
      await page.setViewportSize({width, height: 844});
      await page.goto(suite.url({'data-locale': 'de'}));
      const card = page.getByRole('region', {name: 'Können wir Ihnen helfen?'});
      await card.waitFor();
      await addFonts(page);
      await page.evaluate(enlarge);
      // A card that comes with this size.
      await page.evaluate("WebEngagement('hide')");
      await card.waitFor({state: 'hidden'});
      await page.evaluate("WebEngagement('show')");
      await card.waitFor();
      assert.deepEqual(await page.evaluate(brokenWords), []);
      await page.getByRole('button', {name: 'Chat starten'}).click({trial: true});
    });
  }
});
