import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {serverToken} from '../../../demo/sandbox/genesys/gateway/server-token.js';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {HttpStatusError, NetworkError} from '../../../src/http/errors.js';
import {GatewayClient, type GatewayClientOptions} from '../../../src/vendors/genesys/gateway/gateway-client.js';
import {GatewayFaultError} from '../../../src/vendors/genesys/gateway/gateway-fault-error.js';
import {readNotifications, type Notification} from '../../../src/vendors/genesys/notification.js';
import * as genesys from '../../fixtures/genesys/messages.js';
import {createTestClock} from '../../support/fakes/test-clock.js';

describe('the gateway client on a server', () => {
  let sandbox: Sandbox;
  let visits = 0;

  before(async () => {
    sandbox = await startSandbox();
  });

  after(() => sandbox.close());

  function createClient(options: Partial<GatewayClientOptions> = {}): GatewayClient {
    const {now, sleep} = createTestClock({jumps: true});
    const getToken = () => serverToken;
    return new GatewayClient({baseUrl: sandbox.url, basePath: '/server', getToken, now, sleep, ...options});
  }

  const createVisit = () => `VISIT${++visits}`;

  /** What a page that listens to the visit gets, up to this many notifications. */
  async function listen(visitID: string, count: number): Promise<readonly Notification[]> {
    const {ticket} = (await (await fetch(`${sandbox.url}/sandbox/visits/${visitID}/ticket`)).json()) as {
      ticket: string;
    };
    const {body} = await fetch(`${sandbox.url}/server/notifications?visit=${visitID}&ticket=${ticket}`);
    const heard: Notification[] = [];
    let text = '';
    for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
      const lines = (text + chunk).split('\n');
      text = lines.pop() ?? '';
      for (const line of lines.filter((each) => each.startsWith('data:')))
        heard.push(...readNotifications(line.slice(5)));
      if (heard.length >= count) break;
    }
    return heard;
  }

  for (const basePath of ['/server', '/backend'] as const) {
    for (const encoding of ['json', 'form', 'bare'] as const) {
      it(`starts and cancels an engagement attempt at ${basePath} by ${encoding}`, async () => {
        const visitID = createVisit();
        const profile = {...genesys.ixnProfile, visitID, title: 'Grüße & 100 % = +'};
        const cancelData = {...genesys.cancelData, visitID};
        const client = createClient({basePath, encoding});
        assert.equal(((await client.engage(profile)) as {status: string}).status, 'ok');
        assert.equal(((await client.noengage(cancelData)) as {status: string}).status, 'ok');
        assert.deepEqual(await listen(visitID, 2), [
          {type: 'engage', page: genesys.pageID, profile},
          {type: 'noengage', page: genesys.pageID, cancel: cancelData},
        ]);
      });
    }
  }

  it('repeats a call whose answer was lost, and the page gets it once', async () => {
    const visitID = createVisit();
    let calls = 0;
    const client = createClient({
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        if (++calls === 1) throw new TypeError('connection reset');
        return response;
      },
    });
    await client.engage({visitID, engagementID: 'E1'});
    await client.noengage({visitID, reason: 'the end'});
    assert.equal(calls, 3);
    const heard = await listen(visitID, 2);
    assert.deepEqual(
      heard.map(({type}) => type),
      ['engage', 'noengage'],
    );
  });

  it('hands over the fault of what the server refuses', async () => {
    await assert.rejects(createClient().engage({visitID: 'no/visit'}), (error) => {
      assert.ok(error instanceof GatewayFaultError);
      assert.deepEqual(Object.keys(error.fault as object), ['fault']);
      return true;
    });
  });

  for (const [title, getToken] of [
    ['no token', undefined],
    ['another token', () => 'guessed'],
  ] as const) {
    it(`is refused with ${title}`, async () => {
      await assert.rejects(
        createClient({getToken}).engage({visitID: createVisit()}),
        (error) => error instanceof HttpStatusError && error.status === 401,
      );
    });
  }

  it('gives up after four attempts when nobody answers', async () => {
    const gone = await startSandbox();
    await gone.close();
    const {now, sleep, pauses} = createTestClock({jumps: true});
    await assert.rejects(
      createClient({baseUrl: gone.url, now, sleep, random: () => 0}).engage({visitID: 'V', engagementID: 'E'}),
      NetworkError,
    );
    assert.deepEqual(pauses, [1_000, 3_000, 10_000]);
  });

  it('takes neither the profile nor the token to where a server redirects it', async () => {
    const visitID = createVisit();
    const server = createServer((_, response) => {
      response.writeHead(307, {Location: `${sandbox.url}/server/data/gateway/engage`}).end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      await assert.rejects(createClient({baseUrl}).engage({visitID}), {name: 'NetworkError'});
    } finally {
      server.closeAllConnections();
      server.close();
    }
    const log: unknown = await (await fetch(`${sandbox.url}/sandbox/visits/${visitID}/log`)).json();
    assert.deepEqual(log, []);
  });
});
