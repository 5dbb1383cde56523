import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import fc from 'fast-check';
import {createBearerCheck} from '../../src/server/gateway/bearer-check.js';
import {attempts, startBrand, token, type Brand} from '../support/server/brand.js';

type Fields = Readonly<Record<string, unknown>>;

const json = {'Content-Type': 'application/json'};
const form = {'Content-Type': 'application/x-www-form-urlencoded'};

let time = Date.parse('2026-11-27T09:00:00Z');
let brand: Brand;
let visits = 0;
const newVisit = (): string => `VISIT${++visits}`;

before(async () => {
  brand = await startBrand({now: () => time});
});

after(() => brand.close());

interface FaultBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

describe('the gateway', () => {
  const encodings: [string, (name: string, object: Fields) => [string, Record<string, string>]][] = [
    ['wrapped in JSON', (name, object) => [JSON.stringify({[name]: object}), json]],
    ['in a form field', (name, object) => [new URLSearchParams({[name]: JSON.stringify(object)}).toString(), form]],
    ['as the whole body', (_, object) => [JSON.stringify(object), json]],
  ];
  const methods: [string, string, Fields][] = [
    ['engage', 'ixnProfile', {time: 5, engagementID: 'E1', subject: 'Grüße & 100 % = +'}],
    ['noengage', 'cancelData', {engagementID: 'E1', reason: 'busy'}],
  ];
  for (const base of ['/server', '/backend']) {
    for (const [method, name, fields] of methods) {
      for (const [how, encode] of encodings) {
        it(`takes ${name} ${how} at ${base} and delivers ${method}`, async () => {
          const visitID = newVisit();
          const page = await brand.listen(visitID, {page: 'P1'});
          const object = {visitID, pageID: 'P1', ...fields};
          const [body, headers] = encode(name, object);
          const path = `${brand.url}${base}/data/gateway/${method}`;
          const init = {method: 'POST', body, headers: {Authorization: `Bearer ${token}`, ...headers}};
          const response = await fetch(path, init);
          const {data = ''} = await page.next();
          await page.stop();

          assert.equal(response.status, 200);
          assert.deepEqual(await response.json(), {status: 'ok', engagementID: 'E1', listening: true, pages: ['P1']});
          assert.deepEqual(JSON.parse(data), [{page: 'P1', channel: method, data: object}]);
        });
      }
    }
  }

  it('says that nobody listens', async () => {
    assert.deepEqual(await brand.engage(newVisit(), 'E1'), {
      status: 'ok',
      engagementID: 'E1',
      listening: false,
      pages: [],
    });
  });

  it('adds the time and an engagementID of the vendor’s shape where they are missing', async () => {
    const visitID = newVisit();
    const response = await brand.post('engage', JSON.stringify({visitID}));
    const {engagementID} = (await response.json()) as {engagementID: string};
    const page = await brand.listen(visitID);
    const {data = ''} = await page.next();
    await page.stop();

    assert.match(engagementID, /^[0-9A-F]{32}$/);
    assert.deepEqual(JSON.parse(data), [{channel: 'engage', data: {visitID, engagementID, time}}]);
  });

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
    ['a visit with a line break', '{"ixnProfile": {"visitID": "V\\r\\nSet-Cookie: a=b"}}', json],
    ['a visit that is too long', JSON.stringify({ixnProfile: {visitID: 'V'.repeat(129)}}), json],
    ['a time that is no number', '{"ixnProfile": {"visitID": "V", "time": "soon"}}', json],
    ['JSON that is nested too deeply', `{"visitID": "V", "data": ${'['.repeat(30_000)}${']'.repeat(30_000)}}`, json],
  ];
  for (const [what, body, headers] of faults) {
    it(`answers ${what} with 400 FAULT and says what is wrong`, async () => {
      const response = await brand.post('engage', body, headers);
      const fault = (await response.json()) as FaultBody;

      assert.equal(response.status, 400);
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      assert.equal(fault.title, 'FAULT');
      assert.match(fault.detail, /^Expected .*ixnProfile/);
    });
  }

  it('answers a body of more than 64 KiB with 413, whether or not its length is told', async () => {
    const body = JSON.stringify({visitID: 'V', title: 'x'.repeat(65_536)});
    const headers = {Authorization: `Bearer ${token}`, ...json};
    const stream = new Blob([body]).stream();
    const untold = {method: 'POST', headers, body: stream, duplex: 'half'} as RequestInit;
    const answers = [await brand.post('engage', body), await fetch(`${brand.url}/server/data/gateway/engage`, untold)];

    assert.deepEqual(
      answers.map(({status}) => status),
      [413, 413],
    );
  });

  it('answers bytes that are no UTF-8 with 400', async () => {
    const init = {method: 'POST', headers: {Authorization: `Bearer ${token}`, ...json}, body: new Uint8Array([0xff])};

    assert.equal((await fetch(`${brand.url}/server/data/gateway/engage`, init)).status, 400);
  });

  it('never fails, whatever the body is, and never repeats what it was sent', async () => {
    const text = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.json(),
      fc.json().map((value) => `{"ixnProfile": ${value}}`),
    );
    const type = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain', '');
    await fc.assert(
      fc.asyncProperty(text, type, fc.constantFrom('engage', 'noengage'), async (body, contentType, method) => {
        const secretive = `${body} s3cret`;
        const response = await brand.post(method, secretive, {'Content-Type': contentType});
        assert.equal(response.status, 400);
        assert.doesNotMatch(await response.text(), /s3cret/);
      }),
      {numRuns: 200},
    );
  });

  const repetitions: [string, Fields, number, number][] = [
    ['does not deliver the same call twice', {}, 0, 1],
    ['delivers a call again when its object has changed', {subject: 'Hats'}, 0, 2],
    ['delivers the same call again after a minute', {}, 60_001, 2],
  ];
  for (const [what, change, pause, deliveries] of repetitions) {
    it(what, async () => {
      const visit = newVisit();
      const page = await brand.listen(visit);
      await brand.engage(visit, 'E1');
      time += pause;
      const second = (await brand.engage(visit, 'E1', change)) as {status: string};
      await brand.engage(visit, 'last');
      const ids = await attempts(page, deliveries + 1);
      await page.stop();

      assert.equal(second.status, 'ok');
      assert.equal(ids.at(-1), 'last');
    });
  }

  it('takes 60 calls a minute for one visit, and then says when the next one is taken', async () => {
    const limited = await startBrand({callsPerVisit: 60});
    const calls = Array.from({length: 61}, (_, index) => limited.engage('V', `E${index}`));
    await Promise.all(calls);
    const refused = await limited.post('engage', '{"visitID": "V"}');
    const other = await limited.post('engage', '{"visitID": "W"}');
    await limited.close();

    assert.deepEqual([refused.status, other.status], [429, 200]);
    assert.match(refused.headers.get('retry-after') ?? '', /^([1-5]?\d|60)$/);
  });
});

