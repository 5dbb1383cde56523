import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../src/check/configuration-error.js';
import {MalformedAnswerError, NetworkError} from '../../../src/http/errors.js';
import type {Fetch} from '../../../src/http/request.js';
import {AvayaError} from '../../../src/vendors/avaya/avaya-error.js';
import {AvayaJourneyClient, type AvayaJourneyClientOptions} from '../../../src/vendors/avaya/avaya-journey-client.js';
import * as seed from '../../fixtures/avaya/seed-003.js';
import {createFakeFetch} from '../../support/fakes/fake-fetch.js';
import {createTestClock} from '../../support/fakes/test-clock.js';
import {rejection} from '../../support/rejection.js';

const {id} = seed.engagement;
const credentials = {appkey: 'app-secret', token: 'token-secret'};

const settings: AvayaJourneyClientOptions = {
  baseUrl: 'https://na.api.avayacloud.com',
  accountId: 'ABCDEF',
  getCredentials: () => Promise.resolve(credentials),
};

const createClient = (options: Partial<AvayaJourneyClientOptions>): AvayaJourneyClient =>
  new AvayaJourneyClient({...settings, ...options});

const problemBody = {
  type: 'https://developers.example/docs/error-handling#constraint-violation',
  title: 'Constraint violation',
  status: '400',
  detail: `No engagement ${id}`,
  violations: [{field: 'engagementId', message: 'bad', code: 20002}],
};

/** Answers with one response after another, and with the last one for ever. */
function createSeries(...answers: readonly (() => Response | Promise<never>)[]) {
  const clock = createTestClock({jumps: true});
  let calls = 0;
  const fetch: Fetch = async () => answers[Math.min(calls++, answers.length - 1)]!();
  return {fetch, clock, calls: () => calls};
}

const ok = (): Response => Response.json(seed.engagement);
const status =
  (status: number, headers = {}): (() => Response) =>
  () =>
    new Response('{}', {status, headers});

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

