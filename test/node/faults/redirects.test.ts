import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import {after, before, describe, it} from 'node:test';
import {AvayaJourneyClient} from '../../../src/vendors/avaya/index.js';
import {GatewayClient} from '../../../src/vendors/genesys/gateway/gateway-client.js';
import {createSseTransport} from '../../../src/vendors/genesys/transports/sse.js';
import {openLongPolling} from '../../../src/vendors/genesys/transports/bayeux-long-polling.js';
import {GliaClient} from '../../../src/vendors/glia/index.js';
import {ExternalEngagementClient, lookUpHost, MonitoringClient} from '../../../src/vendors/liveperson/index.js';
import {createEventSources} from '../../support/fakes/fake-event-source.js';
import {listenBy} from '../../support/listening.js';
import {listenOnLoopback, type Loopback} from '../../support/servers/loopback.js';

const uuid = '8e557fd6-580a-43b3-8cf9-db8169f4af5a';
const sleep = (): Promise<void> => Promise.resolve();
const getToken = (): string => 'secret';
const {signal} = new AbortController();

describe('F5: A server that redirects to another origin', () => {
  let elsewhere: Loopback;
  let redirecting: Loopback;
  let arrived: number;

  const start = (server: Server): Promise<Loopback> => listenOnLoopback(server);

  before(async () => {
    arrived = 0;
    elsewhere = await start(
      createServer((_, response) => {
        arrived += 1;
        response.writeHead(200, {'Access-Control-Allow-Origin': '*'});
        response.end('{"visitorId": "v", "sessionId": "s", "engagementDetails": [{"status": "expose"}]}');
      }),
    );
    redirecting = await start(
      createServer(({url}, response) => {
        response
          .writeHead(307, {Location: `${elsewhere.origin}${url ?? ''}`, 'Access-Control-Allow-Origin': '*'})
          .end();
      }),
    );
  });

  after(() => Promise.all([elsewhere.close(), redirecting.close()]));

  const monitoring = (): MonitoringClient =>
    new MonitoringClient({host: redirecting.origin, accountId: 'a', appInstallationId: 'b'});
  const glia = (): GliaClient => new GliaClient({baseUrl: redirecting.origin, getToken, sleep});
  const gateway = (): GatewayClient =>
    new GatewayClient({baseUrl: redirecting.origin, basePath: '/server', sleep, getToken});

  const requests: Readonly<Record<string, () => Promise<unknown>>> = {
    'MonitoringClient.engage': () => monitoring().engage({identities: [{acr: 'loa1', sub: 'identifierForAuth'}]}),
    'MonitoringClient.report': () => monitoring().report({vid: 'v', sid: 's', engagementAttributes: []}),
    lookUpHost: () => lookUpHost('a', {domainApi: redirecting.origin}),
    'ExternalEngagementClient.create': () =>
      new ExternalEngagementClient({host: redirecting.origin, accountId: 'a'}).create({appType: 'IVR'}),
    'GatewayClient.engage': () => gateway().engage({visitID: 'v', engagementID: 'e'}),
    'GatewayClient.noengage': () => gateway().noengage({visitID: 'v', engagementID: 'e'}),
    'GliaClient.getEngagement': () => glia().getEngagement('e'),
    'GliaClient.endEngagement': () => glia().endEngagement('e'),
    'GliaClient.exportEngagement': () => glia().exportEngagement('e'),
    'GliaClient.listEngagements': async () => {
      for await (const engagement of glia().listEngagements({siteIds: ['s']})) return engagement;
      return undefined;
    },
    'AvayaJourneyClient.getEngagement': () =>
      new AvayaJourneyClient({
        baseUrl: redirecting.origin,
        accountId: 'abcdef',
        getCredentials: () => Promise.resolve({appkey: 'key', token: 'secret'}),
        sleep,
      }).getEngagement(uuid),
    'the long-polling of Bayeux': () =>
      openLongPolling(new URL(redirecting.origin), {receive: () => undefined, signal}).exchange(
        [{channel: 'c'}],
        2_000,
      ),
  };

  for (const [name, send] of Object.entries(requests)) {
    it(`gets nothing of ${name} there, and gives no answer from there`, async () => {
      await assert.rejects(send(), {name: 'NetworkError'});
      assert.equal(arrived, 0);
    });
  }

  it('gives no notification of a stream from there', () => {
    const {eventSource, streams} = createEventSources();
    const heard = listenBy(createSseTransport({url: 'https://events.brand.example/stream', eventSource}));
    return (async () => {
      await sleep();
      await sleep();
      streams[0]?.onopen?.();
      streams[0]?.send('{}', 'https://elsewhere.example');
      await heard.hears('trouble');
      assert.deepEqual([heard.messages(), heard.count('retry'), streams.length], [[], 0, 1]);
    })();
  });
});
