import {AvayaJourneyClient} from '../../../src/vendors/avaya/index.js';
import {GatewayClient} from '../../../src/vendors/genesys/gateway/gateway-client.js';
import {openLongPolling} from '../../../src/vendors/genesys/transports/bayeux-long-polling.js';
import {GliaClient} from '../../../src/vendors/glia/index.js';
import {createTestClock} from '../../support/fakes/test-clock.js';
import {ExternalEngagementClient, lookUpHost, MonitoringClient} from '../../../src/vendors/liveperson/index.js';

/** One call of a client's method. */
export type ClientCall = (signal?: AbortSignal) => Promise<unknown>;

const uuid = '8e557fd6-580a-43b3-8cf9-db8169f4af5a';

/** What stands in place of the secrets, and must stand in no error. */
export const secret = 'secret-f00d';

/** Functions of the caller that clients wait for. */
export interface Hooks {
  readonly getToken: () => Promise<string>;
  readonly getCredentials: () => Promise<{appkey: string; token: string}>;
  readonly authorize: (request: Request) => Promise<Request>;
}

const soundHooks: Hooks = {
  getToken: () => Promise.resolve(secret),
  getCredentials: () => Promise.resolve({appkey: secret, token: secret}),
  authorize: (request) => Promise.resolve(request),
};

/** A call of every method that sends a request, to one server, without pauses between attempts. */
export function clientCalls(origin: string, hooks: Partial<Hooks> = {}): Readonly<Record<string, ClientCall>> {
  const {getToken, getCredentials, authorize} = {...soundHooks, ...hooks};
  const {sleep, now} = createTestClock({jumps: true});
  const monitoring = new MonitoringClient({host: origin, accountId: 'a', appInstallationId: 'b'});
  const glia = new GliaClient({baseUrl: origin, getToken, sleep});
  const gateway = new GatewayClient({baseUrl: origin, basePath: '/server', getToken, sleep, now});
  const avaya = new AvayaJourneyClient({baseUrl: origin, accountId: 'abcdef', getCredentials, sleep, now});
  const external = new ExternalEngagementClient({host: origin, accountId: 'a', authorize});
  const ids = {visitID: 'v', engagementID: 'e'};
  return {
    'MonitoringClient.engage': (signal) =>
      monitoring.engage({vid: secret, identities: [{acr: 'loa1', sub: 'identifierForAuth'}]}, {signal}),
    'MonitoringClient.report': (signal) =>
      monitoring.report({vid: secret, sid: secret, engagementAttributes: []}, {signal}),
    lookUpHost: (signal) => lookUpHost('a', {domainApi: origin, signal}),
    'ExternalEngagementClient.create': (signal) => external.create({appType: 'IVR'}, {signal}),
    'GatewayClient.engage': (signal) => gateway.engage(ids, {signal}),
    'GatewayClient.noengage': (signal) => gateway.noengage(ids, {signal}),
    'GliaClient.getEngagement': (signal) => glia.getEngagement(secret, {signal}),
    'GliaClient.endEngagement': (signal) => glia.endEngagement(secret, {signal}),
    'GliaClient.exportEngagement': (signal) => glia.exportEngagement(secret, {signal}),
    'GliaClient.queueWaitDuration': (signal) => glia.queueWaitDuration({signal}),
    'GliaClient.getRecording': (signal) => glia.getRecording(`${origin}/recording`, {signal}),
    'GliaClient.listEngagements': async (signal) => {
      for await (const engagement of glia.listEngagements({siteIds: ['s']}, {signal})) return engagement;
      return undefined;
    },
    'AvayaJourneyClient.getEngagement': (signal) => avaya.getEngagement(uuid, {signal}),
    'AvayaJourneyClient.listEngagements': (signal) => avaya.listEngagements([uuid], {signal}),
    'the long-polling of Bayeux': (signal = new AbortController().signal) =>
      openLongPolling(new URL(origin), {receive: () => undefined, signal}).exchange([{channel: 'c'}], 2_000),
  };
}
