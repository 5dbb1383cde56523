import {expect} from '@open-wc/testing';
import {check} from '../../src/check/check.js';
import type {Fetch} from '../../src/http/exchange.js';
import {request} from '../../src/http/request.js';
import {AvayaJourneyClient} from '../../src/vendors/avaya/avaya-journey-client.js';
import {GatewayClient} from '../../src/vendors/genesys/gateway/gateway-client.js';
import {invitationSchema} from '../../src/vendors/genesys/gateway/gateway.schemas.js';
import {readNotifications} from '../../src/vendors/genesys/notification.js';
import {toOffer} from '../../src/vendors/genesys/offers.js';
import {createSseTransport} from '../../src/vendors/genesys/transports/sse.js';
import {GliaClient} from '../../src/vendors/glia/glia-client.js';
import {createHandoffSource} from '../../src/vendors/liveperson/handoff/handoff-source.js';
import {lookUpHost} from '../../src/vendors/liveperson/host-look-up.js';
import {mayHoldEngagement} from '../../src/vendors/liveperson/monitoring/engage-answer.js';
import {MonitoringClient, toAnswer} from '../../src/vendors/liveperson/monitoring/monitoring-client.js';
import {createMonitoringSource} from '../../src/vendors/liveperson/monitoring/monitoring-source.js';
import {toFact} from '../../src/vendors/liveperson/monitoring/offers.js';
import {createMemoryVisits} from '../support/fakes/memory-visits.js';
import {createVisitStore} from '../../src/visit/visit-store.js';
import {waitUntil} from '../support/wait-until.js';

const evil = 'https://evil.example';
const answer = {visitorId: 'v', sessionId: 's'};

/** Runs while a script of the page has added properties to `Object.prototype`. */
async function polluted<T>(properties: Readonly<Record<string, unknown>>, run: () => T): Promise<Awaited<T>> {
  const descriptors = Object.entries(properties).map(
    ([name, value]) => [name, {value, configurable: true, writable: true}] as const,
  );
  Object.defineProperties(Object.prototype, Object.fromEntries(descriptors));
  try {
    return await run();
  } finally {
    for (const name of Object.keys(properties)) Reflect.deleteProperty(Object.prototype, name);
  }
}

interface Sent {
  readonly urls: string[];
  readonly inits: RequestInit[];
  readonly fetch: Fetch;
}

function recorder(body: unknown = answer): Sent {
  const [urls, inits]: [string[], RequestInit[]] = [[], []];
  const fetch: Fetch = (url, init) => {
    urls.push(url);
    inits.push(init);
    return Promise.resolve(new Response(JSON.stringify(body)));
  };
  return {urls, inits, fetch};
}

