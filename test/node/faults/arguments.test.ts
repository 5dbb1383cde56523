import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AvayaJourneyClient} from '../../../src/vendors/avaya/index.js';
import {GatewayClient} from '../../../src/vendors/genesys/gateway/gateway-client.js';
import {GliaClient} from '../../../src/vendors/glia/index.js';
import {ExternalEngagementClient, lookUpHost, MonitoringClient} from '../../../src/vendors/liveperson/index.js';
import {createFakeFetch} from '../../support/fakes/fake-fetch.js';
import {rejection} from '../../support/rejection.js';

const {fetch, sent} = createFakeFetch(200, {visitorId: 'v', sessionId: 's', baseURI: 'va.v.example'});
const getToken = (): string => 't';
const getCredentials = () => Promise.resolve({appkey: 'a', token: 't'});
const account = {host: 'va.v.example', accountId: 'a', appInstallationId: 'b', fetch};
const monitoring = new MonitoringClient(account);
const glia = new GliaClient({getToken, fetch});
const gateway = new GatewayClient({baseUrl: 'https://gwe.example', basePath: '/server', fetch});
const avaya = new AvayaJourneyClient({baseUrl: 'https://axp.example', accountId: 'abcdef', getCredentials, fetch});

/** Text that is none, or that no address can hold. */
const unusable: Readonly<Record<string, unknown>> = {
  'half of a surrogate pair': 'a\ud800',
  'the other half': '\udc00',
  'too long': 'x'.repeat(257),
  'an object': {},
  'a list': ['e'],
  'a symbol': Symbol('e'),
  'a function': () => 'e',
};

/** What leads out of a path. */
const escaping: Readonly<Record<string, unknown>> = {'one dot': '.', 'two dots': '..'};

/** What stands for nothing where something is needed. */
const missing: Readonly<Record<string, unknown>> = {'empty text': '', null: null, nothing: undefined, spaces: '  '};

type Call = (argument: never) => unknown;

const inPath: Readonly<Record<string, Call>> = {
  'MonitoringClient, accountId': (accountId) => new MonitoringClient({...account, accountId}),
  'MonitoringClient, appInstallationId': (appInstallationId) => new MonitoringClient({...account, appInstallationId}),
  lookUpHost: (id) => lookUpHost(id, {fetch}),
  'ExternalEngagementClient, accountId': (accountId) => new ExternalEngagementClient({...account, accountId}),
  'GliaClient.getEngagement': (id) => glia.getEngagement(id),
  'GliaClient.endEngagement': (id) => glia.endEngagement(id),
  'GliaClient.exportEngagement': (id) => glia.exportEngagement(id),
  'AvayaJourneyClient, accountId': (accountId) =>
    new AvayaJourneyClient({baseUrl: 'https://axp.example', accountId, getCredentials, fetch}),
  'AvayaJourneyClient.getEngagement': (id) => avaya.getEngagement(id),
  'AvayaJourneyClient.listEngagements': (id) => avaya.listEngagements([id]),
};

const needed: Readonly<Record<string, Call>> = {
  'MonitoringClient.report, vid': (vid) => monitoring.report({vid, sid: 's', engagementAttributes: []}),
  'MonitoringClient.report, sid': (sid) => monitoring.report({vid: 'v', sid, engagementAttributes: []}),
};

/** Ids that may be any text but empty text. */
const ofGateway: Readonly<Record<string, Call>> = {
  'GatewayClient.engage, visitID': (visitID) => gateway.engage({visitID}),
  'GatewayClient.noengage, visitID': (visitID) => gateway.noengage({visitID}),
};

const optional: Readonly<Record<string, Call>> = {
  'MonitoringClient.engage, vid': (vid) => monitoring.engage({vid}),
  'MonitoringClient.engage, sid': (sid) => monitoring.engage({vid: 'v', sid}),
  'MonitoringClient.report, pageId': (pageId) =>
    monitoring.report({vid: 'v', sid: 's', pageId, engagementAttributes: []}),
  'GatewayClient.engage, engagementID': (engagementID) => gateway.engage({visitID: 'v', engagementID}),
  'GatewayClient.noengage, pageID': (pageID) => gateway.noengage({visitID: 'v', pageID}),
  'GliaClient.listEngagements, siteIds': async (id) => {
    for await (const engagement of glia.listEngagements({siteIds: [id]})) return engagement;
    return undefined;
  },
};

describe('An argument that cannot be part of a request', () => {
  const table = (
    calls: Readonly<Record<string, Call>>,
    ...arguments_: readonly Readonly<Record<string, unknown>>[]
  ) => {
    for (const [name, call] of Object.entries(calls)) {
      it(`F22: F23: is refused as a configuration error by ${name}`, async () => {
        for (const [title, argument] of Object.entries(Object.assign({}, ...arguments_) as object)) {
          const outcome = async (): Promise<unknown> => call(argument as never);
          const error = (await rejection(outcome()).catch(() => undefined)) as Error | undefined;
          assert.equal(error?.name, 'ConfigurationError', `${title}: ${String(error)}`);
        }
        assert.deepEqual(sent, []);
      });
    }
  };

  table(inPath, unusable, escaping, missing);
  table(needed, unusable, missing);
  table(ofGateway, unusable, {'empty text': '', null: null, nothing: undefined});
  table(optional, unusable);
});
