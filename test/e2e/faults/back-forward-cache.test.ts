import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Page} from 'playwright';
import {idsIn} from '../brand/account.js';
import {cardOf, get} from '../brand/brand.js';
import {useBrand} from '../brand/brand-suite.js';
import {inEveryEngineThatKeepsPages} from '../engines.js';
import {until} from '../until.js';

inEveryEngineThatKeepsPages('a page that the visitor leaves and comes back to by the back/forward cache', (visitor) => {
  const suite = useBrand();

  async function open(): Promise<Page> {
    const page = await visitor().newPage();
    await page.goto(suite.url());
    await cardOf(page).waitFor();
    await page.evaluate("addEventListener('pageshow', ({persisted}) => (globalThis.wasKept = persisted))");
    // A page that is left in the middle of a request or of a transaction is not kept.
    await until('the platform knows', async () => (await suite.account.impressions()).length === 1);
    await page.waitForLoadState('networkidle');
    return page;
  }

  async function goBack(page: Page): Promise<void> {
    await page.evaluate('history.back()');
    await until('the page is back', async () => (await page.evaluate('globalThis.wasKept').catch(() => null)) === true);
  }

  it('asks once more', async () => {
    const page = await open();
    await page.goto(`${suite.brand.url}/icon.svg`);
    await goBack(page);
    await until('it has asked again', async () => (await suite.account.handshakes()).length > 1);
    await until('it has its answer', async () => (await countLocks(page)) === 0);

    const [first, ...later] = await suite.account.handshakes();
    assert.deepEqual(
      later.map(({query}) => query['sid']),
      [idsIn(first!).sid],
    );
    // Playwright believes Firefox to be on its way back for ever, so its locators would wait for that.
    assert.equal(await page.evaluate(isCardVisible), true);
  });

  it('has ended when the visitor has withdrawn their consent on the next page', async () => {
    const page = await open();
    await page.goto(suite.url({'data-page-id': 'next'}));
    await cardOf(page).waitFor();
    await page.evaluate(`WebEngagement('revokeConsent')`);
    const paths: string[] = [];
    visitor().on('request', (request) => paths.push(new URL(request.url()).pathname));
    await goBack(page);
    await until('it is idle', async () => (await get(page, 'state')) === 'idle');
    await page.evaluate(`WebEngagement('refresh')`);
    assert.equal(await get(page, 'state'), 'idle');
    assert.deepEqual(
      paths.filter((path) => path.endsWith('/engagement')),
      [],
    );
  });
});

const isCardVisible =
  "document.querySelector('web-engagement').shadowRoot.querySelector('[part=card]').checkVisibility()";

async function countLocks(page: Page): Promise<number> {
  const {held = [], pending = []} = await page.evaluate(() => navigator.locks.query());
  return held.length + pending.length;
}
