import {expect} from '@open-wc/testing';
import {promisifyRequest} from 'idb-keyval';
import {FirstAsk, type AskSettings, type FirstQuestion} from '../../../src/tag/first/first-ask.js';
import {visitKey} from '../../../src/tag/visit-key.js';
import {withAnswer} from '../../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import {plainQuestion} from '../../../src/vendors/liveperson/monitoring/monitoring-request.js';
import {createDatabase, type Database} from '../../../src/visit/database.js';
import {tellTabs} from '../../../src/visit/visit-channel.js';
import {updateVisit} from '../../../src/visit/visit-transactions.js';
import type {Visit} from '../../../src/visit/visit.js';
import {exposeAnswer} from '../../fixtures/liveperson/seed-004.js';
import {noteUncaught} from '../../support/uncaught.js';
import {waitUntil} from '../../support/wait-until.js';

const {visitorId, sessionId} = exposeAnswer;

/** What another tab has just got, so that nobody has to be asked. */
const answered = (body: object): Visit => withAnswer({}, {visitorId, sessionId, ...body}, plainQuestion, Date.now());
const withOffer = (): Visit => answered(exposeAnswer);
const withoutOffer = (): Visit => answered({});

/** Whether a database that was used has still its connection: otherwise the next use asks for another one. */
function isConnected(database: Database): boolean {
  void database.use('readonly', (records) => promisifyRequest(records.count()));
  return !database.lateOpening();
}

describe('A page that asks without a session', () => {
  const storage = createDatabase();
  const asks: FirstAsk[] = [];
  let settings: AskSettings;
  const uncaught = noteUncaught();
  beforeEach(() => {
    settings = {accountId: crypto.randomUUID(), appInstallationId: 'app', apiHost: 'platform.example'};
  });
  afterEach(async () => {
    const key = visitKey(settings);
    for (const ask of asks.splice(0)) {
      ask.stop();
      (await ask.question).database.close();
    }
    await storage.use('readwrite', (records) => promisifyRequest(records.delete(key)));
    storage.close();
  });

  const store = (visit: Visit): Promise<unknown> => updateVisit(visitKey(settings), () => visit, storage.use);
  const readRecord = (): Promise<unknown> =>
    storage.use('readonly', (records) => promisifyRequest<unknown>(records.get(visitKey(settings))));

  function begin(before?: FirstQuestion) {
    const heard: string[] = [];
    const listener = {
      onHint: () => heard.push('hint'),
      onAnswer: ({result}: FirstQuestion) => heard.push(result),
      onForget: (cause: string) => heard.push(cause),
    };
    const ask = new FirstAsk(settings, listener, before);
    asks.push(ask);
    return {ask, heard};
  }

  it('hints at the offer that another tab got, and keeps its connection for a session', async () => {
    await store(withOffer());
    const {ask, heard} = begin();
    const {key, visit, database} = await ask.question;
    expect([key, visit?.visitorId, heard]).to.deep.equal([visitKey(settings), visitorId, ['hint', 'open']]);
    expect(isConnected(database)).to.equal(true);
  });

  it('keeps no connection when there is no offer, so that the browser may keep the page', async () => {
    await store(withoutOffer());
    const {ask, heard} = begin();
    const {database} = await ask.question;
    expect(heard).to.deep.equal(['unavailable']);
    expect(isConnected(database)).to.equal(false);
  });

  it('tells that the visitor has logged out while the page was away', async () => {
    await store(withoutOffer());
    const before = await begin().ask.question;
    await store({});
    const {ask, heard} = begin(before);
    await ask.question;
    expect(heard).to.deep.equal(['cleared']);
  });

  it('tells nothing of an answer that comes after it was stopped', async () => {
    await store(withOffer());
    const {ask, heard} = begin();
    ask.stop();
    const {result} = await ask.question;
    expect([result, heard]).to.deep.equal(['open', []]);
  });

  it('lets the other tabs ask when it is stopped', async () => {
    await store(withOffer());
    const {ask} = begin();
    await ask.question;
    const next = begin();
    ask.stop();
    await next.ask.question;
    expect(next.heard).to.deep.equal(['hint', 'open']);
  });

  for (const [what, visit, result] of [
    ['an offer', withOffer, 'open'],
    ['no offer', withoutOffer, 'unavailable'],
  ] as const) {
    it(`forgets a visitor with ${what} who logs out in another tab, and leaves an empty record`, async () => {
      await store(visit());
      const {ask, heard} = begin();
      const {database} = await ask.question;
      tellTabs(visitKey(settings), 'cleared');
      await waitUntil(async () => Object.keys((await readRecord()) ?? {}).length === 0);
      // A page that comes back tells a visitor who has logged out by it from one who has withdrawn their consent.
      expect(await readRecord()).to.deep.equal({});
      expect(heard.slice(-2)).to.deep.equal([result, 'reset']);
      await waitUntil(() => !isConnected(database), 'it closes its connection');
    });
  }

  it('writes nothing when the visitor withdraws their consent in another tab', async () => {
    await store(withOffer());
    const {ask, heard} = begin();
    await ask.question;
    const before = await readRecord();
    tellTabs(visitKey(settings), 'erased');
    await waitUntil(() => heard.includes('revoke'));
    // What it would write would be written before this is read: transactions come in the order in which they begin.
    expect(await readRecord()).to.deep.equal(before);
  });

  it('leaves the visit of another visitor, who has come meanwhile, as it is', async () => {
    await store(withOffer());
    const {ask, heard} = begin();
    await ask.question;
    await store({visitorId: 'another'});
    tellTabs(visitKey(settings), 'cleared');
    await waitUntil(() => heard.includes('reset'));
    expect(await readRecord()).to.deep.equal({visitorId: 'another'});
  });

  for (const [what, visit] of [
    ['nothing is known', undefined],
    ['only a choice is known', {optedOut: true}],
  ] as const) {
    it(`has nothing to forget of a visitor of whom ${what}, and keeps its connection for a session`, async () => {
      // Without a host nobody is asked, and a session has to look it up.
      settings = {...settings, apiHost: undefined};
      if (visit) await store(visit);
      const {ask, heard} = begin();
      const {database} = await ask.question;
      tellTabs(visitKey(settings), 'cleared');
      await waitUntil(() => heard.includes('reset'));
      expect([await readRecord(), heard, uncaught()]).to.deep.equal([visit, ['open', 'reset'], []]);
      expect(isConnected(database)).to.equal(true);
    });
  }
});
