import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {publishedEngagement} from '../../../demo/site/timelines/published-engagement.js';
import {createLongEngagement} from '../../../demo/site/timelines/long-engagement.js';
import type {Fetch} from '../../../src/http/request.js';
import {AvayaJourneyClient, toEngagementRecord as toAvayaRecord} from '../../../src/vendors/avaya/index.js';
import {GatewayClient} from '../../../src/vendors/genesys/index.js';
import {GliaClient, toEngagementRecord as toGliaRecord} from '../../../src/vendors/glia/index.js';
import {ExternalEngagementClient, lookUpHost, MonitoringClient} from '../../../src/vendors/liveperson/index.js';
import {jsonLike, runs} from '../../support/properties.js';

const baseUrl = 'https://platform.example';
/** A clock that a pause moves to its end. */
let time = 0;
const now = () => time;
const sleep = (delay: number) => Promise.resolve(void (time += delay));
const id = '8e557fd6-580a-43b3-8cf9-db8169f4af5a';

/** What asks a platform, and an answer as it is documented. */
interface Question {
  readonly sample: unknown;
  readonly ask: (fetch: Fetch) => unknown;
}

const monitoring = (fetch: Fetch) =>
  new MonitoringClient({host: 'platform.example', accountId: '12345678', appInstallationId: 'app', fetch});
const glia = (fetch: Fetch) => new GliaClient({baseUrl, getToken: () => 'token', fetch, sleep});
const avaya = (fetch: Fetch) =>
  new AvayaJourneyClient({
    baseUrl,
    accountId: 'ABCDEF',
    getCredentials: () => Promise.resolve({appkey: 'key', token: 'token'}),
    fetch,
    sleep,
    now,
  });

const engagement = {
  sessionId: 'session',
  visitorId: 'visitor',
  pageId: 'page',
  engagementDetails: [{campaignId: 5, engagementId: 6, engagementRevision: 7, contextId: '8', status: 'expose'}],
};
const gliaEngagement = createLongEngagement(2);

const questions: Readonly<Record<string, Question>> = {
  'an engagement': {sample: engagement, ask: (fetch) => monitoring(fetch).engage()},
  'a report': {
    sample: engagement,
    ask: (fetch) => monitoring(fetch).report({vid: 'visitor', sid: 'session', engagementAttributes: []}),
  },
  'a host': {
    sample: {service: 'smt', account: '12345678', baseURI: 'va.v.liveperson.net'},
    ask: (fetch) => lookUpHost('12345678', {fetch}),
  },
  'a hand-off': {
    sample: {
      status: 'Available',
      engagementDetails: {urlToChat: 'https://lpchat.example/1', validForSeconds: 60, expectedWaitTime: 5},
      queueStatus: {waitTime: 5},
    },
    ask: (fetch) =>
      new ExternalEngagementClient({host: 'platform.example', accountId: '12345678', fetch}).create({appType: 'IVR'}),
  },
  'a notification for Genesys': {
    sample: {status: 200, message: 'ok'},
    ask: (fetch) =>
      new GatewayClient({baseUrl, basePath: '/server', fetch, sleep, now}).engage({visitID: 'A'.repeat(32)}),
  },
  "one of Glia's engagements": {
    sample: gliaEngagement,
    ask: async (fetch) => toGliaRecord(await glia(fetch).getEngagement(id)),
  },
  "the first of Glia's engagements": {
    sample: {engagements: [gliaEngagement], last_page: null, next_page: null},
    ask: async (fetch) => {
      for await (const first of glia(fetch).listEngagements({siteIds: [id]})) return first;
      return undefined;
    },
  },
  "the end of one of Glia's engagements": {sample: gliaEngagement, ask: (fetch) => glia(fetch).endEngagement(id)},
  "Glia's wait time": {sample: {average_wait_duration: 5}, ask: (fetch) => glia(fetch).queueWaitDuration()},
  "one of Avaya's engagements": {
    sample: publishedEngagement,
    ask: async (fetch) => toAvayaRecord(await avaya(fetch).getEngagement(id)),
  },
  "some of Avaya's engagements": {
    sample: {engagements: [publishedEngagement]},
    ask: async (fetch) => (await avaya(fetch).listEngagements([id])).engagements.map(toAvayaRecord),
  },
};

const errorNames =
  /^(HttpStatusError|LoadingAccountError|MalformedAnswerError|NetworkError|GatewayFaultError|GliaError|AvayaError|ExternalEngagementError|ForeignLinkError)$/;

const secret = 'only-the-visitor-knows';
const status = fc.oneof({weight: 3, arbitrary: fc.constantFrom(200, 201)}, fc.integer({min: 200, max: 599}));
const contentType = fc.constantFrom('application/json', 'text/html', 'image/png', '');

const textOf = (sample: unknown): fc.Arbitrary<string> =>
  fc.oneof(
    {weight: 8, arbitrary: jsonLike(sample).map((json) => JSON.stringify(json))},
    fc.string().map((text) => text + secret),
    fc.constantFrom(
      '',
      '<html>' + secret,
      '{"a":',
      JSON.stringify(secret),
      JSON.stringify({message: secret, code: secret}),
    ),
  );

describe('Whatever a platform answers to the question for', () => {
  for (const [name, {sample, ask}] of Object.entries(questions)) {
    it(`${name}, there is a result or an error of its kind, which quotes nothing of the answer`, async () => {
      const answer = fc.tuple(textOf(sample), status, contentType);
      await fc.assert(
        fc.asyncProperty(answer, async ([text, status, type]) => {
          const body = [204, 205, 304].includes(status) ? null : text;
          const answer = () => Promise.resolve(new Response(body, {status, headers: {'content-type': type}}));
          try {
            await ask(answer);
          } catch (error) {
            assert.match((error as Error).name, errorNames, (error as Error).stack);
            assert.ok(!(error as Error).message.includes(secret), (error as Error).message);
          }
        }),
        runs(400),
      );
    });
  }
});
