import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../../src/check/configuration-error.js';
import type {Offer} from '../../../../src/engagement/offer.js';
import type {EngagementSource, OfferAct, SourceFact} from '../../../../src/engagement/source.js';
import {idle} from '../../../../src/engagement/state.js';
import {HttpStatusError} from '../../../../src/http/errors.js';
import type {FirstQuestion} from '../../../../src/vendors/liveperson/monitoring/first/first-question.js';
import {withAnswer} from '../../../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import {plainQuestion} from '../../../../src/vendors/liveperson/monitoring/monitoring-request.js';
import {
  createMonitoringSource,
  type MonitoringEdges,
} from '../../../../src/vendors/liveperson/monitoring/monitoring-source.js';
import {createDatabase} from '../../../../src/visit/database.js';
import type {Visit} from '../../../../src/visit/visit.js';
import type {VisitStore} from '../../../../src/visit/visit-store.js';
import {exposeAnswer, unavailableAnswer} from '../../../fixtures/liveperson/seed-004.js';
import {createMemoryVisits} from '../../../support/fakes/memory-visits.js';
import {createNetwork, type FakeNetwork} from '../../../support/fakes/network.js';
import {createTestClock, nextTask, type TestClock} from '../../../support/fakes/test-clock.js';
import {rejection} from '../../../support/rejection.js';
import {noteUncaught} from '../../../support/uncaught.js';
import {waitUntil} from '../../../support/wait-until.js';

const account = {accountId: '1', appInstallationId: 'app', apiHost: 'platform.example', retrySpread: 1};
const {visitorId, sessionId} = unavailableAnswer;
const offer: Offer = {
  id: 'liveperson/1/2',
  source: 'liveperson',
  visitorId,
  sessionId,
  campaignId: '1',
  engagementId: '2',
  engagementRevision: 3,
  contextId: '4',
};
const json = (status: number, body: unknown): Promise<Response> =>
  Promise.resolve(new Response(JSON.stringify(body), {status}));

type Reply = (signal: AbortSignal) => Promise<Response>;

