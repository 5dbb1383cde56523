import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {BrowserContext, Page} from 'playwright';
import {cardOf} from './brand.js';
import {useBrand} from './brand-suite.js';
import {inChromium, inEveryEngine} from '../engines.js';
import {until} from '../until.js';

const surfaces = `document.querySelector('web-engagement').shadowRoot.querySelectorAll('.surface')`;

/** What moves at this moment; what lets clicks pass at first moves nothing. */
const moving = `[...${surfaces}].flatMap((it) => it.getAnimations({subtree: true}))
  .map(({animationName, transitionProperty}) => animationName || transitionProperty)
  .filter((name) => name !== 'let-pass')`;

const borders = `['card', 'accept', 'dismiss'].map((name) => {
  const part = document.querySelector('web-engagement').shadowRoot.querySelector('[part=' + name + ']');
  const {borderTopColor, borderTopWidth} = getComputedStyle(part);
  return borderTopWidth !== '0px' && borderTopColor !== getComputedStyle(part).backgroundColor
    && !/, 0\\)$|transparent/.test(borderTopColor);
})`;

async function openCard(visitor: BrowserContext, url: string): Promise<Page> {
  const page = await visitor.newPage();
  await page.goto(url);
  await cardOf(page).waitFor();
  return page;
}

inEveryEngine('the look of the card', (visitor) => {
  const suite = useBrand();

  it('has nothing that moves once the card has come, and once it has gone', async () => {
    const page = await openCard(visitor(), suite.url());
    await until('the card stands', async () => (await page.evaluate<unknown[]>(moving)).length === 0);
    const allowed = ['opacity', 'translate', 'scale', 'display', 'overlay'];
    await page.getByRole('button', {name: 'Hide invitation'}).click();
    const names = await page.evaluate<string[]>(moving);
    assert.deepEqual(
      names.filter((name) => !allowed.includes(name)),
      [],
    );
    await until('the card has gone', async () => (await page.evaluate<unknown[]>(moving)).length === 0);
    assert.equal(await cardOf(page).isVisible(), false);
  });
});

// Firefox does not let itself be told so.
inChromium('the look of the card', (visitor) => {
  const suite = useBrand();

  it('has strong borders where more contrast is wanted', async () => {
    const page = await openCard(visitor(), suite.url());
    await page.emulateMedia({contrast: 'more'});
    await until('the borders are there', async () => (await page.evaluate<boolean[]>(borders)).every(Boolean));
  });
});
