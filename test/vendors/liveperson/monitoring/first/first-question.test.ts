import {expect} from '@open-wc/testing';
import {promisifyRequest} from 'idb-keyval';
import type {SourceFact} from '../../../../../src/engagement/source.js';
import {idle} from '../../../../../src/engagement/state.js';
import {
  askFirst,
  type FirstQuestion,
  type FirstQuestionOptions,
} from '../../../../../src/vendors/liveperson/monitoring/first/first-question.js';
import {
  monitoringMemory,
  withAnswer,
  withHost,
} from '../../../../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import {plainQuestion} from '../../../../../src/vendors/liveperson/monitoring/monitoring-request.js';
import {createMonitoringSource} from '../../../../../src/vendors/liveperson/monitoring/monitoring-source.js';
import {createDatabase} from '../../../../../src/visit/database.js';
import {openVisitChannel} from '../../../../../src/visit/visit-channel.js';
import type {Visit} from '../../../../../src/visit/visit.js';
import {createVisitStore} from '../../../../../src/visit/visit-store.js';
import {readVisit, updateVisit} from '../../../../../src/visit/visit-transactions.js';
import {exposeAnswer, unavailableAnswer} from '../../../../fixtures/liveperson/seed-004.js';
import {createAccount, type Account, type Exchange} from '../../../../support/servers/account.js';
import {waitUntil} from '../../../../support/wait-until.js';

const minute = 60_000;

