import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Page} from 'playwright';
import {idsIn} from './account.js';
import {cardOf, get} from './brand.js';
import {useBrand} from './brand-suite.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';

inEveryEngine('the tabs of one browser', (visitor) => {
  const suite = useBrand();

  async function openTab(): Promise<Page> {
    const page = await visitor().newPage();
    await page.goto(suite.url());
    return page;
  }

  const reaches = (page: Page, state: string): Promise<void> =>
    until(`the tab is in the state "${state}"`, async () => (await get(page, 'state')) === state);

  it('ask the platform once when several open together, and share one session', async () => {
    // So slow that all are there before the first one has its answer.
    await suite.account.play('slow');
    const tabs = await Promise.all(Array.from({length: 5}, openTab));
    await Promise.all(tabs.map((tab) => reaches(tab, 'expose')));

    const handshakes = await suite.account.handshakes();
    const offers = await Promise.all(tabs.map((tab) => get<{sessionId: string}>(tab, 'offer')));
    assert.equal(handshakes.filter(({query}) => !query['sid']).length, 1);
    assert.deepEqual(new Set(offers.map((offer) => offer?.sessionId)), new Set([idsIn(handshakes[0]!).sid]));
  });

  it('go on without the one that is closed during its handshake', async () => {
    await suite.account.play('no-headers', 'expose');
    const holder = await openTab();
    await until('the first tab has asked', async () => (await suite.account.handshakes()).length === 1);
    const others = await Promise.all([openTab(), openTab()]);
    await until('the others wait for it', async () => (await countWaiting(holder)) === 2);
    await holder.close();

    await Promise.all(others.map((tab) => reaches(tab, 'expose')));
    assert.equal((await suite.account.handshakes()).length, 2);
  });

  it('take the invitation away together when it is dismissed in one of them', async () => {
    const [one, other] = [await openTab(), await openTab()];
    await Promise.all([cardOf(one).waitFor(), cardOf(other).waitFor()]);
    await one.getByRole('button', {name: 'No, thanks'}).click();

    await cardOf(other).waitFor({state: 'hidden'});
    assert.equal(await get(other, 'state'), 'dismissed');
  });
});

async function countWaiting(tab: Page): Promise<number | undefined> {
  const {pending} = await tab.evaluate(() => navigator.locks.query());
  return pending?.length;
}
