import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {createRedisNotifications} from '../../../src/server/notifications/redis/redis-notifications.js';
import type {ServerEvent} from '../../../src/server/http/report.js';
import {createTestClock} from '../../support/fakes/test-clock.js';
import {attempts, startBrand, token, type Brand} from '../../support/server/brand.js';
import {waitUntilReady} from '../../support/server/ready.js';
import {startRedis, type RedisServer} from '../../../scripts/redis-server.js';

let redis: RedisServer;
let brands: Brand[];

async function startServer(): Promise<Brand> {
  const notifications = await createRedisNotifications({url: redis.url, patience: 0.5});
  await waitUntilReady(notifications);
  return startBrand({notifications});
}

const post = (brand: Brand, engagementID: string): Promise<Response> =>
  brand.post('engage', JSON.stringify({visitID: 'V', engagementID}), {Authorization: `Bearer ${token}`});

async function cutOffSubscriptions(): Promise<void> {
  const {createClient} = await import('redis');
  const admin = createClient({url: redis.url});
  await admin.connect();
  await admin.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub']);
  admin.destroy();
}

before(async () => {
  redis = await startRedis();
});

after(() => redis.kill());

beforeEach(async () => {
  brands = [await startServer(), await startServer()];
});

afterEach(() => Promise.all(brands.map((brand) => brand.close())));

describe('when Redis is restarted', () => {
  it('streams stay open, calls are answered with 503, and then all goes on', async () => {
    const [one, other] = brands as [Brand, Brand];
    const page = await one.listen('V');
    await page.next('retry');
    await redis.kill();
    const refused = await post(other, 'E1');
    const newcomer = await one.connect('V');
    const isReady = await one.notifications.isReady();
    await redis.start();
    await Promise.all(brands.map(({notifications}) => waitUntilReady(notifications)));
    const taken = await post(other, 'E1');
    const heard = await attempts(page, 1);
    await page.stop();

    assert.deepEqual([refused.status, newcomer.status, isReady, taken.status], [503, 503, false, 200]);
    assert.deepEqual([refused.headers.get('retry-after'), heard], ['5', ['E1']]);
    assert.match(await refused.text(), /store of notifications/);
    assert.ok(one.events.every(({type}) => type !== 'failure'));
  });
});

describe('when Redis is away for 30 s', () => {
  it('streams stay and have their heartbeats, every call is answered with 503, and then all goes on', async () => {
    const clock = createTestClock();
    const {date: now, sleep} = clock;
    const notifications = await createRedisNotifications({url: redis.url, patience: 0.5, sleep});
    await waitUntilReady(notifications);
    const brand = await startBrand({notifications, now, sleep, random: () => 1});
    const page = await brand.listen('Y');
    await page.next('retry');
    await redis.kill();
    const statuses: number[] = [];
    for (let time = 0; time < 30_000; time += 5_000) {
      statuses.push((await brand.post('engage', `{"visitID": "Y", "engagementID": "E${time}"}`)).status);
      await clock.pass(5_000);
    }
    const beats = [await page.block(), await page.block()];
    const open = brand.stream.countOpen();
    await redis.start();
    await waitUntilReady(notifications);
    await brand.engage('Y', 'after');
    const heard = await attempts(page, 1);
    const causes = brand.events.flatMap((event) => (event.type === 'stream-closed' ? [event.cause] : []));
    await page.stop();
    await brand.close();

    assert.deepEqual([new Set(statuses), statuses.length], [new Set([503]), 6]);
    assert.deepEqual([beats, open, heard, causes], [[':', ':'], 1, ['after'], []]);
  });
});

describe('when Redis hangs', () => {
  it('calls are answered with 503 in time, and a repeated one reaches the page once', async () => {
    const [one, other] = brands as [Brand, Brand];
    const page = await one.listen('W');
    await page.next('retry');
    redis.freeze();
    const body = JSON.stringify({visitID: 'W', engagementID: 'E1', time: 5});
    const refused = await other.post('engage', body);
    redis.thaw();
    await Promise.all(brands.map(({notifications}) => waitUntilReady(notifications)));
    const repeated = await other.post('engage', body);
    await other.engage('W', 'E2');
    const heard = await attempts(page, 2);
    await page.stop();

    assert.deepEqual([refused.status, repeated.status, heard], [503, 200, ['E1', 'E2']]);
  });
});

describe('when only the subscriptions are cut off', () => {
  it('what is published meanwhile is sent as soon as they are back, once and in order', async () => {
    const [one, other] = brands as [Brand, Brand];
    const page = await one.listen('X');
    await page.next('retry');
    await other.engage('X', 'E1');
    await cutOffSubscriptions();
    await Promise.all(['E2', 'E3', 'E4'].map((id) => other.engage('X', id)));
    const heard = await attempts(page, 4);
    await page.stop();

    assert.equal(heard[0], 'E1');
    assert.deepEqual(new Set(heard), new Set(['E1', 'E2', 'E3', 'E4']));
  });
});

describe('when Redis hangs as soon as its subscriptions are back', () => {
  it('it is asked again, and what is published then arrives', async () => {
    const told: string[] = [];
    const report = ({type}: ServerEvent): void => {
      told.push(type);
      if (String(told) === 'store-lost,store-found') redis.freeze();
      if (String(told) === 'store-lost,store-found,store-lost') redis.thaw();
    };
    const notifications = await createRedisNotifications({url: redis.url, patience: 0.5, report});
    await waitUntilReady(notifications);
    const brand = await startBrand({notifications});
    const page = await brand.listen('Z');
    await page.next('retry');
    await cutOffSubscriptions();
    await waitUntilReady(notifications);
    await brand.engage('Z', 'E1');
    const heard = await attempts(page, 1);
    await page.stop();
    await brand.close();

    assert.deepEqual(heard, ['E1']);
    assert.equal(told.at(-1), 'store-found');
  });
});

describe('the address of Redis', () => {
  it('may name a user and a password, which no error repeats', async () => {
    const guarded = await startRedis('--requirepass', 's3cret');
    const good = await createRedisNotifications({url: guarded.url.replace('//', '//default:s3cret@')});
    const bad = await createRedisNotifications({url: guarded.url.replace('//', '//default:wr0ng@')});
    await waitUntilReady(good);
    const refusal: unknown = await bad.publish('V', [{channel: 'c', data: {}}]).catch((error: unknown) => error);
    await Promise.all([good.close(), bad.close()]);
    await guarded.kill();

    assert.match(String(refusal), /^NotificationsUnavailableError: The store/);
  });

  for (const url of ['', 'http://s3cret@localhost', 'localhost:6379']) {
    it(`is not “${url}”`, async () => {
      await assert.rejects(
        createRedisNotifications({url}),
        (error: Error) => error.name === 'ConfigurationError' && !error.message.includes('s3cret'),
      );
    });
  }
});
