import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../../../src/check/configuration-error.js';
import {HttpStatusError, MalformedAnswerError, NetworkError} from '../../../../../src/http/errors.js';
import type {Fetch} from '../../../../../src/http/request.js';
import {
  ExternalEngagementClient,
  type ExternalEngagementClientOptions,
  type ExternalEngagementParameters,
} from '../../../../../src/vendors/liveperson/handoff/external-engagement/external-engagement-client.js';
import {ExternalEngagementError} from '../../../../../src/vendors/liveperson/handoff/external-engagement/external-engagement-error.js';
import * as seed from '../../../../fixtures/liveperson/seed-000.js';
import {createFakeFetch, type SentRequest} from '../../../../support/fakes/fake-fetch.js';
import {rejection} from '../../../../support/rejection.js';

const settings = {host: 'lo.v.liveperson.net', accountId: '12345678'};
const appType = 'IVR';

const createClient = (status: number, answer: unknown): ExternalEngagementClient =>
  new ExternalEngagementClient({...settings, fetch: createFakeFetch(status, answer).fetch});

async function send(
  parameters: ExternalEngagementParameters,
  options: Partial<ExternalEngagementClientOptions> = {},
): Promise<SentRequest> {
  const {fetch, sent} = createFakeFetch(200, seed.answerText);
  await new ExternalEngagementClient({...settings, ...options, fetch}).create(parameters);
  return sent[0] as SentRequest;
}

