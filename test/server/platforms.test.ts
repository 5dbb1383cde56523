import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {sandboxKey} from '../../demo/sandbox/liveperson/handoff/oauth-signature.js';
import {startSandbox, type Sandbox} from '../../demo/sandbox/sandbox.js';
import {HttpStatusError, MalformedAnswerError, NetworkError, TimeoutError} from '../../src/http/errors.js';
import {createEndConversation} from '../../src/server/platforms/end-conversation.js';
import {createHandoff} from '../../src/server/platforms/handoff.js';
import {createOAuthSigner} from '../../src/server/platforms/oauth-signer.js';
import {createWaitTime} from '../../src/server/platforms/wait-time.js';
import {ExternalEngagementClient} from '../../src/vendors/liveperson/index.js';
import {serveHandlers, type HandlerServer} from '../support/server/handler-server.js';

const origin = 'https://www.brand.example';
const origins = [origin];

/** Answers one request to a handler over HTTP. */
async function call(handler: Parameters<typeof serveHandlers>[0][string], init: RequestInit = {}): Promise<Response> {
  const server = await serveHandlers({'/': handler});
  try {
    const response = await fetch(server.url, init);
    const body = response.status === 204 ? null : await response.text();
    return new Response(body, response);
  } finally {
    await server.close();
  }
}

describe('the hand-off', () => {
  let sandbox: Sandbox;
  let server: HandlerServer;

  before(async () => {
    sandbox = await startSandbox();
    const authorize = createOAuthSigner(sandboxKey);
    const client = new ExternalEngagementClient({host: sandbox.url, accountId: 'brand', authorize});
    server = await serveHandlers({'/': createHandoff({client, origins, limit: 3})});
  });

  after(() => Promise.all([server.close(), sandbox.close()]));

  it('gets a link with a signature that LivePerson accepts, and no more than an address may have', async () => {
    const answers = [];
    for (let count = 0; count < 4; count++) answers.push(await fetch(server.url, {headers: {Origin: origin}}));
    const [first] = answers;
    const {status, engagementDetails} = (await first?.json()) as {status: string; engagementDetails: object};

    assert.deepEqual(
      answers.map((answer) => answer.status),
      [200, 200, 200, 429],
    );
    assert.deepEqual([status, Object.hasOwn(engagementDetails, 'urlToChat')], ['Available', true]);
    assert.equal(first?.headers.get('cache-control'), 'no-store');
    assert.equal(first.headers.get('access-control-allow-origin'), origin);
  });
});

describe('a platform that fails', () => {
  const request = 'POST https://platform.example/s3cret';
  const failures: [string, Error, number, string][] = [
    ['is down', new HttpStatusError(request, {status: 500}), 503, '30'],
    ['is busy and says until when', new HttpStatusError(request, {status: 429, retryAfter: 7_000}), 503, '7'],
    ['gives no answer', new NetworkError(request), 503, '30'],
    ['is too slow', new TimeoutError(request, 10_000), 503, '30'],
    ['refuses the key', new HttpStatusError(request, {status: 401}), 502, '30'],
    ['is not to be understood', new MalformedAnswerError(request, 's3cret'), 502, '30'],
  ];
  for (const [what, error, status, retryAfter] of failures) {
    it(`and ${what} gives ${status}, without a word of it`, async () => {
      const client = {create: () => Promise.reject(error), queueWaitDuration: () => Promise.reject(error)};
      for (const handler of [createHandoff({client, origins}), createWaitTime({client, origins})]) {
        const response = await call(handler);

        assert.deepEqual([response.status, response.headers.get('retry-after')], [status, retryAfter]);
        assert.doesNotMatch(await response.text(), /s3cret|platform\.example/);
      }
    });
  }

  it('by a mistake of the server’s own gives 500, without a word of it', async () => {
    const client = {create: () => Promise.reject(new Error('s3cret'))};
    const response = await call(createHandoff({client, origins}));

    assert.equal(response.status, 500);
    assert.doesNotMatch(await response.text(), /s3cret/);
  });
});

describe('the wait time', () => {
  it('is asked for once in 30 s, and given for 2 minutes while Glia fails', async () => {
    let time = 0;
    let isDown = false;
    let requests = 0;
    const queueWaitDuration = () => {
      requests++;
      return isDown ? Promise.reject(new NetworkError('GET x')) : Promise.resolve(40 + requests);
    };
    const handler = createWaitTime({client: {queueWaitDuration}, origins, now: () => time});
    const ask = async () => {
      const response = await handler(new Request('https://brand.example/wait'));
      return response.status === 200 ? ((await response.json()) as {seconds: number}).seconds : response.status;
    };
    const answers = await Promise.all(Array.from({length: 100}, ask));
    time = 30_000;
    const second = await ask();
    isDown = true;
    time = 60_000;
    const stale = [await ask(), await ask()];
    time = 150_000;
    const late = await ask();

    assert.deepEqual(new Set(answers), new Set([41]));
    assert.deepEqual([second, stale, late, requests], [42, [42, 42], 503, 4]);
  });

  it('is null when Glia does not know it', async () => {
    const response = await call(createWaitTime({client: {queueWaitDuration: () => Promise.resolve(null)}, origins}));

    assert.deepEqual(await response.json(), {seconds: null});
  });
});

describe('the end of a conversation', () => {
  const ended: string[] = [];
  const endEngagement = (id: string) => {
    ended.push(id);
    return Promise.resolve({} as never);
  };
  const authorize = (request: Request, id: string) => request.headers.get('cookie') === `own=${id}`;
  const handler = createEndConversation({client: {endEngagement}, authorize, origins});
  const cases: [string, string, string, number][] = [
    ['the visitor’s own', '{"engagementId": "E1"}', 'own=E1', 204],
    ['another visitor’s', '{"engagementId": "E2"}', 'own=E1', 403],
    ['none', '{}', 'own=E1', 400],
    ['a path', '{"engagementId": "../E1"}', 'own=../E1', 400],
    ['no JSON', 'E1', 'own=E1', 400],
  ];
  for (const [what, body, cookie, status] of cases) {
    it(`of ${what} gives ${status}`, async () => {
      ended.length = 0;
      const response = await call(handler, {method: 'POST', body, headers: {Cookie: cookie, Origin: origin}});

      assert.equal(response.status, status);
      assert.deepEqual(ended, status === 204 ? ['E1'] : []);
      assert.equal(response.headers.get('access-control-allow-credentials'), 'true');
    });
  }
});
