import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {ServeProcess} from '../../bench/server/serve-processes.js';
import {describeServer} from '../../scripts/docs/openapi/openapi.js';
import {origin, token} from '../support/server/brand.js';
import {getTicket, useServe} from '../support/server/serve-process.js';

interface Operation {
  readonly security?: unknown;
  readonly responses: Readonly<Record<string, {readonly content?: Readonly<Record<string, unknown>>}>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, {readonly required?: readonly string[]; readonly properties?: object}>>;
  };
}

const {paths, components} = describeServer() as Description;
// These two are there when the server has the key of a platform.
const operations = Object.entries(paths)
  .filter(([path]) => !['/handoff', '/wait-time'].includes(path))
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({path, method, operation})));

describe('the description of the server', () => {
  const processes = useServe();
  let server: ServeProcess;

  before(async () => {
    server = await processes.start();
  });

  after(() => processes.close());

  const call = (path: string, init: RequestInit): Promise<Response> => fetch(server.url + path, init);

  async function assertDescribed(response: Response, {responses}: Operation): Promise<void> {
    const described = responses[String(response.status)];
    assert.ok(described, `${response.status} is described`);
    const [type] = response.headers.get('content-type')?.split(';') ?? [];
    assert.ok(type === undefined || described.content?.[type], `${type} is described`);
    await response.body?.cancel();
  }

  for (const {path, method, operation} of operations) {
    it(`says how ${method} ${path} refuses`, async () => {
      const Authorization = `Bearer ${token}`;
      const body = method === 'post' ? '{' : null;
      const refused = [
        await call(path, {method, body}),
        await call(path, {method, body, headers: {Authorization}}),
        await call(path, {method, body: body && 'x'.repeat(70_000), headers: {Authorization}}),
        await call(path, {method, body, headers: {Authorization, Origin: 'https://elsewhere.example'}}),
        await call(path, {method: 'PUT'}),
      ];
      for (const response of refused) {
        assert.ok(response.status >= 400, String(response.status));
        await assertDescribed(response, operation);
      }
    });

    it(`says whether ${method} ${path} needs the token of a server`, async () => {
      const {status} = await call(path, {method, body: method === 'post' ? '{}' : null});
      assert.equal(status === 401, operation.security !== undefined);
    });
  }

  it('says what good requests are answered', async () => {
    const headers = {Authorization: `Bearer ${token}`, 'Content-Type': 'application/json'};
    const ticket = await getTicket(server.url, 'V');
    const outcomes = [{id: 'O1', type: 'engage', outcome: 'offered', at: 5}];
    const good: readonly (readonly [path: string, method: string, init: RequestInit])[] = [
      ['/server/data/gateway/engage', 'post', {headers, body: '{"ixnProfile": {"visitID": "V"}}'}],
      ['/backend/data/gateway/noengage', 'post', {headers, body: '{"visitID": "V"}'}],
      ['/tickets', 'post', {headers, body: JSON.stringify({visit: 'V', origin})}],
      ['/outcomes', 'post', {headers: {Origin: origin}, body: JSON.stringify({visit: 'V', ticket, outcomes})}],
      ['/notifications', 'get', {headers: {Origin: origin}}],
    ];
    for (const [path, method, init] of good) {
      const query = method === 'get' ? `?visit=V&ticket=${ticket}` : '';
      const response = await call(path + query, {method, ...init});
      assert.ok(response.ok, path);
      await assertDescribed(response, paths[path]![method]!);
    }
  });

  it('names every field of the gateway’s answer', async () => {
    const headers = {Authorization: `Bearer ${token}`};
    const answer = await call('/server/data/gateway/engage', {method: 'POST', headers, body: '{"visitID": "W"}'});
    const {required = [], properties = {}} = components.schemas['Delivery'] ?? {};
    const names = Object.keys((await answer.json()) as object);

    assert.deepEqual(names, Object.keys(properties));
    assert.ok(required.every((name) => names.includes(name)));
  });

  it('says what the gateway’s objects must have, as the gateway itself does', async () => {
    const headers = {Authorization: `Bearer ${token}`};
    for (const [method, name] of [
      ['engage', 'IxnProfile'],
      ['noengage', 'CancelData'],
    ] as const) {
      const required = components.schemas[name]?.required ?? [];
      const refused = await call(`/server/data/gateway/${method}`, {method: 'POST', headers, body: '{}'});
      const {detail} = (await refused.json()) as {detail: string};

      assert.deepEqual(required, ['visitID']);
      assert.match(detail, /visitID/);
    }
  });

  it('has a schema for every name that it refers to', () => {
    const names = [...JSON.stringify(paths).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => name);

    assert.deepEqual(
      [...new Set(names)].filter((name) => !components.schemas[name]),
      [],
    );
    assert.deepEqual(new Set(names), new Set(Object.keys(components.schemas)));
  });
});
