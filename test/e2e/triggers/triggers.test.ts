import assert from 'node:assert/strict';
import {afterEach, it} from 'node:test';
import type {Page} from 'playwright';
import {cardOf, get} from '../brand/brand.js';
import {useBrand} from '../brand/brand-suite.js';
import {inOneBrowserOfEveryEngine} from '../engines.js';
import {until} from '../until.js';

// As text, because the tests' compiler adds calls to functions that a page does not have.
const preparation = `
  globalThis.holds = [];
  document.addEventListener('engagement-statechange', ({detail: {cause, reason}}) => {
    if (cause === 'hold') holds.push(reason);
  });
  addEventListener('DOMContentLoaded', () => {
    document.body.style.minHeight = '300vh';
  });`;

const hour = 3_600_000;

/** Opening hours of a day in UTC that begin and end so many hours from now. */
function hoursFromNow(begin: number, end: number): string {
  const [from, to] = [begin, end].map((hours) => new Date(Date.now() + hours * hour).toISOString().slice(11, 13));
  return `UTC ${from}:00-${to}:00`;
}

inOneBrowserOfEveryEngine('the moment of an invitation', (visitor) => {
  const suite = useBrand();
  let page: Page;

  afterEach(() => page.close());

  /** Opens a page that is three screens high. */
  async function open(wishes: Readonly<Record<string, string>>): Promise<void> {
    page = await visitor().newPage();
    await page.addInitScript(preparation);
    await page.goto(suite.url(wishes));
  }

  /** Waits until the platform's invitation is held back, and checks that the page can learn why. */
  async function isHeldBy(setting: string): Promise<void> {
    await until('the invitation is held back', async () => (await page.evaluate<unknown[]>('holds')).length > 0);
    assert.deepEqual(await page.evaluate('holds'), [setting]);
    assert.equal(await get(page, 'state'), 'unavailable');
    assert.equal(await cardOf(page).isVisible(), false);
    const codes = await page.evaluate(`WebEngagement('diagnose').then(({reasons}) => reasons.map(({code}) => code))`);
    assert.deepEqual(codes, ['held']);
    assert.equal((await suite.account.handshakes()).length, 1);
  }

  it('comes when so much of the page has been scrolled through', async () => {
    await open({'data-show-after-scroll': '50'});
    await isHeldBy('showAfterScroll');
    await page.evaluate('scrollTo(0, innerHeight * 0.9)');
    await until('the page is scrolled', () => page.evaluate('scrollY > 0'));
    assert.equal(await get(page, 'state'), 'unavailable');
    await page.evaluate('scrollTo(0, innerHeight * 1.1)');
    await cardOf(page).waitFor();
  });

  it('comes when the pointer leaves the page at its top', async () => {
    await open({'data-show-on-exit': ''});
    await isHeldBy('showOnExit');
    await page.evaluate(`document.documentElement.dispatchEvent(new MouseEvent('mouseleave', {clientY: 300}))`);
    assert.equal(await get(page, 'state'), 'unavailable');
    await page.evaluate(`document.documentElement.dispatchEvent(new MouseEvent('mouseleave', {clientY: -1}))`);
    await cardOf(page).waitFor();
  });

  it('comes where an app shows a page that it is for, and the invitation goes with that page', async () => {
    await open({'data-show-on-url': '/checkout/*'});
    await isHeldBy('showOnUrl');
    await page.evaluate(`history.pushState({}, '', '/checkout/2')`);
    await cardOf(page).waitFor();
    await page.evaluate(`history.pushState({}, '', '/shoes')`);
    await cardOf(page).waitFor({state: 'hidden'});
    assert.equal(await get(page, 'state'), 'unavailable');
    await page.goBack();
    await cardOf(page).waitFor();
  });

  it('does not come outside of the hours', async () => {
    await open({'data-hours': hoursFromNow(10, 12)});
    await isHeldBy('hours');
  });

  it('is at once within the hours', async () => {
    await open({'data-hours': hoursFromNow(-2, 2)});
    await cardOf(page).waitFor();
    assert.deepEqual(await page.evaluate('holds'), []);
  });
});