describe('ExternalEngagementClient.create, as the External Engagement API publishes it', () => {
  describe('Request', () => {
    it('posts JSON to the published address, with v=1.0 [LX1]', async () => {
      const {url, method, headers} = await send({appType});
      expect(`${method} ${url.href}`).to.equal(
        'POST https://lo.v.liveperson.net/api/account/12345678/external/engagement?v=1.0',
      );
      expect(headers.get('content-type')).to.equal('application/json');
    });

    it('goes to the host, which the document calls domain [LX2]', async () => {
      for (const host of ['va.v.liveperson.net', 'http://127.0.0.1:8000']) {
        expect((await send({appType}, {host})).url.href).to.contain(`${host}/api/account/`);
      }
    });

    it('keeps the account id in its place [LX3]', async () => {
      const {url} = await send({appType}, {accountId: '../x?#'});
      expect(url.pathname).to.equal('/api/account/..%2Fx%3F%23/external/engagement');
    });

    it('sends the published example as it is', async () => {
      const example = JSON.parse(seed.requestText) as ExternalEngagementParameters;
      expect((await send(example)).body).to.deep.equal(example);
    });

    const parameters: readonly (readonly [name: string, value: ExternalEngagementParameters])[] = [
      ['appType IVR', {appType}],
      ['consumerSections', {appType, consumerSections: ['Support', 'English', 'Other']}],
      ['no consumerSections', {appType, consumerSections: []}],
      [
        'engagementAttributes, with a list of contacts',
        {appType, engagementAttributes: [{type: 'personal', personal: {contacts: [{phone: '2'}]}}]},
      ],
      [
        'engagementAttributes, with one contact',
        {appType, engagementAttributes: [{type: 'personal', personal: {contacts: {phone: '2'}}}]},
      ],
      ['externalWaitTimeSeconds', {appType, externalWaitTimeSeconds: 300}],
      ['externalWaitTimeSeconds 0', {appType, externalWaitTimeSeconds: 0}],
    ];
    for (const [name, value] of parameters) {
      it(`sends ${name} [LX4]`, async () => {
        expect((await send(value)).body).to.deep.equal(value);
      });
    }

    it('lets authorize sign the request, and sends what it returns', async () => {
      const authorize = async (request: Request): Promise<Request> => {
        const {method, url} = request;
        const {appType} = (await request.clone().json()) as {appType: string};
        request.headers.set('Authorization', `OAuth ${method} ${url} ${appType}`);
        return request;
      };
      const {headers, body} = await send({appType}, {authorize});
      expect(headers.get('authorization')).to.equal(
        'OAuth POST https://lo.v.liveperson.net/api/account/12345678/external/engagement?v=1.0 IVR',
      );
      expect(headers.get('content-type')).to.equal('application/json');
      expect(body).to.deep.equal({appType});
    });

    it('sends nothing when authorize fails, and throws what it threw', async () => {
      const {fetch, sent} = createFakeFetch(200, seed.answerText);
      const failure = new Error('no key');
      const client = new ExternalEngagementClient({...settings, fetch, authorize: () => Promise.reject(failure)});
      expect(await rejection(client.create({appType}))).to.equal(failure);
      expect(sent).to.have.lengthOf(0);
    });

    it('ends when its signal aborts', async () => {
      const controller = new AbortController();
      const fetch: Fetch = (_, {signal}) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('stopped'))));
      const creation = new ExternalEngagementClient({...settings, fetch}).create(
        {appType},
        {signal: controller.signal},
      );
      const reason = new Error('gone');
      setTimeout(() => controller.abort(reason));
      expect(await rejection(creation)).to.equal(reason);
    });
  });

  describe('Response', () => {
    it('reads the published example', async () => {
      expect(await createClient(200, seed.answerText).create({appType})).to.deep.equal({
        status: 'Available',
        engagementDetails: {
          urlToChat: 'https://www.mybrand.com/?someQueryParams',
          validForSeconds: 300,
          expectedWaitTimeSeconds: 120,
          queueSize: 9,
        },
      });
    });

    for (const [title, answer, expected] of [
      ['Not Available', {status: 'Not Available'}, {status: 'Not Available'}],
      ['details that are null', {status: 'Not Available', engagementDetails: null}, {engagementDetails: null}],
      ['a status that nobody knows', {status: 'Busy'}, {status: 'Busy'}],
      ['a key that nobody knows', {status: 'Available', skill: 7}, {skill: 7}],
    ] as const) {
      it(`reads ${title} [LX8]`, async () => {
        expect(await createClient(200, answer).create({appType})).to.deep.include(expected);
      });
    }

    it('is an answer with status 201, too', async () => {
      expect(await createClient(201, seed.answerText).create({appType})).to.include({status: 'Available'});
    });

    for (const name of ['validForSeconds', 'expectedWaitTimeSeconds', 'queueSize']) {
      for (const [title, value, expected] of [
        ['as text', '300', 300],
        ['as null', null, null],
        ['as 0', 0, 0],
      ] as const) {
        it(`reads ${name} ${title}`, async () => {
          const answer = {status: 'Available', engagementDetails: {[name]: value}};
          const {engagementDetails} = await createClient(200, answer).create({appType});
          expect(engagementDetails).to.deep.equal({[name]: expected});
        });
      }

      it(`refuses ${name} that is no number [LX10]`, async () => {
        const answer = {status: 'Available', engagementDetails: {[name]: 'soon'}};
        const error = (await rejection(createClient(200, answer).create({appType}))) as Error;
        expect(error).to.be.instanceOf(MalformedAnswerError);
        expect(error.message).to.contain(`engagementDetails.${name}: expected whole number, got string`);
      });
    }

    for (const [title, answer, problem] of [
      ['without a status', {}, 'status: expected string, got nothing'],
      ['whose details are a list', {status: 'Available', engagementDetails: []}, 'engagementDetails: expected object'],
      [
        'whose urlToChat is no text',
        {status: 'Available', engagementDetails: {urlToChat: 7}},
        'urlToChat: expected string, got number',
      ],
      ['in HTML', '<html>', 'expected JSON'],
    ] as const) {
      it(`refuses an answer ${title}, with the place and no value [LX6]`, async () => {
        const error = (await rejection(createClient(200, answer).create({appType}))) as Error;
        expect(error).to.be.instanceOf(MalformedAnswerError);
        expect(error.message).to.contain(problem);
      });
    }
  });

  describe('Error Response', () => {
    it('carries time, message and internalCode of the published example [LX11]', async () => {
      const error = await rejection(createClient(400, seed.errorText).create({appType}));
      expect(error).to.be.instanceOf(ExternalEngagementError).and.instanceOf(HttpStatusError);
      expect(error).to.include({
        name: 'ExternalEngagementError',
        status: 400,
        time: '2015-07-02T10:29:19.890-04:00',
        vendorMessage: 'Illegal Version',
        internalCode: '33',
        code: 33,
      });
    });

    it('does not repeat in its own message what the vendor said', async () => {
      const answer = {message: 'phone 22222222222222', internalCode: '5'};
      const error = (await rejection(createClient(400, answer).create({appType}))) as Error;
      expect(error.message).to.equal(
        'Refused with status 400, code 5: POST https://lo.v.liveperson.net/api/account/12345678/external/engagement',
      );
    });

    for (const [title, answer, expected] of [
      ['a code that is a number', {internalCode: 33}, {internalCode: '33', code: 33}],
      ['a wrapper', {error: {message: 'v', internalCode: '33'}}, {internalCode: '33', vendorMessage: 'v'}],
      ['an error page', '<h1>503</h1>', {internalCode: undefined, code: undefined, vendorMessage: undefined}],
      ['an empty body', '', {internalCode: undefined, time: undefined}],
      ['a list', [], {internalCode: undefined}],
    ] as const) {
      it(`reads ${title}`, async () => {
        expect(await rejection(createClient(500, answer).create({appType}))).to.include({status: 500, ...expected});
      });
    }

    for (const status of [202, 204, 400, 401, 404, 429, 500, 503]) {
      it(`is thrown for status ${status} after one request`, async () => {
        let requests = 0;
        const fetch: Fetch = () => {
          requests++;
          return Promise.resolve(new Response(status === 204 ? null : seed.errorText, {status}));
        };
        const client = new ExternalEngagementClient({...settings, fetch});
        expect(await rejection(client.create({appType}))).to.be.instanceOf(ExternalEngagementError);
        expect(requests).to.equal(1);
      });
    }

    it('is a NetworkError when no answer comes, after one request', async () => {
      let requests = 0;
      const fetch: Fetch = () => {
        requests++;
        return Promise.reject(new TypeError('failed'));
      };
      const client = new ExternalEngagementClient({...settings, fetch});
      expect(await rejection(client.create({appType}))).to.be.instanceOf(NetworkError);
      expect(requests).to.equal(1);
    });
  });

  describe('settings that cannot work', () => {
    const cases: readonly [title: string, options: Partial<ExternalEngagementClientOptions>, message: string][] = [
      ['no account id', {accountId: ''}, 'Expected accountId to be your LivePerson site id, got nothing'],
      ['a host with a scheme', {host: 'https://lo.v.liveperson.net'}, 'or have it looked up'],
      ['http beyond this machine', {host: 'http://lo.v.liveperson.net'}, 'Expected host to be a host name'],
      ['no host', {host: ''}, 'Expected host to be a host name, got "";'],
    ];
    for (const [title, options, message] of cases) {
      it(`says what to write instead of ${title}`, () => {
        expect(() => new ExternalEngagementClient({...settings, ...options})).to.throw(ConfigurationError, message);
      });
    }

    const parameters: readonly [title: string, parameters: object, message: string][] = [
      ['no appType', {}, 'appType: expected IVR, got nothing'],
      ['another appType', {appType: 'WEB'}, 'appType: expected IVR, got string'],
      ['an appType in small letters', {appType: 'ivr'}, 'appType: expected IVR, got string'],
      ['sections in text', {appType, consumerSections: 'Support'}, 'consumerSections: expected array, got string'],
      [
        'a section that is no text',
        {appType, consumerSections: [7]},
        'consumerSections.0: expected string, got number',
      ],
      [
        'a wait of half a second',
        {appType, externalWaitTimeSeconds: 0.5},
        'externalWaitTimeSeconds: expected whole seconds, got number',
      ],
      [
        'a wait before now',
        {appType, externalWaitTimeSeconds: -1},
        'externalWaitTimeSeconds: expected whole seconds, got number',
      ],
      [
        'a wait in text',
        {appType, externalWaitTimeSeconds: '300'},
        'externalWaitTimeSeconds: expected number, got string',
      ],
      [
        'attributes that are no list',
        {appType, engagementAttributes: {type: 'personal'}},
        'engagementAttributes: expected array, got object',
      ],
      [
        'contacts in text',
        {appType, engagementAttributes: [{type: 'personal', personal: {contacts: '2'}}]},
        'engagementAttributes[0]: personal.contacts: expected contact or list of contacts, got string',
      ],
      ['an impression', {appType, engagementAttributes: [{type: 'impDisplay'}]}, 'got the impression event impDisplay'],
    ];
    for (const [title, value, message] of parameters) {
      it(`refuses ${title} before anything is sent [LX5]`, async () => {
        const {fetch, sent} = createFakeFetch(200, seed.answerText);
        const creation = new ExternalEngagementClient({...settings, fetch}).create(value as never);
        const error = (await rejection(creation)) as Error;
        expect(error).to.be.instanceOf(ConfigurationError);
        expect(error.message).to.contain(message);
        expect(sent).to.have.lengthOf(0);
      });
    }
  });
});
