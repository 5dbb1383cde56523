import {expect} from '@open-wc/testing';
import {accountAttributes, filesOf, useBrandPages, type BrandPage} from '../support/pages/brand-page.js';
import type {Account} from '../support/servers/account.js';
import {waitUntil} from '../support/wait-until.js';

/** When a page began to request something, in ms. */
function startOf(page: BrandPage, part: string): number {
  const entry = page.window.performance.getEntriesByType('resource').find(({name}) => name.includes(part));
  return entry?.startTime ?? Infinity;
}

describe('the question of the first file', () => {
  let account: Account;
  const openPage = useBrandPages((own) => {
    account = own;
  });
  const open = (further: Readonly<Record<string, string>> = {}): BrandPage =>
    openPage({attributes: {...accountAttributes(account), ...further}});

  const queries = async () => (await account.handshakes()).map(({query}) => query);

  it('is the only one for an invitation, which needs no file but the card’s', async () => {
    const page = open();
    await page.part('card');
    expect(filesOf(page).slice(0, 2)).to.deep.equal(['', 'card']);
    expect(await queries()).to.have.lengthOf(1);
    expect(page.events.filter((name) => name === 'statechange')).to.have.lengthOf(2);
  });

  it('is the first attempt of a series that the element goes on with', async () => {
    await account.play('server-error', 'unavailable');
    const page = open({'data-retry-spread': '1'});
    await waitUntil(() => page.events.includes('retry'), 'the retry is announced');
    expect([await page.reaches('connecting'), await queries()]).to.deep.equal([
      'connecting',
      [{v: '1.1', obh: 'false'}],
    ]);
    await page.reaches('unavailable');
    expect(await queries()).to.have.lengthOf(2);
  });

  it('fails once and for all when the platform refuses it', async () => {
    await account.play('validation-error');
    const page = open();
    await page.reaches('failed');
    expect([page.events, (await queries()).length]).to.deep.equal([['statechange', 'error', 'statechange'], 1]);
  });

  it('is not asked again for what the page does later', async () => {
    await account.play('unavailable');
    const page = open();
    await page.reaches('unavailable');
    await page.window.WebEngagement?.('report', [{type: 'searchInfo', keywords: ['shoes']}]);
    await page.window.WebEngagement?.('set', 'unread', 3);
    expect([await page.reaches('unavailable'), (await queries()).length]).to.deep.equal(['unavailable', 1]);
    expect((await account.exchanges()).filter(({path}) => path.endsWith('/report'))).to.have.lengthOf(1);
    expect(page.events, 'nothing changes').to.deep.equal(['statechange', 'statechange']);
  });

  it('is answered by what another tab has just heard', async () => {
    await account.play('unavailable');
    const [page, other] = [open(), open()];
    await Promise.all([page.reaches('unavailable'), other.reaches('unavailable')]);
    expect(await queries()).to.deep.equal([{v: '1.1', obh: 'false'}]);
    expect([...filesOf(page), ...filesOf(other)]).not.to.include('element');
  });

  it('loads the card beside it where an offer is expected', async () => {
    const page = open({'data-expect-offer': ''});
    await page.part('card');
    expect(startOf(page, 'web-engagement-card')).to.be.below(startOf(page, '/engagement?'));
  });

  it('loads the card beside it where there was an offer the last time', async () => {
    await open().part('card');
    await account.play('slow');
    const next = open();
    await waitUntil(() => filesOf(next).includes('card'), 'the card is loaded');
    expect(await next.reaches('connecting')).to.equal('connecting');
  });

  it('forgets its answer when the visitor logs out in another tab, and loads nothing for that', async () => {
    await account.play('unavailable');
    const [page, other] = [open(), open()];
    await Promise.all([page.reaches('unavailable'), other.reaches('unavailable')]);
    await other.window.WebEngagement?.('reset');
    await page.reaches('idle');
    expect([filesOf(page).includes('element'), (await queries()).length]).to.deep.equal([false, 1]);
    await page.window.WebEngagement?.('refresh');
    await page.reaches('unavailable');
    expect((await queries()).map(({vid}) => vid)).to.deep.equal([undefined, undefined]);
  });

  it('stays unasked after consent was withdrawn in another tab', async () => {
    await account.play('unavailable');
    const [page, other] = [open(), open()];
    await Promise.all([page.reaches('unavailable'), other.reaches('unavailable')]);
    await other.window.WebEngagement?.('revokeConsent');
    await page.reaches('idle');
    await page.window.WebEngagement?.('refresh');
    expect([await page.reaches('idle'), (await queries()).length]).to.deep.equal(['idle', 1]);
    expect(filesOf(page)).not.to.include('element');
  });

  it('takes what the page has set before the answer into account', async () => {
    await account.play('slow', 'unavailable');
    const page = open();
    await page.reaches('connecting');
    const identities = [{acr: 'loa1', sub: 'identifierForAuth'}];
    await page.window.WebEngagement?.('identify', identities);
    await waitUntil(async () => (await account.handshakes()).at(-1)?.body?.['identities'], 'the identity is told');
    expect((await account.handshakes()).at(-1)?.body).to.deep.equal({identities});
  });
});