describe('F6: What a script has added to Object.prototype', () => {
  it('is not the host that is asked for the host', async () => {
    const {urls, fetch} = recorder({baseURI: 'va.v.example'});
    await polluted({domainApi: evil}, () => lookUpHost('a', {fetch}));
    expect(urls.map((url) => new URL(url).origin)).to.deep.equal(['https://api.liveperson.net']);
  });

  it('is neither a host nor an identity of the handshake', async () => {
    const {urls, inits, fetch} = recorder({baseURI: 'va.v.example', ...answer});
    const foreign = {
      domainApi: evil,
      apiHost: 'evil.example',
      identities: [{acr: '0', sub: 'evil-visitor'}],
      obh: true,
    };
    const life = new AbortController();
    await polluted({...foreign, apiVersion: '1.0', vid: 'evil', sid: 'evil', visitorId: 'evil'}, async () => {
      const edges = {visits: createMemoryVisits(), lockName: crypto.randomUUID(), fetch};
      const source = createMonitoringSource({accountId: 'a', appInstallationId: 'b'}, edges);
      source.start(
        () => undefined,
        life.signal,
        () => ({name: 'connecting'}),
      );
      await waitUntil(() => urls.length === 2, 'the handshake is sent');
    });
    life.abort();
    const [lookUp, handshake] = urls.map((url) => new URL(url));
    expect([lookUp?.origin, handshake?.origin]).to.deep.equal(['https://api.liveperson.net', 'https://va.v.example']);
    expect([handshake?.search, inits[1]?.body]).to.deep.equal(['?v=1.1&obh=false', '{}']);
  });

  it('is nothing that a client is told', async () => {
    const {urls, inits, fetch} = recorder({...answer, status: 'x'});
    await polluted(
      {fetch: () => Promise.reject(new Error('evil')), signal: AbortSignal.abort(), allowsHttp: true},
      async () => {
        const client = new MonitoringClient({host: 'va.v.example', accountId: 'a', appInstallationId: 'b', fetch});
        await client.engage();
        expect(() => new GliaClient({baseUrl: 'http://glia.example', getToken: () => 't'})).to.throw('https');
      },
    );
    expect([urls.length, inits[0]?.headers]).to.deep.equal([1, {'Content-Type': 'application/json'}]);
  });

  for (const [name, read] of [
    ['GliaClient', (fetch: Fetch) => new GliaClient({getToken: () => 't', fetch}).queueWaitDuration()],
    [
      'GatewayClient',
      (fetch: Fetch) =>
        new GatewayClient({baseUrl: 'https://gwe.example', basePath: '/server', fetch}).engage({visitID: 'v'}),
    ],
    [
      'AvayaJourneyClient',
      (fetch: Fetch) =>
        new AvayaJourneyClient({
          baseUrl: 'https://axp.example',
          accountId: 'abcdef',
          getCredentials: () => Promise.resolve({appkey: 'k', token: 't'}),
          fetch,
        }).listEngagements(['8e557fd6-580a-43b3-8cf9-db8169f4af5a']),
    ],
  ] as const) {
    it(`sends no request of ${name} elsewhere, and with no token of its own`, async () => {
      const {urls, inits, fetch} = recorder({engagements: []});
      const foreign = {
        baseUrl: evil,
        allowedOrigins: [evil],
        encoding: 'form',
        getToken: () => 'evil',
        next_page: evil,
      };
      await polluted(foreign, () => read(fetch));
      expect(urls.map((url) => new URL(url).host)).not.to.include('evil.example');
      expect(JSON.stringify(inits)).not.to.contain('evil');
    });
  }

  it('changes nothing of how a request is sent', async () => {
    const {inits, fetch} = recorder();
    await polluted({redirect: 'follow', mode: 'no-cors', credentials: 'include', body: 'evil', deadline: 0}, () =>
      request(new URL('https://a.example'), {}, {fetch}),
    );
    const [init] = inits;
    expect([init?.redirect, init?.credentials, init?.mode, init?.body]).to.deep.equal([
      'error',
      'omit',
      undefined,
      undefined,
    ]);
  });

  it('is no engagement of an answer', async () => {
    const details = [{status: 'expose', campaignId: 'evil'}];
    await polluted({engagementDetails: details, status: 'expose', conversationId: 'evil'}, () => {
      expect(mayHoldEngagement(answer)).to.equal(false);
      expect(toFact(toAnswer(answer, 'test')).type).to.equal('unavailable');
      expect(toFact(toAnswer({...answer, engagementDetails: [{campaignId: 1}]}, 'test')).type).to.equal('unavailable');
    });
  });

  it('is no field of a notification', async () => {
    await polluted({title: 'evil', message: 'evil', globalVisitID: 'evil', page: 'evil', timeout: 1}, () => {
      const [notification] = readNotifications({channel: 'engage', data: {visitID: 'v', engagementID: 'e'}});
      if (notification?.type !== 'engage') throw new Error('expected an invitation');
      expect([Object.hasOwn(notification.profile, 'title'), notification.page]).to.deep.equal([false, undefined]);
      expect(JSON.stringify(toOffer(notification.profile))).not.to.contain('evil');
    });
  });

  it('is no data that a schema reads, and answers stay usual objects', async () => {
    const {data} = await polluted({visitID: 'evil'}, () => check(invitationSchema, {engagementID: 'e', more: {a: 1}}));
    expect(JSON.stringify(data)).not.to.contain('evil');
    expect(
      [data, (data as {more?: object}).more].map((value) => Object.getPrototypeOf(value) as unknown),
    ).to.deep.equal([Object.prototype, Object.prototype]);
  });

  it('is nothing that is known about the visitor', async () => {
    const known = await polluted({visitorId: 'evil', sessionId: 'evil', optedOut: true}, async () => {
      const visits = createVisitStore({key: crypto.randomUUID()});
      await visits.read();
      const {visitorId, optedOut} = await visits.update((visit) => ({...visit, snoozedUntil: 1}));
      return [visitorId, (await visits.read()).optedOut, optedOut];
    });
    expect(known[1]).to.equal(undefined);
  });

  it('is neither a hand-off endpoint nor a stream', async () => {
    await polluted({handoffUrl: evil, url: evil, eventSource: () => undefined}, () => {
      expect(() => createHandoffSource({})).to.throw('handoffUrl');
      expect(() => createSseTransport({url: ''})).to.throw('Cannot use url');
    });
  });
});
