import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createMemoryNotifications} from '../../../src/server/notifications/memory-notifications.js';
import type {Entry, Notifications} from '../../../src/server/notifications/notifications.js';
import {createRedisNotifications} from '../../../src/server/notifications/redis/redis-notifications.js';
import {startRedis} from '../../../scripts/redis-server.js';
import {waitUntilReady} from '../../support/server/ready.js';

interface Stores {
  /** Two servers that share what they hold, or one server twice. */
  readonly pair: readonly [Notifications, Notifications];
  close(): Promise<void>;
}

const stores: [string, () => Promise<Stores>][] = [
  [
    'in memory',
    () => {
      const store = createMemoryNotifications();
      return Promise.resolve({pair: [store, store] as const, close: () => store.close()});
    },
  ],
  [
    'in Redis',
    async () => {
      const redis = await startRedis();
      const pair = [
        await createRedisNotifications({url: redis.url}),
        await createRedisNotifications({url: redis.url}),
      ] as const;
      await Promise.all(pair.map(waitUntilReady));
      const close = async (): Promise<void> => {
        await Promise.all(pair.map((store) => store.close()));
        await redis.kill();
      };
      return {pair, close};
    },
  ],
];

const message = (text: string) => [{channel: 'engage', data: {text}}];

/** A listener that notes what it gets. */
function note(after?: string, page?: string) {
  const got: Entry[] = [];
  const positions: string[] = [];
  const waiting: (() => void)[] = [];
  const texts = (): string[] => got.map(({data}) => (JSON.parse(data) as {data: {text: string}}[])[0]?.data.text ?? '');
  return {
    after,
    page,
    got,
    texts,
    positions,
    settle: (position: string) => void positions.push(position),
    receive: (entry: Entry) => {
      got.push(entry);
      for (const wake of waiting.splice(0)) wake();
    },
    /** Resolves when so many have come. */
    async count(number: number): Promise<string[]> {
      while (got.length < number) await new Promise<void>((resolve) => waiting.push(resolve));
      return texts();
    },
  };
}

for (const [where, open] of stores) {
  describe(`notifications ${where}`, () => {
    let here: Notifications;
    let there: Notifications;
    let close: () => Promise<void>;
    let visits = 0;
    const newVisit = (): string => `VISIT${++visits}`;

    before(async () => {
      ({
        pair: [here, there],
        close,
      } = await open());
    });

    after(() => close());

    it('reach every listener of the visit at every server, in order', async () => {
      const visit = newVisit();
      const listeners = [note(), note()] as const;
      await here.listen(visit, listeners[0]);
      await there.listen(visit, listeners[1]);
      for (const text of ['1', '2', '3']) await here.publish(visit, message(text));

      assert.deepEqual(await Promise.all(listeners.map((each) => each.count(3))), Array(2).fill(['1', '2', '3']));
    });

    it('wait for the first listener when nobody listens, and not for the second', async () => {
      const visit = newVisit();
      await here.publish(visit, message('early'));
      const [first, second] = [note(), note()];
      await there.listen(visit, first);
      await there.listen(visit, second);
      await here.publish(visit, message('late'));

      assert.deepEqual([await first.count(2), await second.count(1)], [['early', 'late'], ['late']]);
    });

    it('go on after what a listener has got, each once, while others are published', async () => {
      const visit = newVisit();
      const first = note();
      const leave = await here.listen(visit, first);
      await here.publish(visit, message('0'));
      await first.count(1);
      leave();
      const publishing = Promise.all(Array.from({length: 20}, (_, n) => here.publish(visit, message(String(n + 1)))));
      const back = note(first.got[0]?.id);
      await there.listen(visit, back);
      await publishing;
      const texts = await back.count(20);

      assert.deepEqual(new Set(texts), new Set(Array.from({length: 20}, (_, n) => String(n + 1))));
      assert.equal(texts.length, 20);
    });

    it('go on from where a listener began when it has got nothing', async () => {
      const visit = newVisit();
      await here.publish(visit, message('old'));
      const [first, second] = [note(), note()];
      (await here.listen(visit, first))();
      await here.publish(visit, message('new'));
      const back = note(first.positions[0]);
      await here.listen(visit, second);
      await there.listen(visit, back);

      assert.deepEqual([first.texts(), await back.count(1)], [['old'], ['new']]);
    });

    it('begin with all that is kept after an id that nobody knows', async () => {
      const visit = newVisit();
      (await here.listen(visit, note()))();
      await here.publish(visit, message('1'));
      const back = note('elsewhere-5');
      await here.listen(visit, back);

      assert.deepEqual(await back.count(1), ['1']);
    });

    it('are published once if they are the same, and tell that', async () => {
      const visit = newVisit();
      const listener = note();
      await here.listen(visit, listener);
      const first = await here.publish(visit, message('1'), 'same');
      const second = await there.publish(visit, message('1'), 'same');
      await there.publish(visit, message('2'), 'other');

      assert.deepEqual(await listener.count(2), ['1', '2']);
      assert.deepEqual([first.isNew, second.isNew, second.isListening], [true, false, true]);
    });

    it('tell who listens, wherever that is', async () => {
      const visit = newVisit();
      const before = await here.publish(visit, message('1'));
      const leave = await there.listen(visit, note(undefined, 'P 1'));
      await here.listen(visit, note());
      const during = await here.publish(visit, message('2'));
      leave();

      assert.deepEqual([before.isListening, before.pages], [false, []]);
      assert.deepEqual([during.isListening, during.pages], [true, ['P 1']]);
    });

    it('are kept for no more than the last hundred', async () => {
      const visit = newVisit();
      for (let count = 0; count < 130; count++) await here.publish(visit, message(String(count)));
      const listener = note('elsewhere-1');
      await there.listen(visit, listener);

      assert.deepEqual([listener.texts().length, listener.texts()[0]], [100, '30']);
    });

    it('let a key be claimed once, and again when it was released or the time is over', async () => {
      const claims = [await here.claim('k', 60_000), await there.claim('k', 60_000), await here.claim('other', 60_000)];
      await there.release('k');
      const again = await here.claim('k', 60_000);
      await here.claim('brief', 1);
      while (!(await there.claim('brief', 1)));

      assert.deepEqual([...claims, again], [true, false, true, true]);
    });

    it('are ready', async () => {
      assert.deepEqual(await Promise.all([here.isReady(), there.isReady()]), [true, true]);
    });
  });
}

describe('notifications in memory', () => {
  it('are forgotten after a minute, also when the clock was set back by an hour', async () => {
    for (const jump of [60_001, -3_600_000]) {
      let time = Date.parse('2026-11-27T09:00:00Z');
      const store = createMemoryNotifications({now: () => time});
      await store.publish('V', message('1'), 'same');
      time += jump;
      const listener = note('elsewhere-1');
      await store.listen('V', listener);
      const {isNew} = await store.publish('V', message('2'), 'same');

      assert.deepEqual([listener.texts(), isNew], [['2'], true]);
    }
  });
});
