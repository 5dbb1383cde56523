import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import {describe, it} from 'node:test';
import {createTestClock, nextTask} from '../support/fakes/test-clock.js';
import {attempts, origin, startBrand, type Brand} from '../support/server/brand.js';

/** A client that opens a stream and does nothing more unless it is told to. */
async function openSocket(brand: Brand, visit: string): Promise<Socket> {
  const {hostname, port, pathname, search} = new URL(await brand.streamUrl(visit));
  const socket = connect({host: hostname, port: Number(port)});
  socket.on('error', () => undefined);
  socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${origin}\r\n\r\n`);
  await once(socket, 'readable');
  return socket;
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await nextTask();
}

describe('a page', () => {
  it('that reads too slowly loses its stream, and not the memory of the server', async () => {
    const brand = await startBrand({limits: {waitingBytes: 65_536}});
    const slow = await openSocket(brand, 'V');
    const reader = await brand.listen('W');
    const isGone = () => brand.stream.countOpen() === 1;
    for (let count = 0; count < 2_000 && !isGone(); count++) {
      await brand.engage('V', `E${count}`, {message: 'x'.repeat(50_000)});
    }
    await brand.engage('W', 'E1');
    const {data = ''} = await reader.next();
    slow.destroy();
    await brand.close();

    assert.ok(isGone() || brand.stream.countOpen() === 0);
    assert.deepEqual(
      brand.events.find(({type}) => type === 'stream-closed'),
      {type: 'stream-closed', cause: 'slow'},
    );
    assert.match(data, /"E1"/);
  });

  it('whose connection breaks without a word is forgotten', async () => {
    const brand = await startBrand();
    const socket = await openSocket(brand, 'V');
    const before = brand.stream.countOpen();
    socket.resetAndDestroy();
    await until(() => brand.stream.countOpen() === 0);
    const {listening} = (await brand.engage('V', 'E1')) as {listening: boolean};
    await brand.close();

    assert.deepEqual([before, listening], [1, false]);
  });

  it('that closed its half of the connection has left', async () => {
    const brand = await startBrand();
    const socket = await openSocket(brand, 'V');
    socket.end();
    await until(() => brand.stream.countOpen() === 0);
    await brand.close();

    assert.ok(brand.events.some((event) => event.type === 'stream-closed' && event.cause === 'left'));
  });

  it('that never leaves, as behind a dead network, has its stream for as long as a stream lasts', async () => {
    let time = 0;
    const tick = async (): Promise<void> => {
      time += 60_000;
      await nextTask();
    };
    const brand = await startBrand({now: () => time, sleep: tick, longestStream: 300});
    const socket = await openSocket(brand, 'V');
    await until(() => brand.stream.countOpen() === 0);
    socket.destroy();
    await brand.close();

    assert.ok(brand.events.some((event) => event.type === 'stream-closed' && event.cause === 'old'));
  });
});

describe('a clock that jumps', () => {
  async function statusOf(url: string): Promise<number> {
    const response = await fetch(url, {headers: {Origin: origin}});
    await response.body?.cancel();
    return response.status;
  }

  for (const [what, jump, statuses] of [
    ['back by an hour leaves a ticket good for one stream', -3_600_000, [200, 403]],
    ['forward by an hour ends it', 3_600_000, [403, 403]],
  ] as const) {
    it(`${what}, and admits new ones`, async () => {
      let time = Date.parse('2026-11-27T09:00:00Z');
      const brand = await startBrand({now: () => time});
      const early = await brand.streamUrl('V');
      time += jump;
      const answers = [await statusOf(early), await statusOf(early)];
      const later = await statusOf(await brand.streamUrl('V'));
      await brand.close();

      assert.deepEqual([answers, later], [statuses, 200]);
    });
  }

  it('forward by an hour sends the pages on, and they miss nothing', async () => {
    let jump = 0;
    const clock = createTestClock();
    const brand = await startBrand({now: () => clock.date() + jump, sleep: clock.sleep});
    const page = await brand.listen('V');
    const {id: lastEventId = ''} = await page.next('retry');
    jump = 3_600_000;
    await clock.pass(1_000);
    const {retry = -1} = await page.next('retry');
    await brand.engage('V', 'E1');
    const back = await brand.listen('V', {lastEventId});
    const ids = await attempts(back, 1);
    await back.stop();
    await brand.close();

    assert.ok(retry >= 0 && retry <= 1_000, String(retry));
    assert.deepEqual(ids, ['E1']);
  });
});
