import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {ConfigurationError} from '../../../src/check/configuration-error.js';
import {createEngagementSession, createVisitStore} from '../../../src/engagement/index.js';
import {AvayaJourneyClient} from '../../../src/vendors/avaya/index.js';
import {createNotificationSource, GatewayClient} from '../../../src/vendors/genesys/index.js';
import {GliaClient} from '../../../src/vendors/glia/index.js';
import {
  createHandoffSource,
  createMonitoringSource,
  ExternalEngagementClient,
  lookUpHost,
  MonitoringClient,
} from '../../../src/vendors/liveperson/index.js';
import {createMemoryVisits} from '../../support/fakes/memory-visits.js';
import {createScriptedSource} from '../../support/fakes/scripted-source.js';
import {optionsLike, runs, wild} from '../../support/properties.js';

const baseUrl = 'https://platform.example';
const account = {accountId: '12345678', appInstallationId: 'app'};
const fetch = () => Promise.resolve(new Response('{}'));
const sleep = () => Promise.resolve();
const visits = createMemoryVisits();
const secret = 's'.repeat(32);
const glia = new GliaClient({baseUrl, getToken: () => 'token', fetch, sleep});
const avaya = new AvayaJourneyClient({
  baseUrl,
  accountId: 'ABCDEF',
  getCredentials: () => Promise.resolve({appkey: 'key', token: 'token'}),
  fetch,
  sleep,
});
const monitoring = new MonitoringClient({host: 'platform.example', ...account, fetch});
const gateway = new GatewayClient({baseUrl, basePath: '/server', fetch, sleep});
const external = new ExternalEngagementClient({host: 'platform.example', accountId: '12345678', fetch});

/** What takes options: a good value for each of them, and the call. */
interface Taker {
  readonly good: Readonly<Record<string, unknown>>;
  readonly call: (options: never) => unknown;
}

const clients: Readonly<Record<string, Taker>> = {
  MonitoringClient: {
    good: {host: 'platform.example', ...account, apiVersion: '1.1', fetch},
    call: (options) => new MonitoringClient(options),
  },
  'MonitoringClient.engage': {
    good: {
      vid: 'visitor',
      sid: 'session',
      obh: false,
      consumerId: secret,
      identities: [{acr: '0', sub: secret}],
      clientProperties: {appVersion: '1'},
      entryPoints: ['sec://Sport'],
      engagementAttributes: [{type: 'searchInfo', keywords: ['shoes']}],
    },
    call: (options) => monitoring.engage(options),
  },
  'MonitoringClient.report': {
    good: {vid: 'visitor', sid: 'session', pageId: 'page', engagementAttributes: []},
    call: (options) => monitoring.report(options),
  },
  ExternalEngagementClient: {
    good: {host: 'platform.example', accountId: '12345678', authorize: (request: Request) => request, fetch},
    call: (options) => new ExternalEngagementClient(options),
  },
  'ExternalEngagementClient.create': {
    good: {appType: 'IVR', consumerSections: ['one'], engagementAttributes: [], externalWaitTimeSeconds: 5},
    call: (options) => external.create(options),
  },
  lookUpHost: {
    good: {domainApi: baseUrl, fetch},
    call: (options) => lookUpHost('12345678', {fetch, ...(Object(options) as object)}),
  },
  GliaClient: {
    good: {baseUrl, getToken: () => 'token', allowedOrigins: [baseUrl], fetch, sleep},
    call: (options) => new GliaClient(options),
  },
  'GliaClient.listEngagements': {
    good: {siteIds: [crypto.randomUUID()], operatorIds: [], startDate: new Date(), perPage: 5, order: 'asc'},
    call: (options) => glia.listEngagements(options)[Symbol.asyncIterator]().next(),
  },
  AvayaJourneyClient: {
    good: {baseUrl, accountId: 'ABCDEF', getCredentials: () => Promise.resolve({appkey: 'k', token: 't'}), fetch},
    call: (options) => new AvayaJourneyClient(options),
  },
  'AvayaJourneyClient.listEngagements': {good: {}, call: (options) => avaya.listEngagements(options)},
  GatewayClient: {
    good: {baseUrl, basePath: '/server', encoding: 'json', getToken: () => 'token', fetch, sleep},
    call: (options) => new GatewayClient(options),
  },
  'GatewayClient.engage': {
    good: {visitID: 'A'.repeat(32), engagementID: 'id', timeout: 5, title: 'Hello'},
    call: (options) => gateway.engage(options),
  },
};

const sessions: Readonly<Record<string, Taker>> = {
  createMonitoringSource: {
    good: {...account, apiHost: 'platform.example', apiVersion: '1.1', retrySpread: 2},
    call: (options) => createMonitoringSource(options, {visits, lockName: 'lock'}),
  },
  createHandoffSource: {
    good: {handoffUrl: baseUrl, allowedHosts: 'platform.example'},
    call: (options) => createHandoffSource(options, {page: {visibilityState: 'visible', addEventListener: () => 0}}),
  },
  createNotificationSource: {
    good: {notificationsUrl: baseUrl, notificationsTransport: 'sse', visitId: 'A'.repeat(32), pageId: 'page'},
    call: (options) => createNotificationSource(options, {visits, tabsName: 'tabs'}),
  },
  createEngagementSession: {
    good: {sources: [createScriptedSource()], visits, maxInvitations: 3, now: Date.now, sleep},
    call: (options) => createEngagementSession(options),
  },
  createVisitStore: {good: {key: 'key', current: {}}, call: (options) => createVisitStore(options)},
};

/** Errors of an answer are no problem of the options. */
const isAboutAnswer = (error: unknown): boolean =>
  error instanceof Error && /^(MalformedAnswerError|NetworkError|GatewayFaultError|GliaError)$/.test(error.name);

function describeTakers(part: string, takers: Readonly<Record<string, Taker>>): void {
  describe(`Whatever options ${part} get`, () => {
    for (const [name, {good, call}] of Object.entries(takers)) {
      it(`${name} throws nothing but a ConfigurationError`, async () => {
        const options = Object.keys(good).length > 0 ? optionsLike(good) : wild;
        await fc.assert(
          fc.asyncProperty(options, async (given) => {
            try {
              await call(given as never);
            } catch (error) {
              if (!isAboutAnswer(error)) assert.ok(error instanceof ConfigurationError, String((error as Error).stack));
            }
          }),
          runs(300),
        );
      });
    }
  });
}

describeTakers('the clients', clients);
describeTakers('the sources and the session', sessions);