/** No answer, until the request is ended. */
const silence: Reply = (signal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

describe('a monitoring source', () => {
  let controller: AbortController;
  let clock: TestClock;
  let network: FakeNetwork;
  let visits: VisitStore;
  let facts: SourceFact[];
  let sent: {readonly path: string; readonly body: unknown; readonly signal: AbortSignal}[];
  let answers: Record<'engagement' | 'report', Reply[]>;
  const uncaught = noteUncaught();

  beforeEach(() => {
    controller = new AbortController();
    clock = createTestClock({jumps: true});
    network = createNetwork(true);
    visits = createMemoryVisits();
    [facts, sent] = [[], []];
    answers = {engagement: [], report: []};
  });

  afterEach(() => {
    controller.abort();
  });

  function create(edges: Partial<MonitoringEdges> = {}): EngagementSource {
    const fetch = (input: string, init: RequestInit): Promise<Response> => {
      const path = new URL(input).pathname.split('/').at(-1) as 'engagement' | 'report';
      const signal = init.signal as AbortSignal;
      sent.push({path, body: JSON.parse(init.body as string), signal});
      return (answers[path].shift() ?? (() => json(200, unavailableAnswer)))(signal);
    };
    const lockName = crypto.randomUUID();
    const {now, sleep} = clock;
    return createMonitoringSource(account, {visits, lockName, fetch, now, sleep, network, patience: 1, ...edges});
  }

  /** A source that an earlier test has stopped says so to its own list. */
  function start(source: EngagementSource): void {
    const ours = facts;
    source.start(
      (fact) => ours.push(fact),
      controller.signal,
      () => idle,
    );
  }
  const types = (): string[] => facts.map(({type}) => type);
  const paths = (): string[] => sent.map(({path}) => path);

  /** A page that has its answer. */
  async function begin(edges?: Partial<MonitoringEdges>): Promise<EngagementSource> {
    const source = create(edges);
    start(source);
    await waitUntil(() => types().includes('unavailable'), 'it is answered');
    for (const list of [facts, sent]) list.length = 0;
    return source;
  }

  /** Visits of somebody who is known, read. */
  async function remember(visit: Visit): Promise<void> {
    visits = createMemoryVisits(visit);
    await visits.read();
  }

  it('refuses a host that is none, and names the setting', () => {
    const create = (): EngagementSource =>
      createMonitoringSource({...account, apiHost: 'https://platform.example'}, {visits, lockName: 'any'});
    expect(create)
      .to.throw(ConfigurationError, 'Expected apiHost to be a host name')
      .with.property('setting', 'apiHost');
  });

  describe('takes the answer of another tab', () => {
    const answered = (ago: number): Visit => withAnswer({}, exposeAnswer, plainQuestion, clock.now() - ago);

    it('that came since the page began to load', async () => {
      await remember(answered(1_000));
      start(create({pageStart: clock.now() - 5_000}));
      await waitUntil(() => types().includes('expose'), 'there is an offer');
      expect(sent).to.deep.equal([]);
    });

    it('that came since the page has asked for the first time, however long that took', async () => {
      await remember(answered(60_000));
      start(create({first: {...firstQuestion(), askedAt: clock.now() - 3_600_000}}));
      await waitUntil(() => types().includes('expose'), 'there is an offer');
      expect(sent).to.deep.equal([]);
    });
  });

  const firstQuestion = (): FirstQuestion => ({
    key: 'any',
    database: createDatabase(),
    account: {accountId: 'a', appInstallationId: 'app'},
    visit: undefined,
    askedAt: clock.now(),
    result: 'open',
    release: () => undefined,
  });

  it('lets the other tabs ask when the visitor leaves before it has used its first turn', () => {
    let released = 0;
    const release = (): unknown => (released += 1);
    network = createNetwork(false);
    start(create({first: {...firstQuestion(), release}}));
    expect(released).to.equal(0);
    controller.abort();
    expect(released).to.equal(1);
  });

  it('tells that it has given up, and asks again when the visitor comes back', async () => {
    answers.engagement = Array<Reply>(5).fill(() => json(503, {}));
    start(create());
    await waitUntil(() => network.listeners() > 0 && types().includes('fail'), 'it has given up');
    const failure = facts.find((fact) => fact.type === 'fail');
    expect(failure?.error).to.be.instanceOf(HttpStatusError).with.property('status', 503);
    expect(sent).to.have.lengthOf(5);
    network.show();
    await waitUntil(() => types().includes('unavailable'), 'it is answered');
    expect(sent).to.have.lengthOf(6);
  });

  describe('tells the vendor of an act', () => {
    it('and tells the page when that is refused', async () => {
      const source = await begin();
      answers.report = [() => json(400, {internalCode: 5})];
      source.acknowledge?.('shown', offer);
      await waitUntil(() => facts.length > 0, 'there is trouble');
      const [fact] = facts;
      expect(fact?.type).to.equal('trouble');
      expect(fact && 'error' in fact && fact.error)
        .to.be.instanceOf(HttpStatusError)
        .with.property('status', 400);
    });

    it('and ends the request when the visitor leaves', async () => {
      const source = await begin();
      answers.report = [silence];
      source.acknowledge?.('shown', offer);
      await waitUntil(() => sent.length === 1, 'it is on its way');
      controller.abort();
      expect(sent[0]?.signal.aborted).to.equal(true);
    });

    const cases: readonly [title: string, act: OfferAct, offer: Offer][] = [
      ['that the vendor has no word for', 'left', offer],
      ['on an offer without the id of a visitor', 'shown', {...offer, visitorId: ''}],
      ['on an offer without the id of a session', 'shown', {...offer, sessionId: ''}],
      ['on an offer that lacks other ids', 'shown', {...offer, campaignId: ''}],
    ];
    for (const [title, act, incomplete] of cases) {
      it(`unless it is one ${title}, which is no trouble`, async () => {
        const source = await begin();
        source.acknowledge?.(act, incomplete);
        // What comes later shows that nothing has come before.
        source.acknowledge?.('dismissed', offer);
        await waitUntil(() => sent.length > 0, 'the other act is told');
        await nextTask();
        expect([paths(), facts]).to.deep.equal([['report'], []]);
        expect(sent[0]?.body).to.have.nested.property('engagementAttributes[0].type', 'impClose');
      });
    }
  });

  describe('before it starts', () => {
    it('tells nothing of an act, and makes no fuss about it', async () => {
      await remember({visitorId, sessionId});
      const source = create();
      source.acknowledge?.('shown', offer);
      expect(await rejection(source.report?.([]) ?? Promise.resolve())).to.have.property('name', 'AbortError');
      await nextTask();
      expect([sent, uncaught()]).to.deep.equal([[], []]);
    });
  });

  describe('reports attributes', () => {
    const attributes = [{type: 'lead', lead: {value: 1}}];

    it('in the session, which is used by that', async () => {
      const source = await begin();
      clock.advance(60_000);
      await source.report?.(attributes);
      expect([paths(), sent[0]?.body]).to.deep.equal([['report'], {engagementAttributes: attributes}]);
      expect(visits.current).to.include({visitorId, sessionId, sessionUsedAt: clock.now()});
    });

    it('until the visitor leaves, which ends the request', async () => {
      const source = await begin();
      answers.report = [silence];
      const reported = rejection(source.report?.(attributes) ?? Promise.resolve());
      await waitUntil(() => sent.length === 1, 'it is on its way');
      controller.abort();
      expect(await reported).to.have.property('name', 'AbortError');
      expect(sent[0]?.signal.aborted).to.equal(true);
    });

    for (const [missing, visit] of [
      ['visitor', {sessionId}],
      ['session', {visitorId}],
    ] as const) {
      it(`not without the id of a ${missing}`, async () => {
        const source = await begin();
        await visits.update(() => visit);
        const error = (await rejection(source.report?.(attributes) ?? Promise.resolve())) as Error;
        expect(error.message).to.contain('Expected a session to report in, got none');
        expect(sent).to.deep.equal([]);
      });
    }
  });
});
