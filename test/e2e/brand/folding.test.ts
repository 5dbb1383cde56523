import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Page} from 'playwright';
import {cardOf, get} from './brand.js';
import {useBrand} from './brand-suite.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';

inEveryEngine('what a visitor has folded', (visitor) => {
  const suite = useBrand();

  async function openTab(wishes: Readonly<Record<string, string>> = {}): Promise<Page> {
    const page = await visitor().newPage();
    await page.goto(suite.url(wishes));
    return page;
  }

  const launcherOf = (page: Page) => page.getByRole('button', {name: /^Chat(,|$)/});

  /** Waits until the launcher stands alone. */
  async function isFolded(page: Page): Promise<void> {
    await launcherOf(page).waitFor();
    await cardOf(page).waitFor({state: 'hidden'});
  }

  const shown = async (): Promise<number> =>
    (await suite.account.impressions()).filter(({body}) => JSON.stringify(body).includes('impDisplay')).length;

  const folds: readonly (readonly [
    title: string,
    fold: (page: Page) => Promise<void>,
    wishes?: Record<string, string>,
  ])[] = [
    ['×', (page) => page.getByRole('button', {name: 'Hide invitation'}).click()],
    ['×', (page) => page.getByRole('button', {name: 'Hide invitation'}).click(), {'data-format': 'banner'}],
    ['the launcher', (page) => launcherOf(page).click()],
    ['Escape', (page) => page.getByRole('button', {name: 'Start chat'}).press('Escape')],
  ];
  for (const [title, fold, wishes = {}] of folds) {
    it(`by ${title} stays folded after a reload and in other tabs ${JSON.stringify(wishes)}`, async () => {
      const [page, other] = [await openTab(wishes), await openTab(wishes)];
      await Promise.all([cardOf(page).waitFor(), cardOf(other).waitFor()]);
      await page.bringToFront();
      await until('the platform has heard of it', async () => (await shown()) > 0);
      await fold(page);
      await Promise.all([isFolded(page), isFolded(other)]);
      const before = await shown();
      for (let reload = 0; reload < 3; reload += 1) {
        await page.reload();
        await isFolded(page);
        assert.equal(await get(page, 'state'), 'expose');
      }
      assert.equal(await shown(), before);
    });
  }

  it('is open on the next page again when the visitor has opened it', async () => {
    const page = await openTab();
    await page.getByRole('button', {name: 'Hide invitation'}).click();
    await isFolded(page);
    await launcherOf(page).click();
    await cardOf(page).waitFor();
    await until('it is stored', async () => (await storedFolds(page)) === 0);
    await page.reload();
    await cardOf(page).waitFor();
  });

  it('stays folded as a conversation, by “Not now”', async () => {
    await suite.account.play('conversation');
    const page = await openTab();
    await page.getByRole('button', {name: 'Not now'}).click();
    await until('it is stored', async () => (await storedFolds(page)) === 1);
    await page.reload();
    await isFolded(page);
    assert.equal(await get(page, 'state'), 'conversation');
  });
});

/** How many folded offers the browser has stored. */
function storedFolds(page: Page): Promise<number> {
  return page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('web-engagement');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const records = database.transaction(database.objectStoreNames[0]).objectStore(database.objectStoreNames[0]).getAll();
      records.onsuccess = () => {
        database.close();
        resolve(records.result.flatMap(({folded}) => Object.keys(folded ?? {})).length);
      };
    };
  })`);
}
