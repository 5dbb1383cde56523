import {expect} from '@open-wc/testing';
import type {EngagementSession} from '../../../../src/engagement/session.js';
import {createEngagementSession} from '../../../../src/engagement/session-engine.js';
import type {EngagementFact, EngagementStateName} from '../../../../src/engagement/state.js';
import {monitoringMemory} from '../../../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import type {MonitoringSettings} from '../../../../src/vendors/liveperson/monitoring/monitoring-settings.js';
import {
  createMonitoringSource,
  type MonitoringEdges,
} from '../../../../src/vendors/liveperson/monitoring/monitoring-source.js';
import type {Visit} from '../../../../src/visit/visit.js';
import {createVisitStore, type VisitStore} from '../../../../src/visit/visit-store.js';
import * as seed from '../../../fixtures/liveperson/seed-004.js';
import {createAccount, type Account, type Exchange} from '../../../support/servers/account.js';
import {createTestClock, type TestClock} from '../../../support/fakes/test-clock.js';
import {rejection} from '../../../support/rejection.js';
import {waitUntil} from '../../../support/wait-until.js';

/** A page of a visitor, with the handshake under way. */
interface Page {
  readonly session: EngagementSession;
  readonly facts: readonly EngagementFact[];
  readonly visits: VisitStore;
  /** Resolves when the session has come to rest. */
  settled(): Promise<EngagementStateName>;
  leave(): void;
}

