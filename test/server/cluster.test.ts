import assert from 'node:assert/strict';
import {once} from 'node:events';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {startProxy} from '../../examples/server-cluster/proxy.js';
import {attemptsIn, createCrowd} from '../../bench/server/crowd.js';
import {createGatewayLoad, type GatewayLoad} from '../../bench/server/gateway-load.js';
import type {ServeProcess} from '../../bench/server/serve-processes.js';
import {createTickets} from '../../src/server/index.js';
import {origin, secret, token} from '../support/server/brand.js';
import {startRedis, type RedisServer} from '../../scripts/redis-server.js';
import {until, untilThereAre} from '../e2e/until.js';
import {useServe} from '../support/server/serve-process.js';

const count = 3_000;

/** How many campaign engines share the visits among them. */
const engines = 32;

/** What a busy store has not confirmed is sent again at once: an attempt counts once, for a while. */
async function invite(load: GatewayLoad, visit: string, engagementID: string): Promise<void> {
  let status = 503;
  await until(`${visit} is invited`, async () => (status = await load.engage(visit, engagementID)) !== 503);
  assert.equal(status, 200);
}

describe('three processes on Redis behind a proxy', () => {
  const processes = useServe();
  let redis: RedisServer;
  let servers: readonly ServeProcess[];
  let proxy: Server;

  before(async () => {
    redis = await startRedis();
    servers = await Promise.all([0, 1, 2].map(() => processes.start('--redis', redis.url, '--trust-proxy')));
    proxy = await startProxy(servers.map(({url}) => url));
  });

  after(async () => {
    proxy.closeAllConnections();
    proxy.close();
    processes.close();
    await redis.kill();
  });

  it('have all pages back when one of them is killed, and no message is lost or shown twice', async (test) => {
    const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const visits = Array.from({length: count}, (_, index) => `V${index}`);
    const heard = visits.map((): string[] => []);
    const crowd = createCrowd({
      urlOf: () => `${address}/notifications`,
      visits,
      tickets: createTickets({secret}),
      origin,
      receive: (data, index) => heard[index]?.push(...attemptsIn(data)),
    });
    test.after(() => crowd.close());
    const [first, , third] = servers as [ServeProcess, ServeProcess, ServeProcess];
    const load = createGatewayLoad([third.url], token);
    test.after(() => load.close());
    const tell = async (engagementID: string): Promise<void> => {
      const left = visits.values();
      const engine = async (): Promise<void> => {
        for (const visit of left) await invite(load, visit, engagementID);
      };
      await Promise.all(Array.from({length: engines}, engine));
    };
    await crowd.open();
    await tell('before');
    const killedAt = performance.now();
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    await until('pages have lost their streams', () => crowd.lost > 0);
    const isBack = untilThereAre(count, 'pages with a stream', () => crowd.openCount).then(
      () => performance.now() - killedAt,
    );
    await tell('during');
    const took = await isBack;
    await tell('after');
    await untilThereAre(count, 'pages that have heard of three', () => heard.filter(({length}) => length >= 3).length);

    assert.ok(crowd.lost > count / 4, `${crowd.lost} lost their streams`);
    test.diagnostic(`${count} pages were back after ${took.toFixed()} ms`);
    assert.deepEqual(new Set(heard.map(String)), new Set(['before,during,after']));
  });
});
