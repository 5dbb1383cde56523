import {expect} from '@open-wc/testing';
import {parseJson, type Answer} from '../../src/http/answer.js';
import {MalformedAnswerError, NetworkError, TimeoutError, TooLargeError} from '../../src/http/errors.js';
import {parseRetryAfter, request, type Fetch, type RequestOptions} from '../../src/http/request.js';
import {createAccount, type Account} from '../support/servers/account.js';
import {rejection} from '../support/rejection.js';
import {waitUntil} from '../support/wait-until.js';

const send = async (scenario: string, options?: RequestOptions): Promise<Answer> => {
  const account = createAccount();
  await account.play(scenario);
  return request(addressOf(account), {method: 'POST', body: '{}'}, options);
};

const addressOf = ({apiHost, accountId}: Account): URL =>
  new URL(`/api/account/${accountId}/app/test-app/engagement?v=1.1&vid=secret`, apiHost);

describe('request', () => {
  it('reads the whole body, whatever the status', async () => {
    const {status, text} = await send('validation-error');
    expect(status).to.equal(400);
    expect(JSON.parse(text)).to.include({internalCode: 5});
  });

  it('sends no cookie, stores nothing and tells no more than the origin', async () => {
    let seen: RequestInit = {};
    const fetch: Fetch = (_, init) => {
      seen = init;
      return Promise.resolve(new Response('{}'));
    };
    await request(new URL('https://api.example/'), {}, {fetch});
    expect(seen).to.include({credentials: 'omit', cache: 'no-store', referrerPolicy: 'strict-origin'});
  });

  it('sends cookies when it is asked to', async () => {
    let seen: RequestInit = {};
    const fetch: Fetch = (_, init) => {
      seen = init;
      return Promise.resolve(new Response('{}'));
    };
    await request(new URL('https://api.example/'), {}, {fetch, credentials: 'include'});
    expect(seen.credentials).to.equal('include');
  });

  it('gives up when the headers do not come within the deadline', async () => {
    expect(await rejection(send('no-headers', {deadline: 100}))).to.be.instanceOf(TimeoutError);
  });

  it('gives up when the body does not come whole within the deadline', async () => {
    expect(await rejection(send('slow-body', {deadline: 400}))).to.be.instanceOf(TimeoutError);
  });

  it('stops reading a body that is too large', async () => {
    expect(await rejection(send('huge'))).to.be.instanceOf(TooLargeError);
  });

  for (const scenario of ['reset', 'no-cors']) {
    it(`calls it a network failure when the server answers with "${scenario}"`, async () => {
      expect(await rejection(send(scenario))).to.be.instanceOf(NetworkError);
    });
  }

  it('never takes a body that was cut short for an answer', async () => {
    // WebKit hands over what came of the body, which is no JSON then.
    const error = await rejection(send('truncated').then(parseJson));
    expect([NetworkError, MalformedAnswerError].some((kind) => error instanceof kind)).to.equal(true);
  });

  it('treats a fetch that throws as a network failure', async () => {
    const fetch: Fetch = () => {
      throw new Error('patched by the page');
    };
    expect(await rejection(request(new URL('https://api.example/'), {}, {fetch}))).to.be.instanceOf(NetworkError);
  });

  it('stops with the reason of the signal', async () => {
    const stop = new AbortController();
    const account = createAccount();
    await account.play('no-headers');
    const sent = request(addressOf(account), {method: 'POST', body: '{}'}, {signal: stop.signal});
    await waitUntil(async () => (await account.exchanges()).length > 0, 'the server has the request');
    stop.abort('left the page');
    expect(await rejection(sent)).to.equal('left the page');
  });

  it('sends nothing when the signal has aborted before', async () => {
    const account = createAccount();
    await rejection(request(addressOf(account), {method: 'POST'}, {signal: AbortSignal.abort()}));
    expect(await account.exchanges()).to.have.lengthOf(0);
  });

  it('keeps the query, which holds ids of the visitor, out of error messages', async () => {
    const error = (await rejection(send('reset'))) as Error;
    expect(error.message).to.match(/^No answer: POST http:.*\/engagement$/);
  });

  it('says what a body that is no JSON was', async () => {
    const messages = ['html', 'empty'].map(
      async (scenario) => ((await rejection(send(scenario).then(parseJson))) as Error).message,
    );
    const [html, empty] = await Promise.all(messages);
    expect(html).to.contain('expected JSON:');
    expect(empty).to.contain('expected JSON, got an empty body');
  });
});

const now = Date.parse('2026-11-21T12:00:00Z');

const cases: readonly [header: string | null, delay: number | undefined][] = [
  [null, undefined],
  ['', undefined],
  ['7', 7_000],
  [' 120 ', 120_000],
  ['0', undefined],
  ['-5', undefined],
  ['soon', undefined],
  ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
  ['Sat, 21 Nov 2026 11:59:30 GMT', undefined],
];

describe('parseRetryAfter', () => {
  for (const [header, delay] of cases) {
    it(`reads ${JSON.stringify(header)} as ${delay ?? 'no delay'}`, () => {
      expect(parseRetryAfter(header, now)).to.equal(delay);
    });
  }
});