describe('The first question of a page', () => {
  const database = createDatabase();
  let account: Account;
  let key: string;
  let controller: AbortController;
  let hints: number;

  beforeEach(() => {
    account = createAccount();
    key = account.accountId;
    controller = new AbortController();
    hints = 0;
  });

  afterEach(async () => {
    controller.abort();
    await database.use('readwrite', (records) => promisifyRequest(records.delete(key)));
    database.close();
  });

  function ask(options: Partial<FirstQuestionOptions> = {}): Promise<FirstQuestion> {
    const {accountId, appInstallationId, apiHost} = account;
    const {signal} = controller;
    const onHint = (): unknown => (hints += 1);
    return askFirst({accountId, appInstallationId, apiHost, key, database, lockName: key, signal, onHint, ...options});
  }

  const store = (visit: Visit): Promise<Visit> => updateVisit(key, () => visit, database.use);
  const stored = async (): Promise<Visit> => ({...(await readVisit(key, database.use))});
  const answered = (body: typeof unavailableAnswer, ago: number): Visit =>
    withAnswer({}, body, plainQuestion, Date.now() - ago);

  /** Whether a tab has the turn, or waits for it. */
  async function turns(): Promise<{taken: boolean; awaited: boolean}> {
    const {held = [], pending = []} = await navigator.locks.query();
    const isOurs = ({name}: LockInfo): boolean => name === key;
    return {taken: held.some(isOurs), awaited: pending.some(isOurs)};
  }

  it('is answered by the offer that another tab got just before, and the session goes on with it', async () => {
    const {signal} = controller;
    await store(answered(exposeAnswer, 50));
    const first = await ask();
    const facts: SourceFact[] = [];
    let asked = 0;
    const fetch = (): Promise<Response> => {
      asked += 1;
      return Promise.resolve(new Response(JSON.stringify(exposeAnswer)));
    };
    const visits = createVisitStore({key, database});
    const source = createMonitoringSource(account, {visits, lockName: key, first, fetch});
    source.start(
      (fact) => facts.push(fact),
      signal,
      () => idle,
    );
    await waitUntil(() => facts.some(({type}) => type === 'expose'), 'there is an offer');
    expect(asked).to.equal(0);
  });

  describe('to which the platform answers', () => {
    it('that there is nothing is answered for good: the answer is kept, and the other tabs hear of it', async () => {
      await account.play('unavailable');
      const heard: unknown[] = [];
      const channel = openVisitChannel(key);
      channel?.addEventListener('message', ({data}) => heard.push(data));
      const earliest = Date.now();
      const {result, visit, askedAt, keep, exchange} = await ask();
      const [{status, query, body, answer}] = (await account.handshakes()) as [Exchange];
      const {visitorId, sessionId} = answer as typeof unavailableAnswer;
      expect([status, query, body]).to.deep.equal([201, {v: '1.1', obh: 'false'}, {}]);
      expect([result, keep, exchange, hints]).to.deep.equal(['unavailable', undefined, undefined, 0]);
      expect(visit).to.include({visitorId, sessionId});
      expect(askedAt).to.be.within(earliest, Date.now());
      expect(await stored()).to.deep.equal({...visit});
      expect(monitoringMemory.read(await stored()).answer).to.deep.include({question: plainQuestion, body: answer});
      await waitUntil(() => heard.length > 0, 'another tab hears of it');
      channel?.close();
      expect(heard).to.deep.equal(['changed']);
    });

    it('with an offer is left open, with all that a session needs to go on', async () => {
      const {result, visit, answer, exchange} = await ask();
      const [{answer: sent}] = (await account.handshakes()) as [Exchange];
      expect([result, visit, hints]).to.deep.equal(['open', undefined, 1]);
      expect(answer).to.deep.equal(sent);
      const {origin, pathname, search} = new URL(exchange?.url ?? '');
      expect([origin, pathname, search]).to.deep.equal([
        account.apiHost,
        `/api/account/${account.accountId}/app/test-app/engagement`,
        '?v=1.1&obh=false',
      ]);
      expect(exchange?.body).to.equal('{}');
      expect(exchange?.outcome).to.include({status: 201, text: JSON.stringify(answer)});
      expect(await stored()).to.deep.equal({});
    });

    it('is asked with the ids of the visitor and of the session that goes on', async () => {
      await account.play('unavailable');
      const at = Date.now() - minute;
      await store({visitorId: 'v', sessionId: 's', sessionStartedAt: at, sessionUsedAt: at});
      await ask();
      const [{query}] = (await account.handshakes()) as [Exchange];
      expect(query).to.deep.equal({v: '1.1', vid: 'v', sid: 's', obh: 'false'});
    });

    for (const [scenario, outcome] of [
      ['html', {status: 200}],
      ['malformed-json', {status: 201}],
      ['empty', {status: 200}],
      ['server-error', {status: 500}],
      ['loading-account', {status: 202}],
      ['not-found-app', {status: 404}],
      ['reset', {failure: 'unanswered'}],
    ] as const) {
      it(`with "${scenario}" is left open, and promises no offer`, async () => {
        await account.play(scenario);
        const {result, answer, exchange} = await ask();
        expect([result, answer, hints]).to.deep.equal(['open', undefined, 0]);
        expect(exchange?.outcome).to.include(outcome);
      });
    }
  });

  describe('to which there is an offer', () => {
    it('is kept as its answer when a session says so, and the other tabs hear of it', async () => {
      const heard: unknown[] = [];
      const channel = openVisitChannel(key);
      channel?.addEventListener('message', ({data}) => heard.push(data));
      const {keep, answer, exchange} = await ask();
      const kept = await keep?.(() => false);
      const {visitorId, sessionId} = answer as typeof exposeAnswer;
      expect(kept).to.include({visitorId, sessionId, sessionStartedAt: exchange?.at});
      expect(await stored()).to.deep.equal({...kept});
      await waitUntil(() => heard.length > 0, 'another tab hears of it');
      channel?.close();
      expect(heard).to.deep.equal(['changed']);
    });

    it('is not kept when it is void by then', async () => {
      const {keep} = await ask();
      expect({...(await keep?.(() => true))}).to.deep.equal({});
      expect(await stored()).to.deep.equal({});
    });

    it('is not kept for another visitor, who has logged in meanwhile', async () => {
      const {keep} = await ask();
      await store({subject: 'another'});
      expect({...(await keep?.(() => false))}).to.deep.equal({subject: 'another'});
      expect(await stored()).to.deep.equal({subject: 'another'});
    });
  });

  it('stores nothing when the visitor leaves just before it is written', async () => {
    await account.play('unavailable');
    let written: Promise<unknown> = Promise.resolve();
    const use: typeof database.use = (mode, callback) => {
      if (mode === 'readwrite') controller.abort();
      const work = database.use(mode, callback);
      written = work;
      return work;
    };
    await ask({database: {...database, use}});
    await written;
    expect(controller.signal.aborted).to.equal(true);
    expect(await stored()).to.deep.equal({});
  });

  it('ends its request when the visitor leaves', async () => {
    await account.play('no-headers');
    const ended: string[] = [];
    const observer = new PerformanceObserver((list) => ended.push(...list.getEntries().map(({name}) => name)));
    observer.observe({type: 'resource'});
    const question = ask();
    await waitUntil(async () => (await account.handshakes()).length === 1, 'it has asked');
    controller.abort();
    expect((await question).result).to.equal('open');
    await waitUntil(() => ended.some((name) => name.includes(`${key}/app/test-app/engagement`)), 'it has ended');
    observer.disconnect();
  });

  describe('is left open, and nothing is asked,', () => {
    const known: Visit = {visitorId: 'v'};
    const cases: readonly [title: string, visit: Visit | undefined, options: Partial<FirstQuestionOptions>][] = [
      ['when nothing is known, not even a host', undefined, {apiHost: undefined}],
      ['without a host', known, {apiHost: undefined}],
      ['with a host that is none', known, {apiHost: 'https://va.v.liveperson.net/'}],
      ['with a version that is not spoken', known, {apiVersion: '2.0'}],
      ['after a failure', monitoringMemory.write(known, {ladder: {failures: 1, notBefore: 0}}), {}],
      ['during a snooze', {...known, snoozedUntil: Date.now() + minute}, {}],
    ];
    for (const [title, visit, options] of cases) {
      it(title, async () => {
        if (visit) await store(visit);
        const question = await ask(options);
        expect([question.result, question.exchange, question.keep]).to.deep.equal(['open', undefined, undefined]);
        expect(question.visit && {...question.visit}).to.deep.equal(visit && {...visit});
        expect(await account.exchanges()).to.have.lengthOf(0);
      });
    }

    it('when the database fails', async () => {
      const use = (): Promise<never> => Promise.reject(new Error('failed'));
      const {result, visit} = await ask({database: {...database, use}});
      expect([result, visit]).to.deep.equal(['open', undefined]);
      expect(await account.exchanges()).to.have.lengthOf(0);
    });

    it('when the visitor has left before', async () => {
      await store(answered(unavailableAnswer, 50));
      controller.abort();
      const {result, visit} = await ask();
      expect([result, visit]).to.deep.equal(['open', undefined]);
    });
  });

  it('goes to the host that was looked up lately', async () => {
    await account.play('unavailable');
    await store(withHost({}, account.apiHost, Date.now()));
    expect((await ask({apiHost: undefined})).result).to.equal('unavailable');
    expect(await account.handshakes()).to.have.lengthOf(1);
  });

  describe('that another tab has asked', () => {
    for (const [what, body, result, expectedHints] of [
      ['no offer', unavailableAnswer, 'unavailable', 0],
      ['an offer', exposeAnswer, 'open', 1],
    ] as const) {
      it(`just before, and got ${what}, is not asked again`, async () => {
        const visit = answered(body, 50);
        await store(visit);
        const question = await ask();
        expect([question.result, question.answer, question.keep]).to.deep.equal([result, undefined, undefined]);
        expect(question.askedAt).to.equal(monitoringMemory.read(visit).answer?.at);
        expect({...question.visit}).to.deep.equal({...visit});
        expect([hints, await account.exchanges()]).to.deep.equal([expectedHints, []]);
      });
    }

    it('long ago is asked again, and promises an offer because there was one', async () => {
      await account.play('unavailable');
      await store(answered(exposeAnswer, minute));
      const {result} = await ask();
      expect([result, hints]).to.deep.equal(['unavailable', 1]);
      expect(await account.handshakes()).to.have.lengthOf(1);
    });
  });

  describe('of a page that comes back from the back/forward cache', () => {
    const release = (): void => undefined;
    const before = (visit: Visit | undefined): FirstQuestion => ({
      key,
      database,
      account: {accountId: 'a', appInstallationId: 'app'},
      visit,
      askedAt: 0,
      result: 'unavailable',
      release,
    });

    for (const [title, visit, result] of [
      ['finds the visitor erased when nothing is stored', undefined, 'erased'],
      ['finds the visitor cleared when an empty record is stored', {}, 'cleared'],
      ['finds the visitor cleared when another one has come', {visitorId: 'another'}, 'cleared'],
    ] as const) {
      it(title, async () => {
        if (visit) await store(visit);
        const question = await ask({before: before({visitorId: 'v'})});
        expect([question.result, question.visit]).to.deep.equal([result, undefined]);
        expect(await account.exchanges()).to.have.lengthOf(0);
      });
    }

    for (const [title, known] of [
      ['knows the same visitor', {visitorId: unavailableAnswer.visitorId}],
      ['knew nobody', undefined],
    ] as const) {
      it(`is asked again when it ${title}, whatever was answered just before`, async () => {
        await account.play('unavailable');
        await store(answered(unavailableAnswer, 50));
        expect((await ask({before: before(known)})).result).to.equal('unavailable');
        expect(await account.handshakes()).to.have.lengthOf(1);
      });
    }
  });

  describe('takes a turn among the tabs', () => {
    it('that an open question keeps until it is released', async () => {
      const first = await ask();
      expect(await turns()).to.deep.equal({taken: true, awaited: false});
      const second = ask();
      await waitUntil(async () => (await turns()).awaited, 'the second page waits');
      expect(await account.handshakes()).to.have.lengthOf(1);
      await account.play('unavailable');
      first.release();
      expect((await second).result).to.equal('unavailable');
    });

    it('that an open question gives up when the visitor leaves', async () => {
      await ask();
      controller.abort();
      await waitUntil(async () => !(await turns()).taken, 'the turn is free');
    });

    it('that ends with the answer when there is nothing to offer', async () => {
      await account.play('unavailable');
      await ask();
      await waitUntil(async () => !(await turns()).taken, 'the turn is free');
    });
  });
});
