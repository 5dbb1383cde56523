import assert from 'node:assert/strict';
import {once} from 'node:events';
import {after, before, describe, it} from 'node:test';
import {WebSocket} from 'ws';
import type {BayeuxMessage} from '../../../demo/sandbox/genesys/bayeux/bayeux-message.js';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {openSocket, promptConnect, shakeHands} from './genesys-bayeux.js';
import {getTicket} from './genesys-stream.js';

let sandbox: Sandbox;
let visits = 0;

before(async () => {
  sandbox = await startSandbox();
});

after(() => sandbox.close());

function newVisit(): string {
  return `VISIT${++visits}`;
}

describe('a poll', () => {
  const paths = ['/server/cometd', '/frontend/cometd', '/server/cometd/', '/frontend/cometd/handshake'];
  for (const path of paths) {
    it(`is answered at ${path}`, async () => {
      const response = await fetch(sandbox.url + path, {method: 'POST', body: '{"channel": "/meta/handshake"}'});

      assert.equal(((await response.json()) as unknown[]).length, 1);
    });
  }

  it('is not answered at a path that only begins so', async () => {
    const response = await fetch(`${sandbox.url}/server/cometdown`, {method: 'POST', body: '[]'});

    assert.equal(response.status, 404);
  });

  for (const body of ['', '{', '1', 'null', '[1]', '{}', '[{"channel": 1}]']) {
    it(`with the body “${body}” is refused`, async () => {
      assert.equal((await fetch(`${sandbox.url}/server/cometd`, {method: 'POST', body})).status, 400);
    });
  }

  it('is a POST', async () => {
    assert.equal((await fetch(`${sandbox.url}/server/cometd`)).status, 405);
  });

  it('may come from a page of another origin with its cookies', async () => {
    const headers = {Origin: 'https://brand.example'};
    const url = `${sandbox.url}/server/cometd/connect`;
    const preflight = await fetch(url, {method: 'OPTIONS', headers});
    const call = await fetch(url, {method: 'POST', body: '[]', headers});
    const header = (name: string) => [preflight, call].map((answer) => answer.headers.get(`Access-Control-${name}`));

    assert.equal(preflight.status, 204);
    assert.deepEqual(header('Allow-Origin'), ['https://brand.example', 'https://brand.example']);
    assert.deepEqual(header('Allow-Credentials'), ['true', 'true']);
    assert.deepEqual(header('Allow-Headers')[0], 'Content-Type');
    assert.deepEqual(header('Max-Age')[0], '7200');
  });
});

