import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startSandbox, type Sandbox} from '../../demo/sandbox/sandbox.js';
import type * as liveperson from '../../src/vendors/liveperson/index.js';

// By its name in the package, which is known only when it is built.
const entry: string = 'web-engagement/liveperson.js';
const {ConfigurationError, LoadingAccountError, MonitoringClient} = (await import(entry)) as typeof liveperson;

describe('the Monitoring API client on a server', () => {
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await startSandbox();
  });

  after(() => sandbox.close());

  const createClient = (accountId: string) =>
    new MonitoringClient({host: sandbox.url, accountId, appInstallationId: 'app'});

  it('asks on behalf of a visitor, and may say where the visitor is', async () => {
    const answer = await createClient('server').engage({obh: true, clientProperties: {ipAddress: '192.168.5.2'}});
    assert.equal(answer.engagementDetails[0]?.status, 'expose');
    const log = (await (await fetch(`${sandbox.url}/sandbox/server/log`)).json()) as readonly {
      readonly query: object;
      readonly body: object;
    }[];
    assert.deepEqual(log[0]?.query, {v: '1.1', obh: 'true'});
    assert.deepEqual(log[0].body, {clientProperties: {ipAddress: '192.168.5.2'}});
  });

  it('throws the errors that the package exports', async () => {
    const body = JSON.stringify({name: 'loading-account'});
    await fetch(`${sandbox.url}/sandbox/loading/scenario`, {method: 'PUT', body});
    await assert.rejects(createClient('loading').engage(), LoadingAccountError);
    await assert.rejects(createClient('bad').engage({consumerId: '1001'}), ConfigurationError);
  });
});
