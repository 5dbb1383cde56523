import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Frame} from '../../../demo/sandbox/genesys/visits/frame-log.js';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {listen} from './genesys-stream.js';

type Fields = Readonly<Record<string, unknown>>;

const start = Date.parse('2026-11-21T09:00:00Z');
const json = {'Content-Type': 'application/json'};
const form = {'Content-Type': 'application/x-www-form-urlencoded'};

let time = start;
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

function engage(ixnProfile: Fields): Promise<Response> {
  return post('/server/data/gateway/engage', JSON.stringify({ixnProfile}));
}

/** The first list that waits for a visit. */
async function received(visit: string): Promise<unknown> {
  const page = await listen(sandbox.url, visit);
  const list = await page.next();
  await page.stop();
  return list;
}

describe('the gateway', () => {
  const encodings: [string, (name: string, object: Fields) => [string, Record<string, string>]][] = [
    ['wrapped in JSON', (name, object) => [JSON.stringify({[name]: object}), json]],
    ['in a form field', (name, object) => [new URLSearchParams({[name]: JSON.stringify(object)}).toString(), form]],
    ['as the whole body', (_, object) => [JSON.stringify(object), json]],
  ];
  const methods: [string, string, Fields][] = [
    ['engage', 'ixnProfile', {time: 5, engagementID: 'E1', subject: 'Shoes'}],
    ['noengage', 'cancelData', {engagementID: 'E1', reason: 'busy'}],
  ];
  for (const base of ['/server', '/backend']) {
    for (const [method, name, fields] of methods) {
      for (const [how, encode] of encodings) {
        it(`takes ${name} ${how} at ${base} and delivers ${method}`, async () => {
          const visitID = newVisit();
          const object = {visitID, pageID: 'P1', ...fields};
          const response = await post(`${base}/data/gateway/${method}`, ...encode(name, object));

          assert.equal(response.status, 200);
          assert.deepEqual(await response.json(), {status: 'ok', engagementID: 'E1'});
          assert.deepEqual(await received(visitID), [{page: 'P1', channel: method, data: object}]);
        });
      }
    }
  }

  it('adds the time and an engagementID of the vendor’s shape where they are missing', async () => {
    const visitID = newVisit();
    const {engagementID} = (await (await engage({visitID})).json()) as {engagementID: string};

    assert.match(engagementID, /^[0-9A-F]{32}$/);
    assert.deepEqual(await received(visitID), [{channel: 'engage', data: {visitID, engagementID, time}}]);
  });

  for (const spelling of ['visitID', 'visitId', 'visit']) {
    it(`finds the visit under ${spelling}`, async () => {
      assert.equal((await engage({[spelling]: newVisit()})).status, 200);
    });
  }

  const faults: [string, string, Record<string, string>][] = [
    ['nothing', '', json],
    ['text that is no JSON', '{', json],
    ['a list', '[]', json],
    ['a text in place of the object', '{"ixnProfile": "{}"}', json],
    ['an empty form', '', form],
    ['a form field that is no object', 'ixnProfile=1', form],
    ['a form with another field', 'cancelData={"visitID": "V"}', form],
    ['an object without a visit', '{"ixnProfile": {}}', json],
    ['an empty visit', '{"ixnProfile": {"visitID": ""}}', json],
    ['a visit that is a pattern', '{"ixnProfile": {"visitID": "**"}}', json],
  ];
  for (const [what, body, headers] of faults) {
    it(`answers ${what} with 400 and says what is wrong`, async () => {
      const response = await post('/server/data/gateway/engage', body, headers);
      const {fault} = (await response.json()) as {fault: {message: string}};

      assert.equal(response.status, 400);
      assert.match(fault.message, /^Expected .*ixnProfile/);
    });
  }

  const repetitions: [string, Fields, number, number][] = [
    ['does not deliver the same call twice', {}, 0, 1],
    ['delivers a call again when its object has changed', {subject: 'Hats'}, 0, 2],
    ['delivers the same call again after a minute', {}, 60_000, 2],
  ];
  for (const [what, change, pause, deliveries] of repetitions) {
    it(what, async () => {
      const visitID = newVisit();
      const page = await listen(sandbox.url, visitID);
      await engage({visitID, engagementID: 'E1'});
      time += pause;
      const second = await engage({visitID, engagementID: 'E1', ...change});
      await engage({visitID, engagementID: 'last'});
      const ids: unknown[] = [];
      while (ids.at(-1) !== 'last') {
        const [message] = (await page.next()) as [{data: Fields}];
        ids.push(message.data.engagementID);
      }
      await page.stop();

      assert.deepEqual(await second.json(), {status: 'ok', engagementID: 'E1'});
      assert.equal(ids.length - 1, deliveries);
    });
  }

  it('cancels whatever is pending as often as it is told to', async () => {
    const visitID = newVisit();
    const page = await listen(sandbox.url, visitID);
    for (let call = 0; call < 2; call++) await post('/server/data/gateway/noengage', JSON.stringify({visitID}));
    const lists = [await page.next(), await page.next()];
    await page.stop();

    assert.deepEqual(lists, Array<unknown>(2).fill([{channel: 'noengage', data: {visitID}}]));
  });
});

describe('a call that only servers may make', () => {
  for (const path of [
    '/server/data/gateway/engage',
    '/backend/data/gateway/noengage',
    '/server/data/notification/notify/V',
  ]) {
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

describe('a message that nobody listens to', () => {
  const pauses: [string, number, string][] = [
    ['waits for 10 s', 10_000, 'early'],
    ['is forgotten after that', 10_001, 'late'],
  ];
  for (const [what, pause, expected] of pauses) {
    it(what, async () => {
      const visitID = newVisit();
      await engage({visitID, engagementID: 'early'});
      time += pause;
      const page = await listen(sandbox.url, visitID);
      await engage({visitID, engagementID: 'late'});
      const [first] = (await page.next()) as [{data: Fields}];
      await page.stop();

      assert.equal(first.data.engagementID, expected);
    });
  }

  it('is one of 100 at most', async () => {
    const visitID = newVisit();
    const list = Array<unknown>(100).fill({channel: 'own', data: {}});
    await engage({visitID, engagementID: 'E1'});
    await post(`/server/data/notification/notify/${visitID}`, JSON.stringify(list));

    assert.deepEqual(await received(visitID), list);
  });

  it('reaches only the visit that it is for', async () => {
    const [visitID, other] = [newVisit(), newVisit()];
    await engage({visitID, engagementID: 'mine'});
    const page = await listen(sandbox.url, other);
    await engage({visitID: other, engagementID: 'theirs'});
    const [first] = (await page.next()) as [{data: Fields}];
    await page.stop();

    assert.equal(first.data.engagementID, 'theirs');
  });
});

describe('the brand’s own server', () => {
  for (const query of ['', '?encoding=form', '?encoding=bare&base=/backend']) {
    it(`engages the visit through the gateway with “${query}”`, async () => {
      const visit = newVisit();
      const control = `${sandbox.url}/sandbox/visits/${visit}`;
      const body = JSON.stringify({engagementID: 'E1', visitID: 'other'});
      const response = await fetch(`${control}/engage${query}`, {method: 'POST', body});
      const [call] = (await (await fetch(`${control}/log`)).json()) as Frame[];

      assert.deepEqual(await response.json(), {status: 'ok', engagementID: 'E1'});
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

    assert.deepEqual(
      [response.status, await response.text()],
      [400, '{"fault":{"message":"Expected a JSON array of 1 to 100 messages with channel and data."}}'],
    );
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