describe('a call that only the brand’s programs may make', () => {
  for (const authorization of ['', 'Bearer wrong', token, `Basic ${token}`, `Bearer ${token} `, `Bearer ${token}x`]) {
    it(`is ${authorization.endsWith(' ') ? 'taken' : 'refused'} with “${authorization}”`, async () => {
      const response = await brand.post('engage', '{"visitID": "V"}', {Authorization: authorization});

      // The space at the end is no part of a header.
      assert.equal(response.status, authorization.endsWith(' ') ? 200 : 401);
      if (response.status === 401) assert.equal(response.headers.get('www-authenticate'), 'Bearer');
    });
  }

  it('may show the old token as long as both are known', async () => {
    const authorize = createBearerCheck('new', 'old');
    const shown = ['new', 'old', 'older'].map(async (each) =>
      authorize(new Request('http://localhost', {headers: {Authorization: `Bearer ${each}`}})),
    );

    assert.deepEqual(await Promise.all(shown), [true, true, false]);
  });

  for (const tokens of [[], [''], ['a b'], ['a\r\nb']]) {
    it(`cannot be protected by ${JSON.stringify(tokens)}`, () => {
      assert.throws(() => createBearerCheck(...tokens), {name: 'ConfigurationError'});
    });
  }

  it('is a POST, at the path of a method', async () => {
    const path = `${brand.url}/server/data/gateway`;
    const answers = await Promise.all([
      ...['GET', 'PUT', 'DELETE', 'OPTIONS'].map((method) => fetch(`${path}/engage`, {method})),
      fetch(`${path}/engageall`, {method: 'POST', headers: {Authorization: `Bearer ${token}`}, body: '{}'}),
    ]);

    assert.deepEqual(
      answers.map(({status}) => status),
      [405, 405, 405, 405, 404],
    );
  });

  it('is closed to pages, preflight included', async () => {
    const headers = {Origin: 'https://www.brand.example', 'Access-Control-Request-Method': 'POST'};
    const preflight = await fetch(`${brand.url}/server/data/gateway/engage`, {method: 'OPTIONS', headers});
    const call = await brand.post('engage', '{"visitID": "V"}', headers);
    const names = [...preflight.headers.keys(), ...call.headers.keys()];

    assert.deepEqual(
      names.filter((name) => name.startsWith('access-control')),
      [],
    );
  });
});
