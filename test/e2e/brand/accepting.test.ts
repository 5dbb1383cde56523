import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Page} from 'playwright';
import {cardOf, get, reports} from './brand.js';
import {useBrand} from './brand-suite.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';

inEveryEngine('“Start chat”', (visitor) => {
  const suite = useBrand();

  /** Opens a page with this script, which runs after the tag's. */
  async function open(wishes: Readonly<Record<string, string>>, script = ''): Promise<Page> {
    const page = await visitor().newPage();
    await page.goto(suite.url(wishes));
    await page.evaluate(`globalThis.errors = [];
      addEventListener('engagement-error', ({detail}) => errors.push(detail.error.message));
      ${script}`);
    await cardOf(page).waitFor();
    return page;
  }

  const press = (page: Page): Promise<void> => page.getByRole('button', {name: 'Start chat'}).press('Enter');

  const errors = (page: Page): Promise<string[]> => page.evaluate('errors');

  const isFocused = (page: Page): Promise<boolean> =>
    page.evaluate("document.querySelector('web-engagement').shadowRoot.activeElement?.part.value === 'accept'");

  async function acceptances(): Promise<number> {
    return (await suite.account.impressions()).filter(({body}) => JSON.stringify(body).includes('impAccept')).length;
  }

  it('keeps the card and the focus where there is no address, and says so at once and at the click', async () => {
    const page = await open({'data-open-in': 'tab'});
    await until('the author is told', async () => (await reports(page)).length > 0);
    await press(page);
    await until('the page is told', async () => (await errors(page)).length > 0);
    assert.deepEqual([await get(page, 'state'), await isFocused(page), await acceptances()], ['expose', true, 0]);
    assert.equal(await cardOf(page).isVisible(), true);
    const lines = await reports(page);
    assert.deepEqual(
      lines.map(({type, text}) => [type, text.slice(0, 54)]),
      [['console.warn', '<web-engagement>: Expected a way to open the conversat']],
    );
  });

  it('waits for the page, keeps the offer when it fails, and leads into the conversation when it does not', async () => {
    const page = await open(
      {},
      `WebEngagement('set', 'onAccept', () => new Promise((resolve, reject) => Object.assign(globalThis, {resolve, reject})))`,
    );
    const button = page.getByRole('button', {name: 'Start chat'});
    await press(page);
    await until('it waits', async () => (await button.getAttribute('aria-busy')) === 'true');
    await page.evaluate("reject(new Error('Not logged in'))");
    await until('it can be pressed again', async () => (await button.getAttribute('aria-busy')) === null);
    assert.deepEqual([await errors(page), await isFocused(page), await acceptances()], [['Not logged in'], true, 0]);
    await press(page);
    await until('it waits again', async () => (await button.getAttribute('aria-busy')) === 'true');
    await page.evaluate('resolve()');
    await cardOf(page).waitFor({state: 'hidden'});
    assert.equal(await get(page, 'state'), 'accepted');
    await until('the platform hears of it', async () => (await acceptances()) === 1);
  });

  it('leaves the conversation to a listener that prevents the default', async () => {
    const page = await open({}, "WebEngagement('on', 'accept', (event) => event.preventDefault())");
    await press(page);
    await cardOf(page).waitFor({state: 'hidden'});
    assert.deepEqual([await get(page, 'state'), await errors(page), await reports(page)], ['accepted', [], []]);
  });
});
