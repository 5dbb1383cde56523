import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../../src/check/configuration-error.js';
import type {Offer} from '../../../../src/engagement/offer.js';
import type {EngagementSession} from '../../../../src/engagement/session.js';
import {createEngagementSession} from '../../../../src/engagement/session-engine.js';
import {offerOf, type EngagementFact} from '../../../../src/engagement/state.js';
import {MalformedAnswerError, NetworkError} from '../../../../src/http/errors.js';
import type {Fetch} from '../../../../src/http/request.js';
import {ExternalEngagementError} from '../../../../src/vendors/liveperson/handoff/external-engagement/external-engagement-error.js';
import {
  createHandoffSource,
  type HandoffEdges,
  type HandoffSettings,
} from '../../../../src/vendors/liveperson/handoff/handoff-source.js';
import {createVisitStore, type VisitStore} from '../../../../src/visit/visit-store.js';
import * as seed from '../../../fixtures/liveperson/seed-000.js';
import {sandboxOrigin} from '../../../support/servers/sandbox.js';
import {createTestClock, nextTask} from '../../../support/fakes/test-clock.js';
import {waitUntil} from '../../../support/wait-until.js';

const handoffUrl = 'https://www.mybrand.com/handoff';
const start = Date.parse('2026-11-21T09:00:00Z');

/** A document that the test shows and hides. */
function createDocument(visibilityState: DocumentVisibilityState = 'visible') {
  const page = Object.assign(new EventTarget(), {visibilityState});
  const change = (state: DocumentVisibilityState): Promise<void> => {
    page.visibilityState = state;
    page.dispatchEvent(new Event('visibilitychange'));
    return nextTask();
  };
  return {page, show: () => change('visible'), hide: () => change('hidden')};
}

/** The brand's endpoint in the test's own hands; every link is another one. */
function createEndpoint(details: Readonly<Record<string, unknown>> = {}) {
  const sent: string[] = [];
  const endpoint = {
    sent,
    answer: (count: number): Response | Promise<Response> =>
      Response.json({
        status: 'Available',
        engagementDetails: {urlToChat: `https://www.mybrand.com/?once=${count}`, validForSeconds: 30, ...details},
      }),
  };
  const fetch: Fetch = async (url, {method}) => {
    sent.push(`${method ?? 'GET'} ${url}`);
    return endpoint.answer(sent.length);
  };
  return Object.assign(endpoint, {fetch});
}

interface Page {
  readonly session: EngagementSession;
  readonly facts: readonly EngagementFact[];
  readonly visits: VisitStore;
  readonly offer: Offer | undefined;
  /** Resolves when the session has come to rest. */
  settled(): Promise<string>;
  leave(): void;
  comeBack(): void;
}

