import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {sandboxCredentials} from '../../../demo/sandbox/avaya/access-tokens.js';
import {avayaApi} from '../../../demo/sandbox/avaya/avaya-api.js';
import {AvayaError, AvayaJourneyClient, toEngagementRecord} from '../../../src/vendors/avaya/index.js';
import type {Fetch} from '../../../src/http/request.js';
import {createTestClock} from '../../support/fakes/test-clock.js';
import {rejection} from '../../support/rejection.js';

const ended = '5b1f3c1e-3f0e-4a3e-9a53-0c3f7d0a1b01';
const running = '5b1f3c1e-3f0e-4a3e-9a53-0c3f7d0a1b02';
const fault = (status: number): string => `00000000-0000-4000-8000-000000000${status}`;
const base = 'https://na.api.avayacloud.com';

/** The service, without a network in between. */
function openSandbox() {
  const clock = createTestClock({start: Date.parse('2026-11-21T09:00:00Z'), jumps: true});
  const service = avayaApi();
  const statuses: number[] = [];
  const fetch: Fetch = async (input, {method = 'GET', headers, body}) => {
    const sent = {
      method,
      url: new URL(input),
      site: new URL(input).origin,
      headers: Object.fromEntries(new Headers(headers)),
      body: typeof body === 'string' ? body : '',
      at: clock.now(),
    };
    const answer = await service(sent);
    assert.ok(answer, 'The sandbox does not know this address.');
    statuses.push(answer.status);
    return new Response(answer.status === 204 ? null : String(answer.body), answer);
  };

  async function login(secret = sandboxCredentials.clientSecret): Promise<string> {
    const form = {grant_type: 'client_credentials', client_id: sandboxCredentials.clientId, client_secret: secret};
    const response = await fetch(`${base}/api/auth/v1/ABCDEF/protocol/openid-connect/token`, {
      method: 'POST',
      headers: {appkey: sandboxCredentials.appkey},
      body: new URLSearchParams(form).toString(),
    });
    return String(((await response.json()) as {access_token?: string}).access_token);
  }

  async function open(appkey = sandboxCredentials.appkey): Promise<AvayaJourneyClient> {
    const token = await login();
    const getCredentials = async () => ({appkey, token});
    return new AvayaJourneyClient({baseUrl: base, accountId: 'ABCDEF', getCredentials, fetch, ...clock});
  }

  return {fetch, clock, login, open, statuses};
}

describe('the Customer Journey API of the sandbox', () => {
  it('answers one engagement, which maps to a record', async () => {
    const record = toEngagementRecord(await (await openSandbox().open()).getEngagement(ended));

    assert.equal(record.status, 'ended');
    assert.deepEqual(
      record.participants.map(({role}) => role),
      ['customer', 'automation', 'agent', 'agent'],
    );
    assert.deepEqual(record.queues[0]?.wait, {seconds: 170, basis: 'derived'});
  });

  it('answers an engagement that goes on without an end', async () => {
    const {status, endedAt, startedAt} = toEngagementRecord(await (await openSandbox().open()).getEngagement(running));

    assert.deepEqual([status, endedAt, startedAt?.text], ['active', undefined, '2026-11-21T08:48:00.000Z']);
  });

  it('answers several in the order that they are asked for, and leaves out those it does not know', async () => {
    const {engagements} = await (await openSandbox().open()).listEngagements([running, fault(999), ended]);

    assert.deepEqual(
      engagements.map(({id}) => id),
      [running, ended],
    );
  });

  it('answers an empty list when it knows none', async () => {
    assert.deepEqual(await (await openSandbox().open()).listEngagements([fault(999)]), {engagements: [], problems: []});
  });

  for (const [status, problem] of [
    [400, 'constraint-violation'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'resource-not-found'],
    [500, 'server-error'],
  ] as const) {
    it(`refuses with ${status} when it is asked to, as RFC 7807 says`, async () => {
      const error = await rejection((await openSandbox().open()).getEngagement(fault(status)));

      assert.ok(error instanceof AvayaError);
      assert.deepEqual([error.status, error.problem, error.detail], [status, problem, 'The id asks for this status.']);
    });
  }

  it('is asked four times while it is busy', async () => {
    const sandbox = openSandbox();
    await rejection((await sandbox.open()).getEngagement(fault(429)));

    assert.deepEqual(sandbox.statuses, [200, 429, 429, 429, 429]);
  });

  it('refuses an application key that it does not know', async () => {
    const error = await rejection((await openSandbox().open('another')).getEngagement(ended));

    assert.ok(error instanceof AvayaError);
    assert.deepEqual([error.status, error.detail], [401, 'Invalid application key.']);
  });

  it('refuses a token after 900 seconds', async () => {
    const sandbox = openSandbox();
    const client = await sandbox.open();
    sandbox.clock.advance(899_999);
    await client.getEngagement(ended);
    sandbox.clock.advance(1);
    const error = await rejection(client.getEngagement(ended));

    assert.ok(error instanceof AvayaError);
    assert.deepEqual([error.status, error.detail], [401, 'Invalid access token.']);
  });

  it('gives no token for a wrong secret', async () => {
    const sandbox = openSandbox();
    await sandbox.login('wrong');

    assert.deepEqual(sandbox.statuses, [401]);
  });

  it('answers preflights, and lets pages of all origins read', async () => {
    const response = await openSandbox().fetch(`${base}/api/journey/v1/accounts/ABCDEF/engagements/${ended}`, {
      method: 'OPTIONS',
    });

    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.match(response.headers.get('access-control-allow-headers') ?? '', /appkey/);
  });

  for (const query of [
    '',
    '?engagementIds=x',
    `?engagementIds=${ended},${ended}`,
    `?engagementIds=${ended}&pageSize=51`,
  ]) {
    it(`refuses the list ${query || 'without ids'}`, async () => {
      const {fetch, login} = openSandbox();
      const headers = {appkey: sandboxCredentials.appkey, Authorization: `Bearer ${await login()}`};
      const response = await fetch(`${base}/api/journey/v1/accounts/ABCDEF/engagements${query}`, {headers});

      assert.equal(response.status, 400);
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
    });
  }
});
