import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {LoggedRequest} from '../../../demo/sandbox/liveperson/request-log.js';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';

interface Ids {
  readonly visitorId: string;
  readonly sessionId: string;
}

interface Reply extends Partial<Ids> {
  readonly status: number;
  readonly message?: string;
  readonly internalCode?: number;
  readonly engagementDetails?: unknown;
}

let time = Date.parse('2026-11-21T09:00:00Z');
let accounts = 0;
let sandbox: Sandbox;

before(async () => {
  sandbox = await startSandbox({now: () => time});
});

after(() => sandbox.close());

/** One account of its own per test. */
function openAccount() {
  const account = `account${++accounts}`;
  const base = `${sandbox.url}/api/account/${account}/app`;

  async function call(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const content = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${base}/${path}`, {method: 'POST', body: content, headers});
    return {...((await response.json()) as object), status: response.status};
  }

  return {
    id: account,
    engage: (query = '', body: unknown = {}) => call(`main/engagement?v=1.1${query}`, body),
    report: (query: string, body: unknown) =>
      call(`main/report?v=1.1${query}`, body, {'X-HTTP-Method-Override': 'PUT'}),
    call,
    choose: (choice: unknown) =>
      fetch(`${sandbox.url}/sandbox/${account}/scenario`, {method: 'PUT', body: JSON.stringify(choice)}),
    log: async () => (await (await fetch(`${sandbox.url}/sandbox/${account}/log`)).json()) as LoggedRequest[],
  };
}

function pair({visitorId, sessionId}: Partial<Ids>): string {
  return `&vid=${visitorId ?? ''}&sid=${sessionId ?? ''}`;
}

describe('a visitor of the sandbox', () => {
  it('gets a vid and a sid of the recorded shapes', async () => {
    const {visitorId, sessionId} = await openAccount().engage();

    assert.match(String(visitorId), /^[A-Za-z0-9]{22}$/);
    assert.match(String(sessionId), /^[A-Za-z0-9_-]{22}$/);
  });

  const returns: [string, (ids: Ids) => string, {status: number; sameVid: boolean; sameSid: boolean}][] = [
    ['with a valid pair', (ids) => pair(ids), {status: 200, sameVid: true, sameSid: true}],
    ['with an unknown sid', (ids) => pair({...ids, sessionId: 'x'}), {status: 201, sameVid: true, sameSid: false}],
    ['without a sid', ({visitorId}) => `&vid=${visitorId}`, {status: 201, sameVid: true, sameSid: false}],
    ['with an unknown pair', () => '&vid=x&sid=x', {status: 201, sameVid: false, sameSid: false}],
    ['with an unknown vid', (ids) => pair({...ids, visitorId: 'x'}), {status: 201, sameVid: false, sameSid: false}],
  ];
  for (const [how, query, expected] of returns) {
    it(`who comes back ${how} gets ${expected.status}`, async () => {
      const {engage} = openAccount();
      const first = (await engage()) as Ids & Reply;
      const second = await engage(query(first));

      const sameVid = second.visitorId === first.visitorId;
      const sameSid = second.sessionId === first.sessionId;
      assert.deepEqual({status: second.status, sameVid, sameSid}, expected);
    });
  }

  const pauses: [string, number[], number][] = [
    ['continues a session after 29 idle minutes', [29], 200],
    ['starts a new session after 30 idle minutes', [30], 201],
    ['starts a new session after 6 hours of use', Array<number>(18).fill(20), 201],
  ];
  for (const [what, minutes, status] of pauses) {
    it(what, async () => {
      const {engage} = openAccount();
      const first = await engage();
      let last = first;
      for (const pause of minutes) {
        time += pause * 60_000;
        last = await engage(pair(first));
      }

      assert.equal(last.status, status);
      assert.equal(last.visitorId, first.visitorId);
    });
  }

  it('of one account is unknown to another', async () => {
    const visitor = await openAccount().engage();
    const elsewhere = await openAccount().engage(pair(visitor));

    assert.equal(elsewhere.status, 201);
    assert.notEqual(elsewhere.visitorId, visitor.visitorId);
  });

  it('is unknown after the account was erased', async () => {
    const {id, engage, log} = openAccount();
    const visitor = await engage();
    await fetch(`${sandbox.url}/sandbox/${id}`, {method: 'DELETE'});

    assert.deepEqual(await log(), []);
    assert.equal((await engage(pair(visitor))).status, 201);
  });
});

describe('an account that is loading', () => {
  const versions: [string, number, number][] = [
    ['1.0', 500, 20],
    ['1.1', 202, 38],
  ];
  for (const [version, status, internalCode] of versions) {
    it(`says so with ${status}/${internalCode} in version ${version} and keeps the vid it names`, async () => {
      const {call, choose} = openAccount();
      await choose({name: 'loading-account-then-expose'});
      const wait = await call(`main/engagement?v=${version}`, {});
      const [, vid] = /^Loading account: ta3hWd4IgG, vid: (\w{22})$/.exec(String(wait.message)) ?? [];
      const answer = await call(`main/engagement?v=${version}&vid=${vid ?? ''}`, {});

      assert.deepEqual([wait.status, wait.internalCode], [status, internalCode]);
      assert.deepEqual([answer.status, answer.visitorId], [201, vid]);
    });
  }
});

describe('a scenario', () => {
  it('of several steps is consumed by engagement requests, and the last step stays', async () => {
    const {choose, engage} = openAccount();
    await choose({steps: ['server-error', 'not-found-vid', 'expose']});
    const statuses = [];
    for (let request = 0; request < 4; request++) statuses.push((await engage()).status);

    assert.deepEqual(statuses, [500, 404, 201, 201]);
  });

  it('is not consumed by a request that the platform refuses', async () => {
    const {choose, engage, call} = openAccount();
    await choose({steps: ['server-error', 'expose']});
    await call('main/engagement?v=9', {});

    assert.equal((await engage()).status, 500);
  });

  it('with an unknown name is refused', async () => {
    const {choose} = openAccount();

    assert.equal((await choose({name: 'nonsense'})).status, 400);
    assert.equal((await choose({steps: []})).status, 400);
  });

  it('can be asked for', async () => {
    const {id, choose} = openAccount();
    await choose({name: 'server-error-4-then-expose'});
    const response = await fetch(`${sandbox.url}/sandbox/${id}/scenario`);

    const steps = [...Array<string>(4).fill('server-error'), 'expose'];
    assert.deepEqual(await response.json(), {name: 'server-error-4-then-expose', steps});
  });
});

describe('a broken connection', () => {
  for (const name of ['truncated', 'reset']) {
    it(`is what “${name}” gives`, async () => {
      const {choose, engage} = openAccount();
      await choose({name});

      await assert.rejects(engage());
    });
  }
});

describe('the engagement method', () => {
  const identity = {iss: 'brand', acr: 'loa1', sub: '8f0c2f7e'};
  const impression = {type: 'impClose', campaign: 1, engId: 2, revision: 3};
  const refusals: [string, string, unknown, [number, number]][] = [
    ['an unknown version', 'main/engagement?v=2.0', {}, [400, 33]],
    ['a missing version', 'main/engagement', {}, [400, 33]],
    ['an app that is not installed', 'unknown/engagement?v=1.1', {}, [404, 18]],
    ['a body that is not JSON', 'main/engagement?v=1.1', '{', [400, 5]],
    ['a body that is a list', 'main/engagement?v=1.1', [], [400, 5]],
    ['an “obh” that is not a boolean', 'main/engagement?v=1.1&obh=1', {}, [400, 5]],
    ['an identity outside a list', 'main/engagement?v=1.1', {identities: identity}, [400, 5]],
    ['an identity without a subject', 'main/engagement?v=1.1', {identities: [{acr: '0'}]}, [400, 5]],
    ['an unknown level of trust', 'main/engagement?v=1.1', {identities: [{...identity, acr: 'loa2'}]}, [400, 5]],
    ['an address that is not IPv4', 'main/engagement?v=1.1', {clientProperties: {ipAddress: '::1'}}, [400, 5]],
    ['an unknown system', 'main/engagement?v=1.1', {clientProperties: {osName: 'BEOS'}}, [400, 5]],
    ['entry points outside a list', 'main/engagement?v=1.1', {entryPoints: 'tel://1'}, [400, 5]],
    ['an attribute without a type', 'main/engagement?v=1.1', {engagementAttributes: [{}]}, [400, 5]],
    ['a cart without a total', 'main/engagement?v=1.1', {engagementAttributes: [{type: 'cart'}]}, [400, 5]],
    ['an impression', 'main/engagement?v=1.1', {engagementAttributes: [impression]}, [400, 5]],
  ];
  for (const [what, path, body, expected] of refusals) {
    it(`refuses ${what}`, async () => {
      const {status, internalCode} = await openAccount().call(path, body);

      assert.deepEqual([status, internalCode], expected);
    });
  }

  it('takes the request of the platform’s documentation', async () => {
    const {status} = await openAccount().engage('&obh=false', {
      clientProperties: {osName: 'MAC_OSX', osVersion: '1.2', deviceFamily: 'MOBILE', ipAddress: '192.168.5.2'},
      consumerId: 'uniqueIdInBrand',
      identities: [{iss: 'LivePerson', acr: '0', sub: 'identifierForNoAuth'}, identity],
      entryPoints: ['tel://972737004000', 'sec://Sport', 'lang://English'],
      engagementAttributes: [{type: 'personal', personal: {firstname: 'test', age: {age: 30}}}],
    });

    assert.equal(status, 201);
  });
});

describe('the report method', () => {
  const display = {
    type: 'impDisplay',
    campaign: 880524023,
    engId: 880524123,
    revision: 21,
    eContext: [{type: 'engagementContext', id: '1'}],
  };
  const lead = {type: 'lead', lead: {topic: 'shoes'}};
  const reports: [string, (ids: Ids) => string, unknown, [number, number | undefined]][] = [
    ['takes an impression in a session with an engagement', pair, [display], [200, undefined]],
    ['takes attributes in a running session', pair, [lead], [200, undefined]],
    ['starts a session for a visitor without one', ({visitorId}) => `&vid=${visitorId}`, [lead], [201, undefined]],
    ['refuses an impression in a new session', ({visitorId}) => `&vid=${visitorId}`, [display], [400, 5]],
    ['refuses an impression without its context', pair, [{...display, eContext: undefined}], [400, 5]],
    ['refuses a report about nobody', () => '', [lead], [400, 5]],
    ['refuses a report of nothing', pair, undefined, [400, 5]],
    ['does not know an unknown vid', (ids) => pair({...ids, visitorId: 'x'}), [lead], [404, 37]],
    ['does not know an unknown sid', (ids) => pair({...ids, sessionId: 'x'}), [lead], [404, 39]],
  ];
  for (const [what, query, engagementAttributes, expected] of reports) {
    it(what, async () => {
      const {engage, report} = openAccount();
      const visitor = (await engage()) as Ids & Reply;
      const {status, internalCode} = await report(query(visitor), {engagementAttributes});

      assert.deepEqual([status, internalCode], expected);
    });
  }

  it('is not there for a plain POST', async () => {
    assert.equal((await openAccount().call('main/report?v=1.1', {engagementAttributes: []})).status, 405);
  });
});

describe('the log', () => {
  it('tells what was asked and answered, preflights included', async () => {
    const {id, engage, log} = openAccount();
    await fetch(`${sandbox.url}/api/account/${id}/app/main/engagement`, {method: 'OPTIONS'});
    const {visitorId} = await engage('&obh=false', {consumerId: 'c'});
    const [preflight, exchange] = await log();

    assert.equal(preflight?.method, 'OPTIONS');
    assert.deepEqual(
      [exchange?.method, exchange?.path, exchange?.query, exchange?.body, exchange?.status],
      ['POST', `/api/account/${id}/app/main/engagement`, {v: '1.1', obh: 'false'}, {consumerId: 'c'}, 201],
    );
    assert.equal((exchange?.answer as Ids).visitorId, visitorId);
  });

  it('is streamed as it grows', async () => {
    const {id, engage} = openAccount();
    const response = await fetch(`${sandbox.url}/sandbox/${id}/events`);
    assert.ok(response.body);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    await engage();
    const {value = ''} = await reader.read();
    await reader.cancel();

    assert.equal((JSON.parse(value.replace('data: ', '')) as LoggedRequest).status, 201);
  });
});

describe('another origin', () => {
  async function allowed(scenario: string, method: string) {
    const {id, choose} = openAccount();
    await choose({name: scenario});
    const {headers} = await fetch(`${sandbox.url}/api/account/${id}/app/main/engagement?v=1.1`, {
      method,
      headers: {Origin: 'https://brand.example'},
      ...(method === 'POST' && {body: '{}'}),
    });
    return (name: string) => headers.get(`Access-Control-${name}`);
  }

  for (const method of ['OPTIONS', 'POST']) {
    it(`may read the answer to ${method} and may not use PUT`, async () => {
      const header = await allowed('expose', method);

      assert.equal(header('Allow-Origin'), 'https://brand.example');
      assert.equal(header('Allow-Methods'), 'GET, POST, PATCH');
      assert.match(String(header('Allow-Headers')), /X-HTTP-Method-Override/);
      assert.equal(header('Expose-Headers'), null);
    });
  }

  it('may read Retry-After where it is exposed', async () => {
    assert.equal((await allowed('retry-after', 'POST'))('Expose-Headers'), 'Retry-After');
  });

  it('may not read an answer without the headers for it', async () => {
    assert.equal((await allowed('no-cors', 'POST'))('Allow-Origin'), null);
  });
});

describe('the domain API', () => {
  it('names the sandbox’s own host for the monitoring service', async () => {
    const {id} = openAccount();
    const {host} = new URL(sandbox.url);
    const answer = await fetch(`${sandbox.url}/api/account/${id}/service/smt/baseURI.json?version=1.0`);

    assert.deepEqual(await answer.json(), {service: 'smt', account: id, baseURI: host});
  });
});

describe('the brand page', () => {
  it('cannot be broken out of by its query', async () => {
    const page = await fetch(`${sandbox.url}/brand?account=${encodeURIComponent('"><script>')}`);

    assert.match(await page.text(), /data-account-id="&quot;&gt;&lt;script&gt;"/);
  });

  it('carries the policy that was asked for, with the nonce of its scripts', async () => {
    const page = await fetch(`${sandbox.url}/brand?csp=strict`);
    const [, nonce] = /'nonce-([^']+)'/.exec(String(page.headers.get('Content-Security-Policy'))) ?? [];

    assert.equal((await page.text()).split(`nonce="${String(nonce)}"`).length, 3);
  });
});

describe('the sandbox itself', () => {
  it('tells what it can do where it runs', async () => {
    assert.deepEqual(await (await fetch(`${sandbox.url}/sandbox/abilities`)).json(), {webSocket: true});
  });
});

describe('the file server', () => {
  for (const path of ['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/%', '/nothing.js']) {
    it(`has nothing at ${path}`, async () => {
      assert.equal((await fetch(sandbox.url + path)).status, 404);
    });
  }
});