describe('the hand-off source', () => {
  let pages: Page[];

  beforeEach(() => {
    pages = [];
  });

  afterEach(() => {
    for (const page of pages) page.leave();
  });

  function openPage(settings: HandoffSettings = {}, edges: HandoffEdges = {}): Page {
    const visits = createVisitStore({key: crypto.randomUUID()});
    const source = createHandoffSource({handoffUrl, ...settings}, {page: createDocument().page, ...edges});
    const session = createEngagementSession({sources: [source], visits});
    const facts: EngagementFact[] = [];
    session.subscribe(({fact}) => facts.push(fact));
    let life = new AbortController();
    session.start(life.signal);
    const page: Page = {
      session,
      facts,
      visits,
      get offer() {
        return offerOf(session.state);
      },
      settled: async () => {
        await waitUntil(() => !['idle', 'connecting'].includes(session.state.name), 'settled');
        return session.state.name;
      },
      leave: () => life.abort(),
      comeBack: () => {
        life = new AbortController();
        session.start(life.signal);
      },
    };
    pages.push(page);
    return page;
  }

  const types = ({facts}: Page): string[] => facts.map(({type}) => type);

  /** The first link is withdrawn, and another one is offered. */
  async function offersAnother(page: Page): Promise<void> {
    await waitUntil(() => types(page).length > 3, 'another link is offered');
    expect(types(page)).to.deep.equal(['start', 'expose', 'withdraw', 'expose']);
  }

  /** An account of the sandbox, reached through the brand's endpoint. */
  async function playAt(scenario: string): Promise<string> {
    const account = `t${crypto.randomUUID().slice(0, 8)}`;
    const body = JSON.stringify({name: scenario});
    const {ok} = await fetch(`${sandboxOrigin}/sandbox/${account}/handoff`, {method: 'PUT', body});
    expect(ok, `scenario ${scenario}`).to.equal(true);
    return `${sandboxOrigin}/brand/handoff?account=${account}`;
  }

  it('offers the link of the published example, with wait, queue and end [LX7]', async () => {
    const clock = createTestClock({start});
    const page = openPage({}, {...clock, fetch: () => Promise.resolve(new Response(seed.answerText))});
    expect(await page.settled()).to.equal('expose');
    expect({...page.offer}).to.deep.equal({
      id: 'liveperson-handoff',
      source: 'liveperson-handoff',
      url: 'https://www.mybrand.com/?someQueryParams',
      waitSeconds: 120,
      peopleAhead: 9,
      expiresAt: start + 300_000,
    });
  });

  it('asks the brand’s endpoint once, and nobody else', async () => {
    const [clock, endpoint] = [createTestClock({start}), createEndpoint()];
    const page = openPage({}, {...clock, fetch: endpoint.fetch});
    await page.settled();
    await clock.pass(29_000);
    expect(endpoint.sent).to.deep.equal([`GET ${handoffUrl}`]);
  });

  it('offers what the brand’s endpoint really gets', async () => {
    const page = openPage({handoffUrl: await playAt('available')});
    expect(await page.settled()).to.equal('expose');
    expect(page.offer).to.include({waitSeconds: 120, peopleAhead: 9});
    expect(page.offer?.url).to.match(new RegExp(`^${sandboxOrigin}/brand/chat\\?engagement=[0-9a-f-]{36}$`));
  });

  for (const [scenario, amounts] of [
    ['no-wait', {waitSeconds: 0, peopleAhead: 0}],
    ['amounts-as-text', {waitSeconds: 120, peopleAhead: 9}],
    ['link-only', {waitSeconds: undefined, peopleAhead: undefined}],
  ] as const) {
    it(`reads the amounts of "${scenario}"`, async () => {
      const page = openPage({handoffUrl: await playAt(scenario)});
      expect(await page.settled()).to.equal('expose');
      const {waitSeconds, peopleAhead} = page.offer ?? {};
      expect({waitSeconds, peopleAhead}).to.deep.equal(amounts);
    });
  }

  it('does not tell a wait before now', async () => {
    const page = openPage({}, {fetch: createEndpoint({expectedWaitTimeSeconds: -1, queueSize: -1}).fetch});
    await page.settled();
    expect(page.offer).not.to.have.any.keys('waitSeconds', 'peopleAhead');
  });

  it('is unavailable when the vendor says "Not Available" [LX9]', async () => {
    expect(await openPage({handoffUrl: await playAt('not-available')}).settled()).to.equal('unavailable');
  });

  it('is unavailable at a status that nobody knows', async () => {
    const fetch: Fetch = () => Promise.resolve(Response.json({...JSON.parse(seed.answerText), status: 'NotAvailable'}));
    expect(await openPage({}, {fetch}).settled()).to.equal('unavailable');
  });

  describe('a link that may not be opened', () => {
    for (const name of [
      'javascript',
      'data',
      'user-info',
      'host-as-user',
      'look-alike',
      'look-alike-prefix',
      'backslashes',
      'backslash-as-host',
      'other-host',
      'plain-http',
      'relative',
    ]) {
      it(`is refused: ${name}`, async () => {
        const page = openPage({handoffUrl: await playAt(`hostile-${name}`)});
        expect(await page.settled()).to.equal('failed');
        const {error} = page.session.state as {error: Error};
        expect(error).to.be.instanceOf(ConfigurationError);
        expect(error.message)
          .to.contain('add its host to allowedHosts')
          .and.not.match(/secret|alert|\/chat/);
        expect(types(page)).not.to.include('expose');
      });
    }

    it('is one of another host than the endpoint’s', async () => {
      const endpoint = createEndpoint({urlToChat: 'https://chat.mybrand.com/?secret'});
      const page = openPage({}, {fetch: endpoint.fetch});
      expect(await page.settled()).to.equal('failed');
      expect((page.session.state as {error: Error}).error.message).to.equal(
        'Expected the hand-off link to be an https address at www.mybrand.com, got chat.mybrand.com; add its host to allowedHosts if it is yours',
      );
    });

    for (const allowedHosts of [
      'chat.mybrand.com',
      'mybrand.com',
      'other.example, chat.mybrand.com',
      'a.b mybrand.com',
    ]) {
      it(`may be opened with the allowed hosts "${allowedHosts}"`, async () => {
        const endpoint = createEndpoint({urlToChat: 'https://chat.mybrand.com/?once'});
        const page = openPage({allowedHosts}, {fetch: endpoint.fetch});
        expect(await page.settled()).to.equal('expose');
        expect(page.offer?.url).to.equal('https://chat.mybrand.com/?once');
      });
    }

    it('is the endpoint’s own host, when the allowed hosts leave it out', async () => {
      const page = openPage({allowedHosts: 'chat.mybrand.com'}, {fetch: createEndpoint().fetch});
      expect(await page.settled()).to.equal('failed');
    });
  });

  describe('when the link runs out', () => {
    it('withdraws the offer and makes another one', async () => {
      const [clock, endpoint] = [createTestClock({start}), createEndpoint()];
      const page = openPage({}, {...clock, fetch: endpoint.fetch});
      await page.settled();
      const {offer} = page;
      await clock.pass(29_999);
      expect(types(page)).to.deep.equal(['start', 'expose']);
      expect(offer?.url).to.equal('https://www.mybrand.com/?once=1');
      await clock.pass(1);
      await offersAnother(page);
      expect(page.offer).to.include({
        id: offer?.id,
        url: 'https://www.mybrand.com/?once=2',
        expiresAt: start + 60_000,
      });
    });

    it('takes the link away from whoever still holds the old offer', async () => {
      const clock = createTestClock({start});
      const page = openPage({}, {...clock, fetch: createEndpoint().fetch});
      await page.settled();
      const {offer} = page;
      await clock.pass(30_000);
      expect(offer?.url).to.equal(undefined);
      expect(JSON.stringify(offer)).not.to.contain('once=1');
    });

    it('has counted from before the request', async () => {
      const [clock, endpoint] = [createTestClock({start}), createEndpoint()];
      const {answer} = endpoint;
      endpoint.answer = async (count) => {
        if (count === 1) await clock.pass(20_000);
        return answer(count);
      };
      const page = openPage({}, {...clock, fetch: endpoint.fetch});
      await page.settled();
      await clock.pass(10_000);
      await offersAnother(page);
    });

    it('does not trust one long timer', async () => {
      const clock = createTestClock({start});
      const page = openPage({}, {...clock, fetch: createEndpoint({validForSeconds: 86_400 * 365}).fetch});
      await page.settled();
      await clock.pass(60_000);
      expect(clock.pauses).to.have.lengthOf.greaterThan(5);
      expect(Math.max(...clock.pauses)).to.equal(10_000);
      expect(page.session.state.name).to.equal('expose');
    });

    it('notices at once when a page is seen again after the machine slept', async () => {
      const clock = createTestClock({start});
      const tab = createDocument();
      const page = openPage({}, {...clock, fetch: createEndpoint().fetch, page: tab.page});
      await page.settled();
      const {offer} = page;
      await tab.hide();
      clock.suspend(30_000);
      expect(offer?.url).to.equal(undefined);
      await tab.show();
      await offersAnother(page);
    });

    it('is not deceived by a clock that was set back', async () => {
      const clock = createTestClock({start});
      const page = openPage({}, {...clock, fetch: createEndpoint().fetch});
      await page.settled();
      clock.suspend(-86_400_000);
      await clock.pass(30_000);
      await offersAnother(page);
    });

    it('withdraws on a hidden page, and asks for another when it is seen', async () => {
      const [clock, endpoint, tab] = [createTestClock({start}), createEndpoint(), createDocument()];
      const page = openPage({}, {...clock, fetch: endpoint.fetch, page: tab.page});
      await page.settled();
      await tab.hide();
      await clock.pass(90_000);
      expect(types(page)).to.deep.equal(['start', 'expose', 'withdraw']);
      expect(endpoint.sent).to.have.lengthOf(1);
      await tab.show();
      await waitUntil(() => types(page).length > 3, 'another link is offered');
      expect(endpoint.sent).to.have.lengthOf(2);
      expect(page.offer?.url).to.equal('https://www.mybrand.com/?once=2');
    });

    it('asks for five links in all, and then no more until it is started again', async () => {
      const [clock, endpoint] = [createTestClock({start}), createEndpoint()];
      const page = openPage({}, {...clock, fetch: endpoint.fetch});
      for (let link = 1; link <= 5; link += 1) {
        await waitUntil(() => page.offer?.url?.endsWith(`once=${link}`), `offers link ${link}`);
        await clock.pass(30_000);
      }
      await waitUntil(() => page.session.state.name === 'unavailable');
      expect([endpoint.sent.length, clock.sleepers()]).to.deep.equal([5, 0]);
      page.session.refresh();
      await waitUntil(() => page.session.state.name === 'expose');
      expect(endpoint.sent).to.have.lengthOf(6);
    });

    it('does not flood the endpoint with links that are over when they come', async () => {
      const endpoint = createEndpoint({validForSeconds: 1});
      const clock = createTestClock({start});
      const {answer} = endpoint;
      endpoint.answer = async (count) => {
        await clock.pass(2_000);
        return answer(count);
      };
      const page = openPage({}, {...clock, fetch: endpoint.fetch});
      expect(await page.settled()).to.equal('unavailable');
      expect(types(page)).not.to.include('expose');
      expect(endpoint.sent).to.have.lengthOf(5);
    });

    it('is unavailable when there is nobody any more', async () => {
      const [clock, endpoint] = [createTestClock({start}), createEndpoint()];
      const page = openPage({}, {...clock, fetch: endpoint.fetch});
      await page.settled();
      endpoint.answer = () => Response.json({status: 'Not Available'});
      await clock.pass(30_000);
      await waitUntil(() => endpoint.sent.length === 2 && page.session.state.name === 'unavailable');
      expect(clock.sleepers()).to.equal(0);
      await clock.pass(90_000);
      expect(endpoint.sent).to.have.lengthOf(2);
    });

    it('ends for real after two seconds', async () => {
      const page = openPage({handoffUrl: await playAt('brief')});
      await page.settled();
      const {offer} = page;
      await waitUntil(() => page.offer?.url !== undefined && page.offer !== offer, 'another link');
      expect(offer?.url).to.equal(undefined);
    });
  });

  for (const answer of ['accept', 'dismiss'] as const) {
    it(`asks for nothing more after ${answer}()`, async () => {
      const [clock, endpoint, tab] = [createTestClock({start}), createEndpoint(), createDocument()];
      const page = openPage({}, {...clock, fetch: endpoint.fetch, page: tab.page});
      await page.settled();
      const {offer} = page;
      page.session[answer]();
      expect(offer?.url).to.equal('https://www.mybrand.com/?once=1');
      await clock.pass(90_000);
      await tab.show();
      expect(endpoint.sent).to.have.lengthOf(1);
      expect(types(page)).to.deep.equal(['start', 'expose', answer]);
    });
  }

  it('goes on when the offer is only shown', async () => {
    const clock = createTestClock({start});
    const page = openPage({}, {...clock, fetch: createEndpoint().fetch});
    await page.settled();
    page.session.shown();
    await clock.pass(30_000);
    await offersAnother(page);
  });

  it('asks for nothing before the page is seen', async () => {
    const [endpoint, tab] = [createEndpoint(), createDocument('hidden')];
    const page = openPage({}, {fetch: endpoint.fetch, page: tab.page});
    await waitUntil(() => page.session.state.name === 'connecting');
    await tab.hide();
    expect(endpoint.sent).to.have.lengthOf(0);
    await tab.show();
    expect(await page.settled()).to.equal('expose');
  });

  describe('a page that comes back from the back/forward cache', () => {
    it('still has its link, and asks for no other', async () => {
      const [clock, endpoint] = [createTestClock({start}), createEndpoint()];
      const page = openPage({}, {...clock, fetch: endpoint.fetch});
      await page.settled();
      page.leave();
      clock.suspend(20_000);
      page.comeBack();
      await waitUntil(() => page.facts.length === 4);
      expect(types(page)).to.deep.equal(['start', 'expose', 'start', 'expose']);
      expect(page.offer?.url).to.equal('https://www.mybrand.com/?once=1');
      expect(endpoint.sent).to.have.lengthOf(1);
    });

    it('loses a link that has run out meanwhile', async () => {
      const clock = createTestClock({start});
      const page = openPage({}, {...clock, fetch: createEndpoint().fetch});
      await page.settled();
      page.leave();
      clock.suspend(30_000);
      page.comeBack();
      await waitUntil(() => page.facts.length === 5);
      expect(types(page)).to.deep.equal(['start', 'expose', 'start', 'withdraw', 'expose']);
      expect(page.offer?.url).to.equal('https://www.mybrand.com/?once=2');
    });
  });

  it('leaves no timer and no listener behind', async () => {
    const [clock, endpoint, tab] = [createTestClock({start}), createEndpoint(), createDocument()];
    const page = openPage({}, {...clock, fetch: endpoint.fetch, page: tab.page});
    await page.settled();
    await tab.hide();
    await tab.show();
    expect(clock.pauses).to.have.lengthOf(3);
    expect(clock.sleepers()).to.equal(1);
    page.leave();
    expect(clock.sleepers()).to.equal(0);
    clock.suspend(30_000);
    await tab.show();
    expect(endpoint.sent).to.have.lengthOf(1);
  });

  it('stops the request when it is stopped', async () => {
    let stopped: AbortSignal | null | undefined;
    const fetch: Fetch = (_, {signal}) => {
      stopped = signal;
      return new Promise(() => undefined);
    };
    const page = openPage({}, {fetch});
    await waitUntil(() => stopped);
    page.leave();
    expect(stopped?.aborted).to.equal(true);
    expect(types(page)).to.deep.equal(['start']);
  });

  it('writes the link nowhere', async () => {
    const page = openPage({}, {fetch: createEndpoint().fetch});
    await page.settled();
    page.session.dismiss();
    await waitUntil(() => page.visits.current.settled);
    expect(await page.visits.read()).to.deep.equal({settled: {'liveperson-handoff': 'dismissed'}});
  });

  describe('what goes wrong is reported', () => {
    for (const [scenario, kind, detail] of [
      ['illegal-version', ExternalEngagementError, {status: 502}],
      ['invalid-data', ExternalEngagementError, {status: 502}],
      ['unauthorized', ExternalEngagementError, {status: 502}],
      ['loading-account', ExternalEngagementError, {status: 503}],
      ['server-error', ExternalEngagementError, {status: 503}],
      ['error-page', ExternalEngagementError, {status: 503}],
      ['no-link', MalformedAnswerError, {}],
      ['no-lifetime', MalformedAnswerError, {}],
    ] as const) {
      it(`as ${kind.name}: ${scenario}`, async () => {
        const page = openPage({handoffUrl: await playAt(scenario)});
        expect(await page.settled()).to.equal('failed');
        const {error} = page.session.state as {error: Error};
        expect(error).to.be.instanceOf(kind).and.to.include(detail);
        expect(error.message).not.to.contain('account=');
      });
    }

    for (const [what, status, body] of [
      ['a refusal', 400, '{"message": "Illegal Version", "internalCode": "33"}'],
      ['a refusal with a tab in its message', 400, '{"message": "Illegal\tVersion", "internalCode": "33"}'],
      ['a refusal in a wrapper', 500, '{"error": {"message": "Illegal Version", "internalCode": "33"}}'],
    ] as const) {
      it(`as ExternalEngagementError, with what the platform says: ${what} that the brand’s endpoint passes on`, async () => {
        const page = openPage({}, {fetch: () => Promise.resolve(new Response(body, {status}))});
        expect(await page.settled()).to.equal('failed');
        const {error} = page.session.state as {error: Error};
        const detail = {status, internalCode: '33', vendorMessage: 'Illegal Version'};
        expect(error).to.be.instanceOf(ExternalEngagementError).and.to.include(detail);
      });
    }

    for (const validForSeconds of [0, -1, null]) {
      it(`as MalformedAnswerError: a link that is good for ${validForSeconds} seconds`, async () => {
        const page = openPage({}, {fetch: createEndpoint({validForSeconds}).fetch});
        expect(await page.settled()).to.equal('failed');
        expect(page.session.state).to.have.property('error').that.is.instanceOf(MalformedAnswerError);
      });
    }

    it('as NetworkError, after one request', async () => {
      let requests = 0;
      const fetch: Fetch = () => Promise.reject(new TypeError(`failed ${++requests}`));
      const page = openPage({}, {fetch});
      expect(await page.settled()).to.equal('failed');
      expect(page.session.state).to.have.property('error').that.is.instanceOf(NetworkError);
      expect(requests).to.equal(1);
    });
  });

  for (const handoffUrl of [
    undefined,
    ' ',
    '/handoff',
    '//www.mybrand.com/handoff',
    'http://www.mybrand.com/handoff',
    'https://user:secret@www.mybrand.com/handoff',
    'javascript:alert(1)',
    'data:application/json,{}',
  ]) {
    it(`refuses ${handoffUrl ?? 'nothing'} for an endpoint`, () => {
      expect(() => createHandoffSource({handoffUrl})).to.throw(
        ConfigurationError,
        'Expected handoffUrl to be an absolute https address',
      );
    });
  }
});
