import {expect} from '@open-wc/testing';
import {RequestError} from '../../../src/http/errors.js';
import {GliaClient} from '../../../src/vendors/glia/glia-client.js';
import {GliaError} from '../../../src/vendors/glia/glia-error.js';
import {rejection} from '../../support/rejection.js';

const id = 'eea868ad-9d58-4db9-a663-5fd766728980';

/** The error of an export, which is sent once, that got this answer. */
async function errorOf(status: number, body: unknown, headers: Record<string, string> = {}): Promise<GliaError> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const fetch = async () => new Response(text, {status, headers});
  const error = await rejection(new GliaClient({getToken: () => 'token', fetch}).exportEngagement(id));
  expect(error).to.be.instanceOf(GliaError);
  return error as GliaError;
}

describe('GliaError', () => {
  const ref = 'https://docs.example/errors';
  const forms: readonly [title: string, body: unknown, code: string | undefined, words: string, fields: object][] = [
    [
      'error, message and debug_message',
      {error: 'bad_request', message: 'Invalid api version used', debug_message: 'd'},
      'bad_request',
      '"Invalid api version used"',
      {},
    ],
    [
      'the same in a list',
      [{error: 'bad_request', message: 'Invalid api version used'}],
      'bad_request',
      '"Invalid api version used"',
      {},
    ],
    ['message and debug_message', {message: 'Not allowed', debug_message: 'd'}, undefined, '"Not allowed"', {}],
    [
      'message, type, ref and error_details',
      {message: 'No', type: 'unauthorized', ref, error_details: {token: [{message: 'is stale', type: 't', ref}]}},
      'unauthorized',
      'check token',
      {token: ['is stale']},
    ],
    [
      'details in a list',
      {
        error: 'invalid',
        status: 'error',
        details: [
          {attribute: 'site_ids', detail: "can't be blank"},
          {attribute: 'site_ids', detail: 'is too short'},
          {attribute: 'order', detail: 'is unknown'},
        ],
      },
      'invalid',
      'check site_ids and order',
      {site_ids: ["can't be blank", 'is too short'], order: ['is unknown']},
    ],
    [
      'details in a map of lists',
      {error: 'invalid', status: 'error', details: {reason: ['must be error', 'is too long']}},
      'invalid',
      'check reason',
      {reason: ['must be error', 'is too long']},
    ],
    [
      'details in a map of texts',
      {error: 'invalid', details: {reason: 'must be error'}},
      'invalid',
      'check reason',
      {reason: ['must be error']},
    ],
    ['error_msg', {error_msg: '404 Route Not Found'}, undefined, '"404 Route Not Found"', {}],
    ['an error page', '<html>busy</html>', undefined, 'Refused with status 422', {}],
    ['no body', '', undefined, 'Refused with status 422', {}],
    ['JSON that is none of it', 'null', undefined, 'Refused with status 422', {}],
    ['fields of other kinds', {error: {a: 1}, message: 7, details: [null, {detail: {}}]}, undefined, '"7"', {'': []}],
  ];
  for (const [title, body, code, words, fieldErrors] of forms) {
    it(`reads ${title}`, async () => {
      const error = await errorOf(422, body);
      expect(error).to.include({name: 'GliaError', status: 422, code});
      expect(error.fieldErrors).to.deep.equal(fieldErrors);
      expect(error.message).to.contain(words);
    });
  }

  it('is an error of a request, which it names without the id', async () => {
    const error = await errorOf(404, {});
    expect(error).to.be.instanceOf(RequestError);
    expect(error.message).to.equal('Refused with status 404: POST https://api.glia.com/engagements/{id}/export');
  });

  it('names the request by its id at Glia', async () => {
    expect((await errorOf(401, {}, {'x-request-id': 'r1'})).requestId).to.equal('r1');
    expect((await errorOf(401, {})).requestId).to.equal(undefined);
  });

  it('says how long to wait, in ms', async () => {
    expect((await errorOf(429, {}, {'retry-after': '7'})).retryAfter).to.equal(7_000);
  });

  for (const [status, advice] of [
    [401, 'check the token that getToken returns'],
    [403, 'the owner of the token may not do this'],
  ] as const) {
    it(`says what to do at ${status}`, async () => {
      expect((await errorOf(status, {})).message).to.contain(advice);
    });
  }

  for (const secret of [id, 'sasha@example.com', '123456789', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx', 'x'.repeat(5_000)]) {
    it(`does not repeat ${secret.slice(0, 40)} from the answer`, async () => {
      const {message} = await errorOf(400, {error: secret, message: `No ${secret} here`, details: {[secret]: 'x'}});
      expect(message).to.contain('"No … here"');
      expect(message).not.to.contain(secret);
    });
  }

  it('is not long, however long the answer is', async () => {
    expect((await errorOf(400, {message: 'no '.repeat(10_000)})).message.length).to.be.lessThan(400);
  });
});