describe('a session of polls', () => {
  function setCookies(path: string, cookies: unknown): Promise<Response> {
    return fetch(`${sandbox.url}/sandbox/${path}`, {method: 'PUT', body: JSON.stringify({cookies})});
  }

  async function post(message: object, cookie = '') {
    const init = {method: 'POST', body: JSON.stringify(message), headers: cookie ? {Cookie: cookie} : {}};
    const response = await fetch(`${sandbox.url}/server/cometd`, init);
    const [reply] = (await response.json()) as BayeuxMessage[];
    return {reply, cookie: response.headers.get('Set-Cookie')};
  }

  /** A handshake, and how a connect goes that brings this cookie: the one that was set, or another. */
  async function visitWith(visit: string, toCookie: (set: string) => string) {
    const ext = {ticket: await getTicket(sandbox.url, visit)};
    const {reply, cookie} = await post({channel: '/meta/handshake', ext});
    const set = cookie?.split(';')[0] ?? '';
    const {reply: connected} = await post({...promptConnect, clientId: reply?.clientId}, toCookie(set));
    return {cookie, error: connected?.error};
  }

  it('needs no cookie', async () => {
    assert.deepEqual(await visitWith(newVisit(), () => ''), {cookie: null, error: undefined});
  });

  const cookies: [string, (set: string) => string, string | undefined][] = [
    ['goes on when it comes back', (set) => `other=1; ${set}; more=2`, undefined],
    ['is unknown when it does not', () => '', '402::session_unknown'],
    ['is unknown when another one comes', () => 'BAYEUX_BROWSER=other', '402::session_unknown'],
  ];
  for (const [what, toCookie, error] of cookies) {
    it(`that is bound to a cookie ${what}`, async () => {
      const visit = newVisit();
      await setCookies(`visits/${visit}/notifications`, true);
      const outcome = await visitWith(visit, toCookie);

      assert.match(String(outcome.cookie), /^BAYEUX_BROWSER=[\w-]+; Path=\/; HttpOnly$/);
      assert.equal(outcome.error, error);
    });
  }

  it('shares the cookie with the other tabs of its browser', async () => {
    const visit = newVisit();
    await setCookies(`visits/${visit}/notifications`, true);
    const ext = {ticket: await getTicket(sandbox.url, visit)};
    const {cookie} = await post({channel: '/meta/handshake', ext}, 'BAYEUX_BROWSER=mine');

    assert.equal(cookie, 'BAYEUX_BROWSER=mine; Path=/; HttpOnly');
  });

  it('of a WebSocket is bound to none', async () => {
    const visit = newVisit();
    await setCookies(`visits/${visit}/notifications`, true);
    const client = await openSocket(sandbox.url);
    const clientId = await shakeHands(client, sandbox.url, visit);
    const [reply] = await client.exchange({...promptConnect, clientId});
    client.close();

    assert.equal(reply?.successful, true);
  });

  it('is bound for all visits or for one, as it was last said', async () => {
    const one = `visits/${newVisit()}/notifications`;
    const read = async (path: string) => (await fetch(`${sandbox.url}/sandbox/${path}`)).json() as Promise<unknown>;
    await setCookies('notifications', true);
    const bound = [await read('notifications'), await read(one)];
    await setCookies(one, false);
    const except = await read(one);
    await setCookies('notifications', false);

    assert.deepEqual(bound, [{cookies: true}, {cookies: true}]);
    assert.deepEqual([except, await read('notifications')], [{cookies: false}, {cookies: false}]);
  });

  const wishes: [string, string, string, number][] = [
    ['no JSON', 'PUT', '{', 400],
    ['no boolean', 'PUT', '{"cookies": 1}', 400],
    ['another method', 'DELETE', '', 405],
  ];
  for (const [what, method, body, status] of wishes) {
    it(`is not changed by ${what}`, async () => {
      assert.equal((await fetch(`${sandbox.url}/sandbox/notifications`, {method, body})).status, status);
    });
  }
});

describe('an upgrade to WebSocket', () => {
  /** Status of the answer; 101 when the connection was taken over. */
  async function upgrade(path: string, origin?: string): Promise<number | undefined> {
    const socket = new WebSocket(sandbox.url.replace('http', 'ws') + path, origin === undefined ? {} : {origin});
    socket.on('error', () => {});
    const status = await Promise.race([
      once(socket, 'open').then(() => 101),
      once(socket, 'unexpected-response').then(([, response]) => (response as {statusCode?: number}).statusCode),
    ]);
    socket.terminate();
    return status;
  }

  const origins: [string | undefined, number][] = [
    ['http://localhost:8000', 101],
    ['http://127.0.0.1:1', 101],
    ['https://[::1]', 101],
    ['http://brand.localhost:8000', 101],
    ['https://brand.example', 403],
    ['http://localhost.brand.example', 403],
    ['http://127.0.0.1.brand.example', 403],
    ['null', 403],
    ['', 403],
    [undefined, 403],
  ];
  for (const [origin, status] of origins) {
    it(`from the origin ${origin ?? 'nobody tells'} gets ${status}`, async () => {
      assert.equal(await upgrade('/server/cometd', origin), status);
    });
  }

  it('from the sandbox’s own origin gets 101', async () => {
    assert.equal(await upgrade('/server/cometd', sandbox.url), 101);
  });

  const paths: [string, number][] = [
    ['/frontend/cometd/handshake?x', 101],
    ['/server/notifications', 404],
    ['/', 404],
  ];
  for (const [path, status] of paths) {
    it(`at ${path} gets ${status}`, async () => {
      assert.equal(await upgrade(path, 'http://localhost:8000'), status);
    });
  }

  const frames: [string, string, number][] = [
    ['is no Bayeux', '{', 1007],
    ['is longer than 64 KiB', ' '.repeat(65_537), 1009],
  ];
  for (const [what, frame, code] of frames) {
    it(`is closed after a frame that ${what}`, async () => {
      const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/server/cometd`, {origin: sandbox.url});
      await once(socket, 'open');
      socket.send(frame);

      assert.equal((await once(socket, 'close'))[0], code);
    });
  }
});
