import {expect} from '@open-wc/testing';
import {promisifyRequest} from 'idb-keyval';
import type {Offer} from '../../../../../src/engagement/offer.js';
import {reportShown} from '../../../../../src/vendors/liveperson/monitoring/first/first-impression.js';
import {askFirst, type FirstQuestion} from '../../../../../src/vendors/liveperson/monitoring/first/first-question.js';
import {toImpression} from '../../../../../src/vendors/liveperson/monitoring/impressions.js';
import {MonitoringClient} from '../../../../../src/vendors/liveperson/monitoring/monitoring-client.js';
import {offerIn} from '../../../../../src/vendors/liveperson/monitoring/offers.js';
import {createDatabase} from '../../../../../src/visit/database.js';
import {readVisit, updateVisit} from '../../../../../src/visit/visit-transactions.js';
import {createAccount, type Account} from '../../../../support/servers/account.js';

describe('The impression of a first offer', () => {
  const database = createDatabase();
  let account: Account;
  let question: FirstQuestion;
  let offer: Offer;
  let controller: AbortController;

  beforeEach(async () => {
    account = createAccount();
    controller = new AbortController();
    await account.play('expose');
    const {accountId, appInstallationId, apiHost} = account;
    const {signal} = controller;
    const key = accountId;
    const asked = {accountId, appInstallationId, apiHost, key, database, lockName: key, signal};
    question = await askFirst({...asked, onHint: () => undefined});
    const fact = offerIn(question.answer);
    if (!fact || !('offer' in fact)) throw new Error('Expected an offer');
    ({offer} = fact);
    await question.keep?.(() => false);
  });

  afterEach(async () => {
    controller.abort();
    question.release();
    await database.use('readwrite', (records) => promisifyRequest(records.delete(question.key)));
    database.close();
  });

  const report = (): Promise<boolean> => reportShown(question, offer, {signal: controller.signal, channel: undefined});

  it('goes out as a client sends it', async () => {
    expect(await report()).to.equal(true);
    const {accountId, appInstallationId, apiHost} = account;
    const impression = toImpression('shown', offer);
    if (!impression) throw new Error('Expected an impression');
    const ids = {vid: String(offer.visitorId), sid: String(offer.sessionId), pageId: offer.pageId};
    const client = new MonitoringClient({host: apiHost, accountId, appInstallationId});
    await client.reportImpression(impression, ids);
    const [own, clients] = (await account.exchanges()).filter(({path}) => path.endsWith('/report'));
    const {path, query, body} = clients ?? {};
    expect(own).to.deep.include({method: 'POST', path, query, body});
    expect(own?.headers['x-http-method-override']).to.equal('PUT');
  });

  it('is remembered, with the time when the session was used', async () => {
    const before = await readVisit(question.key, database.use);
    await report();
    const after = await readVisit(question.key, database.use);
    expect(Object.keys(after.shown ?? {})).to.deep.equal([offer.id]);
    expect(after.sessionUsedAt).to.be.at.least(before.sessionUsedAt ?? Infinity);
  });

  it('is left to a session when the platform cannot be reached, and is remembered all the same', async () => {
    const unreachable = {...question.exchange, url: 'http://127.0.0.1:9/'} as FirstQuestion['exchange'];
    question = {...question, exchange: unreachable};
    expect(await report()).to.equal(false);
    expect((await readVisit(question.key, database.use)).shown).to.have.property(offer.id);
  });

  it('is left to a session when the page does not know its own question', async () => {
    question = {...question, exchange: undefined};
    expect(await report()).to.equal(false);
  });

  it('of an offer without the ids that it needs is not sent', async () => {
    offer = {...offer, campaignId: undefined} as unknown as Offer;
    expect(await report()).to.equal(true);
    expect((await account.exchanges()).some(({path}) => path.endsWith('/report'))).to.equal(false);
  });

  it('changes nothing of another visitor, who has come meanwhile', async () => {
    await updateVisit(question.key, () => ({visitorId: 'another'}), database.use);
    await report();
    expect(await readVisit(question.key, database.use)).to.deep.equal({visitorId: 'another'});
  });
});