describe('AvayaJourneyClient', () => {
  describe('getEngagement, as the Customer Journey API publishes it', () => {
    it('asks the published address with both credentials [AV1]', async () => {
      const {fetch, sent} = createFakeFetch(200, seed.engagement);
      await createClient({fetch}).getEngagement(id);
      const {url, method, headers} = sent[0]!;
      expect(`${method} ${url.href}`).to.equal(
        `GET https://na.api.avayacloud.com/api/journey/v1/accounts/ABCDEF/engagements/${id}`,
      );
      expect(Object.fromEntries(headers)).to.deep.equal({
        accept: 'application/json',
        appkey: 'app-secret',
        authorization: 'Bearer token-secret',
      });
    });

    it('asks at the address that the document calls axpAPIDomain [AV2]', async () => {
      const {fetch, sent} = createFakeFetch(200, seed.engagement);
      await createClient({fetch, baseUrl: 'https://eu.api.avayacloud.com'}).getEngagement(id);
      expect(sent[0]?.url.origin).to.equal('https://eu.api.avayacloud.com');
    });

    it('asks a proxy below its path', async () => {
      for (const baseUrl of ['https://brand.example/avaya', 'https://brand.example/avaya/']) {
        const {fetch, sent} = createFakeFetch(200, seed.engagement);
        await createClient({fetch, baseUrl}).getEngagement(id);
        expect(sent[0]?.url.pathname).to.equal(`/avaya/api/journey/v1/accounts/ABCDEF/engagements/${id}`);
      }
    });

    it('returns the published example as it is [AV5]', async () => {
      const {fetch} = createFakeFetch(200, seed.engagement);
      expect(await createClient({fetch}).getEngagement(id)).to.deep.equal(seed.engagement);
    });

    const answers: readonly (readonly [title: string, answer: object])[] = [
      ['in which everything is absent', {}],
      [
        'in which everything is null',
        Object.fromEntries([...Object.keys(seed.engagement), 'sourceType', 'accountId'].map((name) => [name, null])),
      ],
      ['with keys that nobody knows', {...seed.engagement, agentNotes: [{text: 'x'}], next: {a: 1}}],
      [
        'with a time zone in its dates',
        {startDate: '2019-07-23T17:45:21+00:00', endDate: '2019-07-23T19:45:21.002+02:00'},
      ],
      ['with words that nobody knows', {status: 'PARKED', direction: 'SIDEWAYS', participants: [{type: 'ROBOT'}]}],
    ];
    for (const [title, answer] of answers) {
      it(`takes an engagement ${title}`, async () => {
        const {fetch} = createFakeFetch(200, answer);
        expect(await createClient({fetch}).getEngagement(id)).to.deep.equal(answer);
      });
    }

    const malformed: readonly (readonly [answer: unknown, problem: string])[] = [
      [[], 'expected object, got array'],
      ['<html>', 'expected JSON'],
      [{startDate: 'yesterday'}, 'startDate: '],
      [{participants: [{joinedAt: 5}]}, 'participants.0.joinedAt: expected string, got number'],
    ];
    for (const [answer, problem] of malformed) {
      it(`refuses ${JSON.stringify(answer)}, with the place and no value`, async () => {
        const error = (await rejection(
          createClient({fetch: createFakeFetch(200, answer).fetch}).getEngagement(id),
        )) as Error;
        expect(error).to.be.instanceOf(MalformedAnswerError);
        expect(error.message).to.contain(problem).and.not.contain('yesterday');
      });
    }
  });

  describe('listEngagements', () => {
    it('asks for each id once, fifty at a time, and keeps the order of the answers', async () => {
      const asked: URL[] = [];
      const fetch: Fetch = async (input) => {
        asked.push(new URL(input));
        const ids = asked.at(-1)!.searchParams.get('engagementIds')!.split(',');
        return Response.json({engagements: ids.map((id) => ({id})), pagination: {pageNumber: 1}});
      };
      const ids = Array.from({length: 51}, (_, number) => uuid(number));
      const {engagements, problems} = await createClient({fetch}).listEngagements([...ids, ids[0]!]);
      expect(engagements.map(({id}) => id)).to.deep.equal(ids);
      expect(problems).to.deep.equal([]);
      expect(asked.map(({pathname}) => pathname)).to.deep.equal(
        Array(2).fill('/api/journey/v1/accounts/ABCDEF/engagements'),
      );
      expect(asked.map(({searchParams}) => searchParams.get('engagementIds')!.split(',').length)).to.deep.equal([
        50, 1,
      ]);
      expect(asked[0]!.search).to.match(/&pageSize=50&pageNumber=1$/);
    });

    it('asks nothing when there is no id', async () => {
      const {fetch, sent} = createFakeFetch(200, {});
      expect((await createClient({fetch}).listEngagements([])).engagements).to.deep.equal([]);
      expect(sent).to.deep.equal([]);
    });

    it('is empty when the vendor knows none of the ids', async () => {
      const {fetch} = createFakeFetch(404, {type: '/docs#resource-not-found', status: 404});
      expect((await createClient({fetch}).listEngagements([id])).engagements).to.deep.equal([]);
    });

    it('is an error when there is no such address', async () => {
      const {fetch} = createFakeFetch(404, '<html>');
      expect(await rejection(createClient({fetch}).listEngagements([id]))).to.be.instanceOf(AvayaError);
    });

    it('loses one engagement that cannot be read, and not the others', async () => {
      const {fetch} = createFakeFetch(200, {engagements: [seed.engagement, {id: 5}, {id: 'b'}]});
      const {engagements, problems} = await createClient({fetch}).listEngagements([id]);
      expect(engagements.map(({id}) => id)).to.deep.equal([id, 'b']);
      expect(problems).to.deep.equal(['id: expected string, got number']);
    });
  });

  describe('a refusal', () => {
    it('says what RFC 7807 says, outside of its message', async () => {
      const {fetch} = createFakeFetch(400, problemBody);
      const error = (await rejection(createClient({fetch}).getEngagement(id))) as AvayaError;
      expect(error).to.be.instanceOf(AvayaError);
      expect(error).to.include({
        status: 400,
        code: 20002,
        problem: 'constraint-violation',
        title: 'Constraint violation',
        detail: problemBody.detail,
      });
      expect(error.violations).to.deep.equal(problemBody.violations);
      expect(error.message).to.equal(
        'Refused with status 400, code 20002: GET an engagement of https://na.api.avayacloud.com',
      );
    });

    for (const body of ['', '<html>', '[]', '{"violations": "none", "type": 5}']) {
      it(`needs no problem to be one: ${body || 'nothing'}`, async () => {
        const {fetch} = createFakeFetch(403, body);
        const error = (await rejection(createClient({fetch}).getEngagement(id))) as AvayaError;
        expect(error).to.include({status: 403, code: undefined, problem: undefined, title: undefined});
        expect(error.violations).to.deep.equal([]);
      });
    }
  });

  describe('retries', () => {
    const failures: readonly (readonly [title: string, failure: () => Response | Promise<never>])[] = [
      ['429', status(429)],
      ['500', status(500)],
      ['503', status(503)],
      ['no answer', () => Promise.reject(new TypeError('failed'))],
    ];
    for (const [title, failure] of failures) {
      it(`reads again after ${title}, each time later`, async () => {
        const {fetch, clock, calls} = createSeries(failure, failure, failure, ok);
        await createClient({fetch, ...clock, random: () => 0.5}).getEngagement(id);
        expect(clock.pauses).to.deep.equal([1500, 4500, 13_500]);
        expect(calls()).to.equal(4);
      });
    }

    it('gives up after the third, with the last error', async () => {
      const {fetch, clock, calls} = createSeries(status(500), () => Promise.reject(new TypeError('failed')));
      const error = await rejection(createClient({fetch, ...clock}).getEngagement(id));
      expect(error).to.be.instanceOf(NetworkError);
      expect(calls()).to.equal(4);
    });

    it('waits as long as the vendor asks, and no shorter', async () => {
      const {fetch, clock} = createSeries(status(429, {'retry-after': '20'}), status(429, {'retry-after': '1'}), ok);
      await createClient({fetch, ...clock, random: () => 0}).getEngagement(id);
      expect(clock.pauses).to.deep.equal([20_000, 3000]);
    });

    for (const code of [400, 401, 403, 404, 422]) {
      it(`does not ask again after ${code}`, async () => {
        const {fetch, clock, calls} = createSeries(status(code), ok);
        expect(await rejection(createClient({fetch, ...clock}).getEngagement(id))).to.include({status: code});
        expect(calls()).to.equal(1);
      });
    }

    it('takes fresh credentials each time', async () => {
      const seen: (string | null)[] = [];
      const {fetch, clock} = createSeries(status(500), ok);
      let count = 0;
      await createClient({
        ...clock,
        fetch: (input, init) => {
          seen.push(new Headers(init.headers).get('authorization'));
          return fetch(input, init);
        },
        getCredentials: () => Promise.resolve({appkey: 'a', token: `t${++count}`}),
      }).getEngagement(id);
      expect(seen).to.deep.equal(['Bearer t1', 'Bearer t2']);
    });

    it('stops when the caller says so', async () => {
      const controller = new AbortController();
      const {fetch, clock, calls} = createSeries(() => {
        controller.abort(new Error('enough'));
        return status(500)();
      });
      const error = (await rejection(
        createClient({fetch, ...clock}).getEngagement(id, {signal: controller.signal}),
      )) as Error;
      expect(error.message).to.equal('enough');
      expect(calls()).to.equal(1);
    });
  });

  describe('secrets', () => {
    it('go nowhere else, not even by a redirect', async () => {
      let redirect: unknown;
      const fetch: Fetch = async (_input, init) => {
        redirect = init.redirect;
        return ok();
      };
      await createClient({fetch}).getEngagement(id);
      expect(redirect).to.equal('error');
    });

    it('are in no error, and ids neither', async () => {
      const series = createSeries(() => Promise.reject(new TypeError('failed')));
      const errors = [
        await rejection(createClient({fetch: createFakeFetch(401, problemBody).fetch}).getEngagement(id)),
        await rejection(createClient({fetch: createFakeFetch(200, '{').fetch}).getEngagement(id)),
        await rejection(createClient({fetch: series.fetch, ...series.clock}).listEngagements([id])),
        await rejection(
          createClient({getCredentials: async () => ({appkey: 'app-secret\n', token: 't'})}).getEngagement(id),
        ),
        await rejection(
          createClient({getCredentials: async () => ({appkey: 'a', token: 'Bearer token-secret'})}).getEngagement(id),
        ),
      ] as Error[];
      for (const {message, cause} of errors) {
        expect(`${message} ${String(cause)}`).to.not.match(/secret|ABCDEF|8e557fd6/);
      }
    });
  });

  describe('settings that cannot work', () => {
    const cases: readonly (readonly [title: string, options: Partial<AvayaJourneyClientOptions>, message: string])[] = [
      ['http elsewhere', {baseUrl: 'http://na.api.avayacloud.com'}, 'Expected baseUrl to be an https address'],
      ['a bare host', {baseUrl: 'na.api.avayacloud.com'}, 'Expected baseUrl to be an https address'],
      [
        'a user in the address',
        {baseUrl: 'https://me:secret@brand.example'},
        'Expected baseUrl to be an https address',
      ],
      ['a query', {baseUrl: 'https://brand.example/?token=secret'}, 'Expected baseUrl to be an https address'],
      ['an account id with a path', {accountId: '../../'}, 'Expected accountId to be six letters, got something else'],
      ['no account id', {accountId: ''}, 'Expected accountId to be six letters, got nothing'],
    ];
    for (const [title, options, message] of cases) {
      it(`are refused at once: ${title} [AV3]`, () => {
        expect(() => createClient(options))
          .to.throw(ConfigurationError, message)
          .and.not.match(/secret/);
      });
    }

    it('takes http on this machine', async () => {
      const {fetch, sent} = createFakeFetch(200, seed.engagement);
      await createClient({fetch, baseUrl: 'http://127.0.0.1:8080'}).getEngagement(id);
      expect(sent[0]?.url.origin).to.equal('http://127.0.0.1:8080');
    });

    for (const bad of ['', '..', `${id}/../x`, 'eight']) {
      it(`sends nothing for the engagement id ${JSON.stringify(bad)} [AV4]`, async () => {
        const {fetch, sent} = createFakeFetch(200, seed.engagement);
        expect(await rejection(createClient({fetch}).getEngagement(bad))).to.be.instanceOf(ConfigurationError);
        expect(await rejection(createClient({fetch}).listEngagements([id, bad]))).to.be.instanceOf(ConfigurationError);
        expect(sent).to.deep.equal([]);
      });
    }
  });
});
