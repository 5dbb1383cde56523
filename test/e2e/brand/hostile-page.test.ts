import assert from 'node:assert/strict';
import {beforeEach, it} from 'node:test';
import type {Page} from 'playwright';
import {cardOf} from './brand.js';
import {useBrand} from './brand-suite.js';
import {inEveryEngine} from '../engines.js';

const hostileStyles = {
  'that unset everything': '* { all: unset !important; display: block !important }',
  'with huge fonts': 'html { font-size: 60px !important } * { font: 700 40px/3 cursive; letter-spacing: 1em }',
  'that put every div over the page': 'div { position: fixed; inset: 0; z-index: 2147483647 }',
  'against sections and buttons': 'section, button, svg, span { rotate: 45deg !important; opacity: 0.1 !important }',
  'against the element': `web-engagement {
    position: fixed; inset: 50%; display: grid !important; overflow: hidden; inline-size: 1px; contain: strict;
    transform: scale(3); filter: blur(4px); opacity: 0.1; z-index: -1; text-transform: uppercase; text-align: end }`,
  'with words before everything':
    '*::before { content: "hostile" !important } body::before { content: none !important }',
};

/** What can be on the page, by the tag's attributes and the scenario. */
const appearances = [
  ['a card', 'expose', {}],
  ['the way back', 'conversation', {}],
  ['a bubble', 'expose', {'data-format': 'bubble'}],
  ['a banner', 'expose', {'data-format': 'banner'}],
  ['a card at the other side', 'expose', {'data-placement': 'start'}],
] as const;

const shifts = `new PerformanceObserver((list) => (globalThis.shifts = [...(globalThis.shifts ?? []),
  ...list.getEntries().map(({value}) => value)])).observe({type: 'layout-shift', buffered: true});`;

const placesOf = (page: Page): Promise<unknown> =>
  page.evaluate(
    `[...document.querySelectorAll('main, main *')].map((it) => JSON.stringify(it.getBoundingClientRect()))`,
  );

const countStyled = `document.querySelectorAll('[style]').length +
  document.querySelector('web-engagement').shadowRoot.querySelectorAll('[style]').length`;

/** Takes a picture of the card alone. */
async function photograph(page: Page): Promise<{picture: Buffer; place: unknown}> {
  await cardOf(page).waitFor();
  // The page shows through at the card's round corners.
  await page.addStyleTag({content: 'main { visibility: hidden !important }'});
  const picture = await cardOf(page).screenshot({animations: 'disabled', caret: 'hide'});
  return {picture, place: await cardOf(page).boundingBox()};
}

inEveryEngine('a hostile page', (visitor) => {
  const suite = useBrand();

  let page: Page;

  beforeEach(async () => {
    page = await visitor().newPage();
    await page.emulateMedia({reducedMotion: 'reduce'});
    await page.addInitScript(shifts);
  });

  async function open(wishes: Readonly<Record<string, string>> = {}): Promise<void> {
    await page.goto(suite.url({'data-locale': 'en', ...wishes}));
  }

  it('has styles that would ruin everything, and the card looks as it always does', async () => {
    await open();
    const plain = await photograph(page);
    for (const [title, style] of Object.entries(hostileStyles)) {
      await open();
      await page.addStyleTag({content: style});
      const {picture, place} = await photograph(page);
      assert.ok(picture.equals(plain.picture), `The card looks different on a page with styles ${title}.`);
      assert.deepEqual(place, plain.place, `The card is elsewhere on a page with styles ${title}.`);
    }
  });

  for (const [title, scenario, wishes] of appearances) {
    it(`is not moved by ${title}, nor when it goes, and has no inline style in it`, async () => {
      await open({script: 'http://127.0.0.1:9'});
      const bare = await placesOf(page);
      await suite.account.play(scenario);
      await open({...wishes, csp: 'strict'});
      const launcher = page.getByRole('button', {name: /^Chat(,|$)/});
      const surface = page.locator('web-engagement').locator('[data-open]:visible').first();
      await surface.waitFor();
      assert.deepEqual(await placesOf(page), bare);
      assert.equal(await page.evaluate(countStyled), 0);
      await page.evaluate(`WebEngagement('hide')`);
      await launcher.waitFor();
      await launcher.click();
      await page.evaluate(`WebEngagement('reset')`);
      await surface.waitFor({state: 'hidden'});
      assert.deepEqual(await placesOf(page), bare);
      assert.deepEqual((await page.evaluate<number[] | undefined>('globalThis.shifts')) ?? [], []);
    });
  }
});
