import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {sandboxKey} from '../../../demo/sandbox/liveperson/handoff/oauth-signature.js';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {createOAuthSigner} from '../../../src/server/platforms/oauth-signer.js';

let time = Date.now();
let sandbox: Sandbox;

before(async () => {
  sandbox = await startSandbox({now: () => time});
});

after(() => sandbox.close());

const sign = createOAuthSigner(sandboxKey);

const callApi = async (body: unknown, {query = '?v=1.0', method = 'POST', type = 'application/json'} = {}) => {
  const content = method === 'GET' ? null : typeof body === 'string' ? body : JSON.stringify(body);
  const url = `${sandbox.url}/api/account/brand/external/engagement${query}`;
  const response = await fetch(await sign(new Request(url, {method, body: content, headers: {'Content-Type': type}})));
  return {status: response.status, ...((await response.json()) as object)};
};

const choose = (account: string, name: string) =>
  fetch(`${sandbox.url}/sandbox/${account}/handoff`, {method: 'PUT', body: JSON.stringify({name})});

async function getLink(account = 'brand'): Promise<string> {
  const response = await fetch(`${sandbox.url}/brand/handoff?account=${account}`);
  const {engagementDetails} = (await response.json()) as {engagementDetails: {urlToChat: string}};
  return engagementDetails.urlToChat;
}

describe('the sandbox’s external engagement API', () => {
  const refusals: readonly [title: string, body: unknown, options: object, expected: object][] = [
    ['an unknown version', {appType: 'IVR'}, {query: '?v=2.0'}, {status: 400, message: 'Illegal Version', code: '33'}],
    ['no version', {appType: 'IVR'}, {query: ''}, {status: 400, message: 'Illegal Version', code: '33'}],
    ['no appType', {}, {}, {status: 400, message: 'appType', code: '5'}],
    ['another appType', {appType: 'WEB'}, {}, {status: 400, message: 'appType', code: '5'}],
    [
      'sections in text',
      {appType: 'IVR', consumerSections: 'x'},
      {},
      {status: 400, message: 'consumerSections', code: '5'},
    ],
    [
      'half a second',
      {appType: 'IVR', externalWaitTimeSeconds: 0.5},
      {},
      {status: 400, message: 'externalWaitTimeSeconds', code: '5'},
    ],
    [
      'an impression without ids',
      {appType: 'IVR', engagementAttributes: [{type: 'impDisplay'}]},
      {},
      {status: 400, message: 'engagementAttributes', code: '5'},
    ],
    ['no JSON', 'x', {}, {status: 400, message: 'Request body is not a JSON object', code: '5'}],
    ['another content type', {appType: 'IVR'}, {type: 'text/plain'}, {status: 400, message: 'Content-Type', code: '5'}],
    ['GET', '', {method: 'GET'}, {status: 405, message: 'Method not allowed', code: '5'}],
  ];
  for (const [title, body, options, expected] of refusals) {
    it(`refuses ${title}`, async () => {
      const {status, message, internalCode: code, time} = (await callApi(body, options)) as Record<string, unknown>;
      assert.deepEqual({status, message, code}, expected);
      assert.match(String(time), /^\d{4}-\d\d-\d\dT/);
    });
  }

  it('refuses a scenario that it does not know', async () => {
    assert.equal((await choose('brand', 'nothing')).status, 400);
  });

  it('lists its scenarios', async () => {
    const scenarios = (await (await fetch(`${sandbox.url}/sandbox/handoffs`)).json()) as {name: string}[];
    const names = scenarios.map(({name}) => name);
    assert.ok(
      ['available', 'not-available', 'hostile-javascript', 'illegal-version'].every((name) => names.includes(name)),
    );
    for (const name of names) assert.equal((await choose('listed', name)).status, 200);
  });
});

describe('the brand’s endpoint', () => {
  it('gives every page a link of its own, which nobody may keep', async () => {
    assert.notEqual(await getLink(), await getLink());
    const {headers} = await fetch(`${sandbox.url}/brand/handoff`);
    assert.equal(headers.get('cache-control'), 'no-store');
  });

  it('is answered as at first when the account was forgotten', async () => {
    await choose('forgotten', 'illegal-version');
    await fetch(`${sandbox.url}/sandbox/forgotten`, {method: 'DELETE'});
    assert.equal((await fetch(`${sandbox.url}/brand/handoff?account=forgotten`)).status, 200);
  });

  for (const [scenario, status] of [
    ['illegal-version', 502],
    ['server-error', 503],
  ] as const) {
    it(`answers ${scenario} with ${status}, and says nothing of the platform’s answer`, async () => {
      await choose('refused', scenario);
      const response = await fetch(`${sandbox.url}/brand/handoff?account=refused`);
      assert.equal(response.status, status);
      assert.doesNotMatch(await response.text(), /Illegal Version|Internal server error/);
    });
  }

  it('tells how long Glia’s visitors wait', async () => {
    const response = await fetch(`${sandbox.url}/brand/wait-time`);
    assert.deepEqual(await response.json(), {seconds: 122});
  });

  it('ends a conversation at Glia', async () => {
    const engagementId = '5eed0001-0000-4000-8000-000000000000';
    const headers = {Accept: 'application/vnd.salemove.v1+json', Authorization: 'Bearer manager'};
    const readEnd = async () => {
      const response = await fetch(`${sandbox.url}/glia/engagements/${engagementId}`, {headers});
      return ((await response.json()) as {legs: {ended_at: unknown}[]}).legs.at(-1)?.ended_at;
    };
    const before = await readEnd();
    const body = JSON.stringify({engagementId});
    const {status} = await fetch(`${sandbox.url}/brand/end-conversation`, {method: 'POST', body});
    assert.deepEqual([status, before, typeof (await readEnd())], [204, null, 'string']);
  });
});

describe('a link', () => {
  it('opens a conversation once', async () => {
    const link = await getLink();
    assert.deepEqual([(await fetch(link)).status, (await fetch(link)).status], [200, 410]);
  });

  it('opens none when its time has passed', async () => {
    const [early, late] = [await getLink(), await getLink()];
    time += 299_999;
    assert.equal((await fetch(early)).status, 200);
    time += 1;
    assert.equal((await fetch(late)).status, 410);
  });

  it('leads to a page that says the ids it came with, as text', async () => {
    const answer = await fetch(`${sandbox.url}/brand/chat?conversation=%3Cb%3E42%3C%2Fb%3E`);
    const page = await answer.text();
    assert.match(page, /This is where the brand’s conversation would open\./);
    assert.match(page, /<dt>conversation<\/dt><dd>&lt;b&gt;42&lt;\/b&gt;<\/dd>/);
    assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'; script-src 'nonce-/);
  });

  it('that was never made opens none', async () => {
    assert.equal((await fetch(`${sandbox.url}/brand/chat?engagement=x`)).status, 410);
  });
});

describe('a signature', () => {
  it('is refused when it was made five minutes ago', async () => {
    time = Date.now() + 302_000;
    const {status, message} = (await callApi({appType: 'IVR'})) as Record<string, unknown>;
    assert.deepEqual([status, message], [401, 'Timestamp refused']);
  });
});
