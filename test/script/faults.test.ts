import {expect} from '@open-wc/testing';
import {createVisitStore} from '../../src/visit/visit-store.js';
import {filesOf, useBrandPages, type BrandPage} from '../support/pages/brand-page.js';
import type {Account} from '../support/servers/account.js';
import {waitUntil} from '../support/wait-until.js';

/** A page that goes into the back/forward cache and comes out of it. */
function turn(page: BrandPage, type: 'pagehide' | 'pageshow'): void {
  page.window.dispatchEvent(new page.window.PageTransitionEvent(type, {persisted: true}));
}

describe('The first file of the script tag', () => {
  let account: Account;
  const openPage = useBrandPages((own) => {
    account = own;
  });

  const keyOf = ({apiHost, accountId, appInstallationId}: Account): string =>
    [apiHost, accountId, appInstallationId].join('/');
  const stored = () => createVisitStore({key: keyOf(account)}).read();

  it('F4: is at rest after a log-out on another page, until the page refreshes', async () => {
    await account.play('unavailable');
    const page = openPage();
    await page.reaches('unavailable');
    turn(page, 'pagehide');
    await createVisitStore({key: keyOf(account)}).update(() => ({visitorId: 'somebody else'}));
    turn(page, 'pageshow');
    expect([await page.reaches('idle'), filesOf(page).includes('element')]).to.deep.equal(['idle', false]);
    await page.window.WebEngagement?.('refresh');
    await page.reaches('unavailable');
    expect((await account.handshakes()).length).to.equal(2);
  });

  it('F2: forgets the answer that it has stored while the visitor logged out in another tab', async () => {
    await account.play('unavailable');
    const page = openPage();
    await page.reaches('unavailable');
    // As if the other tab had forgotten before this one wrote.
    new BroadcastChannel(`web-engagement/${keyOf(account)}`).postMessage('cleared');
    await page.reaches('idle');
    await waitUntil(async () => Object.keys(await stored()).length === 0, 'nothing is stored');
  });

  it('F1: asks about another visitor without the session of the one before', async () => {
    await account.play('conversation');
    const page = openPage();
    await page.tag();
    await page.window.WebEngagement?.('identify', [{acr: 'loa1', sub: 'anna-7f3a-4be1'}]);
    await page.reaches('conversation');
    page.close();
    const next = openPage();
    await next.tag();
    await next.window.WebEngagement?.('identify', [{acr: 'loa1', sub: 'bert-91cc-02de'}]);
    await next.reaches('conversation');
    const last = (await account.handshakes()).at(-1);
    expect([JSON.stringify(last?.body).includes('bert'), last?.query['sid']]).to.deep.equal([true, undefined]);
  });
});
