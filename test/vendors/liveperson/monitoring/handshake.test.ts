import {expect} from '@open-wc/testing';
import {HttpStatusError, MalformedAnswerError, NetworkError} from '../../../../src/http/errors.js';
import {shakeHands} from '../../../../src/vendors/liveperson/monitoring/handshake.js';
import {LoadingAccountError} from '../../../../src/vendors/liveperson/monitoring/loading-account-error.js';
import {
  MonitoringClient,
  type EngageParameters,
} from '../../../../src/vendors/liveperson/monitoring/monitoring-client.js';
import {
  monitoringMemory,
  withAnswer,
  withHost,
  type SessionAnswer,
} from '../../../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import {plainQuestion} from '../../../../src/vendors/liveperson/monitoring/monitoring-request.js';
import {subjectOf} from '../../../../src/vendors/liveperson/subject.js';
import type {Visit} from '../../../../src/visit/visit.js';
import type {VisitStore} from '../../../../src/visit/visit-store.js';
import * as seed from '../../../fixtures/liveperson/seed-004.js';
import {createMemoryVisits} from '../../../support/fakes/memory-visits.js';
import {rejection} from '../../../support/rejection.js';

type Reply = (visits: VisitStore) => Response | Promise<Response>;

const now = Date.parse('2026-11-21T12:00:00Z');
const earlier = now - 60_000;
const known: Visit = {visitorId: 'v', sessionId: 's', sessionStartedAt: earlier, sessionUsedAt: earlier};
const login: EngageParameters = {consumerId: 'uniqueIdInBrand'};
const subject = subjectOf(login);

const reply =
  (status: number, body: unknown, meanwhile: (visit: Visit) => Visit = (visit) => visit): Reply =>
  async (visits) => {
    await visits.update(meanwhile);
    return new Response(JSON.stringify(body), {status});
  };
const refusal = (status: number, internalCode: number): object => ({time: 1, message: '', internalCode, status});
const nothing = reply(200, seed.unavailableAnswer);

/** A page whose questions are answered one after the other. */
function open(visits: VisitStore, ...replies: readonly Reply[]) {
  const queries: string[] = [];
  const heard: string[] = [];
  const rest = [...replies];
  const fetch = async (input: string): Promise<Response> => {
    queries.push(new URL(input).search);
    const next = rest.shift();
    if (!next) throw new Error('Expected no further question');
    return next(visits);
  };
  const client = new MonitoringClient({host: 'platform.example', accountId: '1', appInstallationId: 'app', fetch});
  const ask = async (parameters: EngageParameters = {}, sharedSince = now) =>
    shakeHands({
      client,
      parameters,
      visits,
      signal: new AbortController().signal,
      onHint: () => heard.push('hint'),
      onStranger: () => heard.push('stranger'),
      sharedSince,
      now: () => now,
    });
  return {ask, queries, heard};
}

/** A page that has read the visit. */
async function openWith(visit: Visit, ...replies: readonly Reply[]) {
  const visits = createMemoryVisits(visit);
  await visits.read();
  return {visits, ...open(visits, ...replies)};
}

describe('a handshake', () => {
  it('promises an offer when the last answer held one, whatever comes', async () => {
    const last = withAnswer(known, seed.exposeAnswer, plainQuestion, earlier);
    const {ask, heard} = await openWith(last, nothing);
    await ask();
    expect(heard).to.deep.equal(['hint']);
  });

  it('promises nothing when neither the last answer nor this one holds an offer', async () => {
    const {ask, heard} = await openWith(withAnswer(known, seed.unavailableAnswer, plainQuestion, earlier), nothing);
    await ask();
    expect(heard).to.deep.equal([]);
  });

  it('takes the answer of another tab, and asks nothing', async () => {
    const {ask, queries} = await openWith(withAnswer(known, seed.unavailableAnswer, plainQuestion, earlier));
    expect(await ask({}, earlier)).to.include(seed.unavailableAnswer);
    expect(queries).to.deep.equal([]);
  });

  it('says that it was another tab whose answer cannot be read', async () => {
    const bad = {...seed.unavailableAnswer, visitorId: {}} as unknown as SessionAnswer;
    const {ask} = await openWith(monitoringMemory.write(known, {answer: {at: earlier, question: '{}', body: bad}}));
    const error = (await rejection(ask({}, earlier))) as Error;
    expect(error).to.be.instanceOf(MalformedAnswerError);
    expect(error.message).to.contain('another tab');
  });

  it('keeps nothing of an answer about a visitor who is not the one by then', async () => {
    const other = {subject: 'another'};
    const {ask, visits} = await openWith(
      known,
      reply(200, seed.unavailableAnswer, () => other),
    );
    await ask();
    expect(visits.current).to.equal(other);
  });
});