describe('the monitoring handshake', () => {
  let account: Account;
  let clock: TestClock;
  let pages: Page[];

  beforeEach(() => {
    account = createAccount();
    clock = createTestClock({jumps: true});
    pages = [];
  });

  afterEach(() => {
    for (const page of pages) page.leave();
  });

  function openPage(settings: MonitoringSettings = {}, edges: Partial<MonitoringEdges> = {}): Page {
    const visits = createVisitStore({key: account.accountId});
    const source = createMonitoringSource(
      {...account, retrySpread: 1, ...settings},
      {visits, lockName: account.accountId, pageStart: clock.now(), now: clock.now, sleep: clock.sleep, ...edges},
    );
    const session = createEngagementSession({sources: [source], visits});
    const facts: EngagementFact[] = [];
    session.subscribe(({fact}) => facts.push(fact));
    const life = new AbortController();
    session.start(life.signal);
    const settled = async (): Promise<EngagementStateName> => {
      await waitUntil(() => !['idle', 'connecting'].includes(session.state.name), 'settled');
      return session.state.name;
    };
    const page = {session, facts, visits, settled, leave: () => life.abort()};
    pages.push(page);
    return page;
  }

  /** Opens a page, lets it come to rest and leaves it; returns the state and what is remembered. */
  async function visitPage(settings?: MonitoringSettings): Promise<{name: EngagementStateName; visit: Visit}> {
    const page = openPage(settings);
    const name = await page.settled();
    page.leave();
    clock.advance(1_000);
    return {name, visit: page.visits.current};
  }

  const last = async (): Promise<Exchange> => (await account.handshakes()).at(-1) as Exchange;

  it('asks without ids at first, and remembers the ones it gets', async () => {
    const {name, visit} = await visitPage();
    const {query, status, answer} = await last();
    expect([name, status, query]).to.deep.equal(['expose', 201, {v: '1.1', obh: 'false'}]);
    expect(answer).to.include({visitorId: visit.visitorId, sessionId: visit.sessionId});
  });

  it('resumes on the next page with the same vid and sid on the wire', async () => {
    const {visit} = await visitPage();
    await account.play('conversation');
    expect((await visitPage()).name).to.equal('conversation');
    const {query, status} = await last();
    expect([status, query]).to.deep.equal([200, {v: '1.1', vid: visit.visitorId, sid: visit.sessionId, obh: 'false'}]);
  });

  it('carries every id of the answer in the offer', async () => {
    const {session, settled} = openPage();
    await settled();
    const {engagementDetails, ...ids} = (await last()).answer as {engagementDetails: [Record<string, unknown>]};
    const {status, engagementRevision, ...details} = engagementDetails[0];
    expect(status).to.equal('expose');
    const texts = Object.fromEntries(Object.entries({...ids, ...details}).map(([key, value]) => [key, String(value)]));
    expect('offer' in session.state && session.state.offer).to.include({...texts, engagementRevision});
  });

  it('shows nothing when no engagement is available', async () => {
    await account.play('unavailable');
    expect((await visitPage()).name).to.equal('unavailable');
  });

  it('drops the session after half an hour without use, and keeps the visitor', async () => {
    const {visit} = await visitPage();
    clock.advance(31 * 60_000);
    await visitPage();
    expect((await last()).query).to.deep.equal({v: '1.1', vid: visit.visitorId, obh: 'false'});
  });

  for (const [scenario, expected] of [
    ['not-found-vid', {v: '1.1', obh: 'false'}],
    ['not-found-sid', {v: '1.1', vid: 'known', obh: 'false'}],
  ] as const) {
    it(`forgets the id that the server refuses with "${scenario}", and asks once more`, async () => {
      const {visit} = await visitPage();
      await account.play(scenario, 'expose');
      expect((await visitPage()).name).to.equal('expose');
      const known = Object.fromEntries(
        Object.entries(expected).map(([key, value]) => [key, value === 'known' ? visit.visitorId : value]),
      );
      expect((await last()).query).to.deep.equal(known);
    });
  }

  it('does not loop when the server refuses every id', async () => {
    await visitPage();
    await account.play('not-found-vid');
    expect((await visitPage()).name).to.equal('failed');
    expect(await account.handshakes()).to.have.lengthOf(3);
  });

  describe('while the account is loading', () => {
    for (const [apiVersion, status] of [
      ['1.1', 202],
      ['1.0', 500],
    ] as const) {
      it(`carries the vid of the message into the retry, in version ${apiVersion} [LM23]`, async () => {
        await account.play('loading-account-then-expose');
        expect((await visitPage({apiVersion})).name).to.equal('expose');
        const [first, second] = (await account.handshakes()) as [Exchange, Exchange];
        const {message} = first.answer as {message: string};
        expect([first.status, first.query['vid']]).to.deep.equal([status, undefined]);
        expect(message).to.equal(`Loading account: ta3hWd4IgG, vid: ${second.query['vid']}`);
      });
    }

    it('remembers the vid at once, for the next page', async () => {
      await account.play('loading-account');
      const page = openPage({}, {sleep: () => new Promise(() => undefined)});
      await waitUntil(() => page.facts.some(({type}) => type === 'retry'));
      page.leave();
      const {message} = (await last()).answer as {message: string};
      expect(message).to.contain(`vid: ${page.visits.current.visitorId}`);
    });

    it('keeps the vid there is when the message names none', async () => {
      const {visit} = await visitPage();
      await account.play('loading-account-without-vid', 'expose');
      await visitPage();
      expect((await last()).query).to.include({vid: visit.visitorId});
    });
  });

  describe('when the server fails', () => {
    it('makes exactly five requests, at 0, 3, 13, 43 and 133 s', async () => {
      const start = clock.now();
      const times: number[] = [];
      const fetch: typeof globalThis.fetch = (input, init) => {
        times.push((clock.now() - start) / 1_000);
        return globalThis.fetch(input, init);
      };
      await account.play('server-error');
      const {session, settled} = openPage({}, {fetch: fetch});
      expect(await settled()).to.equal('failed');
      expect(clock.pauses).to.have.lengthOf(4);
      expect(times).to.deep.equal([0, 3, 13, 43, 133]);
      expect(await account.handshakes()).to.have.lengthOf(5);
      expect(session.state.name).to.equal('failed');
    });

    it('stretches the pauses to at most twice their length unless told otherwise', async () => {
      await account.play('server-error');
      await openPage({retrySpread: undefined}, {random: () => 0.999}).settled();
      clock.pauses.forEach((pause, index) => {
        const least = [3_000, 10_000, 30_000, 90_000][index] ?? 0;
        expect(pause).to.be.within(least, 2 * least);
      });
      expect(clock.pauses).to.have.lengthOf(4);
    });

    it('goes on with the ladder after a reload', async () => {
      await account.play('server-error');
      const stuck = openPage({}, {sleep: () => new Promise(() => undefined)});
      await waitUntil(() => stuck.facts.some(({type}) => type === 'retry'));
      stuck.leave();
      clock.advance(1_000);
      const reloaded = openPage();
      expect(await reloaded.settled()).to.equal('failed');
      expect(clock.pauses).to.deep.equal([2_000, 10_000, 30_000, 90_000]);
      expect(await account.handshakes()).to.have.lengthOf(5);
    });

    it('asks nothing for ten minutes after the last failure, on any page', async () => {
      await account.play('server-error');
      await visitPage();
      const before = clock.now();
      await account.play('expose');
      expect((await visitPage()).name).to.equal('expose');
      expect(clock.now() - before).to.be.within(599_000, 601_000);
    });

    it('succeeds as soon as the server does', async () => {
      await account.play('server-error-4-then-expose');
      expect((await visitPage()).name).to.equal('expose');
      expect(await account.handshakes()).to.have.lengthOf(5);
    });

    it('tells of every pause', async () => {
      await account.play('unavailable-server', 'expose');
      const page = openPage();
      await page.settled();
      const pause = page.facts.find(({type}) => type === 'retry');
      expect(pause).to.include({type: 'retry', attempt: 2, delay: 3_000});
    });

    it('waits as long as a Retry-After asks that it may read', async () => {
      await account.play('retry-after', 'expose');
      await visitPage();
      expect(clock.pauses).to.deep.equal([7_000]);
    });

    for (const scenario of ['validation-error', 'bad-version', 'not-found-app', 'too-many-requests']) {
      it(`asks exactly once when it is refused with "${scenario}"`, async () => {
        await account.play(scenario);
        expect((await visitPage()).name).to.equal('failed');
        expect(await account.handshakes()).to.have.lengthOf(1);
      });
    }

    for (const scenario of ['reset', 'truncated', 'html', 'empty', 'malformed-json', 'wrong-types']) {
      it(`remembers nothing of an answer like "${scenario}"`, async () => {
        await account.play(scenario);
        const page = openPage({}, {sleep: () => new Promise(() => undefined)});
        await waitUntil(() => page.facts.some(({type}) => type === 'retry'));
        const {current} = page.visits;
        expect(monitoringMemory.read(current).ladder?.failures).to.equal(1);
        const remembered = Object.entries(current).filter(([, value]) => value !== undefined);
        expect(remembered.map(([name]) => name)).to.deep.equal(['ladder']);
      });
    }
  });

  describe('with several tabs', () => {
    it('asks once for eight tabs that open at once', async () => {
      await account.play('slow');
      const tabs = Array.from({length: 8}, () => openPage());
      expect(new Set(await Promise.all(tabs.map((tab) => tab.settled())))).to.deep.equal(new Set(['expose']));
      expect(await account.handshakes()).to.have.lengthOf(1);
    });

    it('climbs one ladder for all of them', async () => {
      await account.play('server-error-4-then-expose');
      const tabs = Array.from({length: 3}, () => openPage());
      await Promise.all(tabs.map((tab) => tab.settled()));
      expect(await account.handshakes()).to.have.lengthOf(5);
    });

    it('asks for itself when it asks something else', async () => {
      const attributes = [{type: 'lead', lead: {value: 1}}] as const;
      await Promise.all([openPage(), openPage({engagementAttributes: attributes})].map((tab) => tab.settled()));
      const bodies = (await account.handshakes()).map(({body}) => body);
      expect(bodies).to.have.deep.members([{}, {engagementAttributes: attributes}]);
    });

    it('asks again on a page that loads later', async () => {
      await visitPage();
      await visitPage();
      expect(await account.handshakes()).to.have.lengthOf(2);
    });

    it('asks again when the page refreshes', async () => {
      const {session, settled} = openPage();
      await settled();
      clock.advance(1);
      session.refresh();
      await waitUntil(async () => (await account.handshakes()).length === 2);
    });
  });

  describe('tells the vendor', () => {
    const reported = async (): Promise<unknown[]> =>
      (await account.exchanges())
        .filter(({path}) => path.endsWith('/report'))
        .flatMap(({body}) => (body?.['engagementAttributes'] as {type: string}[]).map(({type}) => type));

    it('what the visitor did with the offer, in the same session', async () => {
      const {session, settled} = openPage();
      await settled();
      session.shown();
      session.accept();
      await waitUntil(async () => (await reported()).length === 2);
      expect(await reported()).to.have.members(['impDisplay', 'impAccept']);
      const statuses = (await account.exchanges()).map(({status}) => status);
      expect(statuses).to.deep.equal([201, 200, 200]);
    });

    it('that the offer was dismissed', async () => {
      const {session, settled} = openPage();
      await settled();
      session.dismiss();
      await waitUntil(async () => (await reported()).length === 1);
      expect(await reported()).to.deep.equal(['impClose']);
    });

    it('what the page reports', async () => {
      const {session, settled} = openPage();
      await settled();
      await session.report([{type: 'lead', lead: {value: 3}}]);
      expect(await reported()).to.deep.equal(['lead']);
    });

    it('nothing before there is a session to tell it in', async () => {
      const page = openPage({}, {locks: {request: () => new Promise(() => undefined)} as unknown as LockManager});
      expect(((await rejection(page.session.report([]))) as Error).message).to.contain('got none');
    });
  });

  describe('with identities', () => {
    const identities = [{acr: 'loa1', sub: 'identifierForAuth'}] as const;

    it('sends what the provider says at that moment', async () => {
      const {name} = await visitPage({identityProvider: () => Promise.resolve(identities)});
      expect([name, (await last()).body]).to.deep.equal(['expose', {identities}]);
    });

    it('asks the provider again at each retry', async () => {
      let calls = 0;
      await account.play('server-error', 'expose');
      await visitPage({identityProvider: () => Promise.resolve([{acr: 'loa1', sub: `login-${'x'.repeat(++calls)}`}])});
      const subjects = (await account.handshakes()).map(({body}) => body?.['identities']);
      expect(subjects).to.deep.equal([[{acr: 'loa1', sub: 'login-x'}], [{acr: 'loa1', sub: 'login-xx'}]]);
    });

    it('fails without a request when one breaks a rule', async () => {
      const page = openPage({identities: [{acr: '0', sub: 'jane@brand.example'}]});
      expect(await page.settled()).to.equal('failed');
      expect('error' in page.session.state && page.session.state.error.message).to.contain('to be unguessable');
      expect(await account.exchanges()).to.have.lengthOf(0);
    });

    it('never shows one person the answer that another one got', async () => {
      await visitPage({identities});
      await account.play('unavailable');
      const other = openPage({identities: [{acr: 'loa1', sub: 'somebodyElse'}]}, {pageStart: 0});
      expect(await other.settled()).to.equal('unavailable');
    });
  });

  it('looks the host up when none is given, and not again on the next page', async () => {
    const lookUps: string[] = [];
    const fetch = (input: string, init: RequestInit): Promise<Response> => {
      if (input.includes('baseURI')) lookUps.push(input);
      return globalThis.fetch(input.replace('https:', 'http:'), init);
    };
    for (const page of [0, 1]) {
      expect(
        await openPage(
          {apiHost: undefined},
          {fetch, domainApi: account.apiHost, pageStart: clock.now() + page},
        ).settled(),
      ).to.equal('expose');
      clock.advance(1_000);
    }
    expect(lookUps).to.have.lengthOf(1);
    expect(await account.handshakes()).to.have.lengthOf(2);
  });

  it('does not remember a visitor who logs out while the answer is on its way', async () => {
    const fetch = async (): Promise<Response> => {
      await page.session.reset();
      return new Response(JSON.stringify(seed.unavailableAnswer));
    };
    const page = openPage({}, {fetch});
    await waitUntil(() => page.facts.some(({type}) => type === 'reset'));
    // The next page asks as one that knows nobody, and has its answer by then.
    const next = openPage();
    await next.settled();
    expect((await last()).query).to.deep.equal({v: '1.1', obh: 'false'});
    expect(next.visits.current.visitorId).not.to.equal(seed.unavailableAnswer.visitorId);
  });

  it('stops at once when the page is left, and changes nothing afterwards', async () => {
    await account.play('slow');
    const page = openPage();
    await waitUntil(async () => (await account.exchanges()).length > 0 || page.facts.length > 0);
    page.leave();
    await account.play('expose');
    await openPage().settled();
    expect(page.facts.map(({type}) => type)).to.deep.equal(['start']);
    expect(page.visits.current.sessionId).to.equal(undefined);
  });
});
