import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Frame} from '../../../demo/sandbox/genesys/visits/frame-log.js';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {listen} from './genesys-stream.js';

const start = Date.parse('2026-11-21T09:00:00Z');
const json = {'Content-Type': 'application/json'};

const time = start;
let sandbox: Sandbox;
let visits = 0;

before(async () => {
  sandbox = await startSandbox({now: () => time});
});

after(() => sandbox.close());

function newVisit(): string {
  return `VISIT${++visits}`;
}

function post(path: string, body: string, headers: Record<string, string> = json): Promise<Response> {
  const authorization = {Authorization: 'Bearer sandbox-gateway-token'};
  return fetch(sandbox.url + path, {method: 'POST', body, headers: {...authorization, ...headers}});
}

/** The first list that waits for a visit. */
async function received(visit: string): Promise<unknown> {
  const page = await listen(sandbox.url, visit);
  const list = await page.next();
  await page.stop();
  return list;
}

describe('a call that only servers may make', () => {
  for (const path of ['/server/data/notification/notify/V', '/frontend/data/notification/notify/V']) {
    for (const authorization of [undefined, 'Bearer wrong', 'sandbox-gateway-token', 'Basic sandbox-gateway-token']) {
      it(`to ${path} is refused with ${authorization ?? 'no token'}`, async () => {
        const headers = authorization === undefined ? {} : {Authorization: authorization};
        const response = await fetch(sandbox.url + path, {method: 'POST', headers, body: '{"visitID": "V"}'});

        assert.equal(response.status, 401);
      });
    }

    it(`to ${path} is a POST`, async () => {
      const methods = ['GET', 'PUT', 'DELETE', 'OPTIONS'];
      const answers = await Promise.all(methods.map((method) => fetch(sandbox.url + path, {method})));

      assert.deepEqual(
        answers.map(({status}) => status),
        [405, 405, 405, 405],
      );
    });

    it(`to ${path} is closed to pages, preflight included`, async () => {
      const headers = {Origin: 'http://localhost:1', 'Access-Control-Request-Method': 'POST'};
      const preflight = await fetch(sandbox.url + path, {method: 'OPTIONS', headers});
      const call = await post(path, '[]', {...headers, ...json});
      const names = [...preflight.headers.keys(), ...call.headers.keys()];

      assert.deepEqual(
        names.filter((name) => name.startsWith('access-control')),
        [],
      );
    });
  }
});

describe('the notification service', () => {
  const messages = [
    {page: 'P1', channel: 'gpe.appendContent', data: {url: 'https://brand.example/invite.html'}},
    {channel: 'own', data: {}},
  ];
  for (const base of ['/server', '/frontend']) {
    it(`delivers a list as it came to ${base}`, async () => {
      const visit = newVisit();
      const response = await post(`${base}/data/notification/notify/${visit}`, JSON.stringify(messages));

      assert.deepEqual([response.status, await response.text()], [200, '']);
      assert.deepEqual(await received(visit), messages);
    });
  }

  const faults: [string, unknown][] = [
    ['no JSON', '{'],
    ['an object', messages[0]],
    ['an empty list', []],
    ['101 messages', Array<unknown>(101).fill(messages[1])],
    ['a message without a channel', [{data: {}}]],
    ['a message without data', [{channel: 'own'}]],
    ['a page that is no text', [{page: 1, channel: 'own', data: {}}]],
  ];
  for (const [what, body] of faults) {
    it(`refuses ${what}`, async () => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);

      assert.equal((await post(`/server/data/notification/notify/${newVisit()}`, text)).status, 400);
    });
  }
});

describe('the brand’s own server', () => {
  for (const query of ['', '?encoding=form', '?encoding=bare&base=/backend']) {
    it(`engages the visit through the gateway with “${query}”`, async () => {
      const visit = newVisit();
      const control = `${sandbox.url}/sandbox/visits/${visit}`;
      const body = JSON.stringify({engagementID: 'E1', visitID: 'other'});
      const response = await fetch(`${control}/engage${query}`, {method: 'POST', body});
      const [call] = (await (await fetch(`${control}/log`)).json()) as Frame[];

      assert.deepEqual(await response.json(), {status: 'ok', engagementID: 'E1', listening: false, pages: []});
      assert.equal(call?.transport, 'gateway');
      assert.deepEqual(await received(visit), [{channel: 'engage', data: {engagementID: 'E1', visitID: visit, time}}]);
    });
  }

  it('sends any message to the visit as it is', async () => {
    const control = `${sandbox.url}/sandbox/visits/${newVisit()}`;
    const message = {page: 'P1', channel: 'gpe.appendContent', data: {content: 'Hello'}};
    const response = await fetch(`${control}/notify`, {method: 'POST', body: JSON.stringify(message)});
    const [call] = (await (await fetch(`${control}/log`)).json()) as Frame[];

    assert.equal(response.status, 204);
    assert.equal(call?.transport, 'notify');
    assert.deepEqual(await received(control.split('/').at(-1)!), [message]);
  });

  it('passes on that the service refuses a message', async () => {
    const response = await fetch(`${sandbox.url}/sandbox/visits/V/notify`, {method: 'POST', body: '{"data": {}}'});

    assert.equal(response.status, 400);
    assert.match(await response.text(), /Expected a JSON array of 1 to 100 messages with channel and data\./);
  });

  const faults: [string, string, string][] = [
    ['a body that is no object', '', '[]'],
    ['an unknown encoding', '?encoding=xml', '{}'],
    ['an unknown base', '?base=/elsewhere', '{}'],
  ];
  for (const [what, query, body] of faults) {
    it(`refuses ${what}`, async () => {
      const response = await fetch(`${sandbox.url}/sandbox/visits/V/noengage${query}`, {method: 'POST', body});

      assert.equal(response.status, 400);
    });
  }
});