describe('a handshake of a visitor', () => {
  it('who has logged in keeps what was known of them before', async () => {
    const {ask, visits, queries, heard} = await openWith(known, nothing);
    await ask(login);
    expect([queries, heard]).to.deep.equal([['?v=1.1&vid=v&sid=s&obh=false'], []]);
    expect(visits.current.subject).to.equal(subject);
  });

  it('who was logged in already is that of no stranger', async () => {
    const {ask, queries, heard} = await openWith({...known, subject}, nothing);
    await ask(login);
    expect([queries, heard]).to.deep.equal([['?v=1.1&vid=v&sid=s&obh=false'], []]);
  });

  it('who has logged in after another one keeps only the id of the device', async () => {
    const other = {...known, subject: 'another', optedOut: true};
    const {ask, visits, queries, heard} = await openWith(other, nothing);
    await ask(login);
    expect([queries, heard]).to.deep.equal([['?v=1.1&vid=v&obh=false'], ['stranger']]);
    expect(visits.current).to.include({subject}).and.not.to.have.property('optedOut');
  });

  it('of whom the page says nothing leaves who has logged in', async () => {
    const {ask, visits, queries, heard} = await openWith({...known, subject}, nothing);
    await ask();
    expect([queries, heard]).to.deep.equal([['?v=1.1&vid=v&sid=s&obh=false'], []]);
    expect(visits.current.subject).to.equal(subject);
  });

  it('who has logged in meanwhile, in another tab, too, goes on with the session there', async () => {
    // Nothing is read before, so that the page still knows nobody.
    const {ask, queries, heard} = open(createMemoryVisits({...known, subject}), nothing);
    await ask(login);
    expect([queries, heard]).to.deep.equal([['?v=1.1&vid=v&sid=s&obh=false'], []]);
  });
});

describe('a handshake that fails', () => {
  it('has the host looked up again when nobody answers', async () => {
    const unanswered = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
    const {ask, visits} = await openWith(withHost(known, 'platform.example', earlier), unanswered);
    expect(await rejection(ask())).to.be.instanceOf(NetworkError);
    expect({...visits.current}).to.deep.equal({...known, host: undefined});
  });

  const loading = (vid: string) => ({message: `Loading account: a, vid: ${vid}`, internalCode: 38});
  const moved = {...known, visitorId: 'another'};
  for (const [title, body, meanwhile, visit] of [
    [
      'takes the id that it is told, and begins a session',
      loading('new'),
      known,
      {visitorId: 'new', sessionId: undefined},
    ],
    ['keeps the session of the id that it is told again', loading('v'), known, {}],
    ['keeps the ids that another tab got meanwhile', loading('new'), moved, {visitorId: 'another'}],
  ] as const) {
    it(`while the account is loading ${title}`, async () => {
      const {ask, visits} = await openWith(
        known,
        reply(202, body, () => meanwhile),
      );
      expect(await rejection(ask())).to.be.instanceOf(LoadingAccountError);
      expect({...visits.current}).to.deep.equal({...known, ...visit});
    });
  }

  for (const [status, code] of [
    [400, 37],
    [400, 39],
    [500, 37],
    [404, 18],
  ] as const) {
    it(`with status ${status} and code ${code} keeps the ids, and is not repeated at once`, async () => {
      const {ask, visits, queries} = await openWith(known, reply(status, refusal(status, code)));
      expect(await rejection(ask())).to.be.instanceOf(HttpStatusError);
      expect(queries).to.have.lengthOf(1);
      expect(visits.current).to.deep.equal(known);
    });
  }

  const newer = {...known, sessionId: 'newer'};
  for (const [title, code, meanwhile, query] of [
    ['without both ids when that of the visitor is refused', 37, known, '?v=1.1&obh=false'],
    ['without that of the session when it is refused', 39, known, '?v=1.1&vid=v&obh=false'],
    ['with the visitor whom another tab got meanwhile', 37, moved, '?v=1.1&vid=another&sid=s&obh=false'],
    ['with the session that another tab got meanwhile', 39, newer, '?v=1.1&vid=v&sid=newer&obh=false'],
  ] as const) {
    it(`asks again ${title}`, async () => {
      const {ask, queries} = await openWith(
        known,
        reply(404, refusal(404, code), () => meanwhile),
        nothing,
      );
      await ask();
      expect(queries).to.deep.equal(['?v=1.1&vid=v&sid=s&obh=false', query]);
    });
  }

  it('forgets nothing but the ids when they are refused', async () => {
    const refused = reply(404, refusal(404, 37));
    const {ask, visits} = await openWith({...known, subject, optedOut: true}, refused, refused);
    await rejection(ask(login));
    expect({...visits.current}).to.deep.equal({
      ...known,
      visitorId: undefined,
      sessionId: undefined,
      subject,
      optedOut: true,
    });
  });
});
