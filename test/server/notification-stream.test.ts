import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createNotificationStream} from '../../src/server/stream/notification-stream.js';
import {createTestClock, nextTask} from '../support/fakes/test-clock.js';
import {attempts, origin, startBrand, type Brand} from '../support/server/brand.js';
import {readEvents} from '../support/server/event-reader.js';

let brand: Brand;
let visits = 0;
const newVisit = (): string => `VISIT${++visits}`;

/** Resolves when the server has noticed what was done to its connections. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await nextTask();
}

async function statusOf(url: string, headers: Record<string, string> = {Origin: origin}): Promise<number> {
  const response = await fetch(url, {headers});
  await response.body?.cancel();
  return response.status;
}

before(async () => {
  brand = await startBrand();
});

after(() => brand.close());

describe('a stream', () => {
  it('brings every message to every page of the visit, as it comes', async () => {
    const visit = newVisit();
    const pages = [await brand.listen(visit), await brand.listen(visit)];
    await brand.engage(visit, 'E1');
    await brand.engage(visit, 'E2');
    for (const page of pages) {
      assert.deepEqual(await attempts(page, 2), ['E1', 'E2']);
      await page.stop();
    }
  });

  it('is no more than the visit’s own', async () => {
    const [visit, other] = [newVisit(), newVisit()];
    const page = await brand.listen(visit);
    await brand.engage(other, 'theirs');
    await brand.engage(visit, 'mine');

    assert.deepEqual(await attempts(page, 1), ['mine']);
    await page.stop();
  });

  it('cannot be read by proxies and caches', async () => {
    const response = await brand.connect(newVisit());
    await response.body?.cancel();
    const read = ['content-type', 'cache-control', 'x-accel-buffering'].map((name) => response.headers.get(name));

    assert.deepEqual(read, ['text/event-stream', 'no-store', 'no']);
  });

  it('says at its beginning when a page may come back, and from where it then goes on', async () => {
    const visit = newVisit();
    const page = await brand.listen(visit);
    const {retry = 0, data, id = ''} = await page.next('retry');
    await page.stop();
    await until(() => brand.stream.countOpen() === 0);
    await brand.engage(visit, 'E1');
    const other = await brand.listen(visit);
    const back = await brand.listen(visit, {lastEventId: id});

    assert.ok(retry >= 1_000 && retry <= 2_000, String(retry));
    assert.equal(data, String(retry));
    assert.deepEqual([await attempts(other, 1), await attempts(back, 1)], [['E1'], ['E1']]);
    for (const reader of [other, back]) await reader.stop();
  });

  it('brings what nobody has got yet, but not what another page has got', async () => {
    const visit = newVisit();
    await brand.engage(visit, 'early');
    const first = await brand.listen(visit);
    const got = await attempts(first, 1);
    const second = await brand.listen(visit);
    await brand.engage(visit, 'late');

    assert.deepEqual([got, await attempts(second, 1)], [['early'], ['late']]);
    for (const page of [first, second]) await page.stop();
  });

  const resumptions: [string, (id: string) => [Record<string, string>, Record<string, string>]][] = [
    ['the query', (id) => [{lastEventId: id}, {}]],
    ['the header of a browser', (id) => [{}, {'Last-Event-ID': id}]],
    ['a header that is newer than the query', (id) => [{lastEventId: 'older'}, {'Last-Event-ID': id}]],
  ];
  for (const [how, resume] of resumptions) {
    it(`goes on after the event named by ${how}, and brings each later one once`, async () => {
      const visit = newVisit();
      const page = await brand.listen(visit);
      await brand.engage(visit, 'E1');
      const {id = ''} = await page.next();
      await page.stop();
      await until(() => brand.stream.countOpen() === 0);
      await brand.engage(visit, 'E2');
      await brand.engage(visit, 'E3');
      const [query, headers] = resume(id);
      const url = await brand.streamUrl(visit, query);
      const back = readEvents(await fetch(url, {headers: {Origin: origin, ...headers}}));
      await brand.engage(visit, 'E4');

      assert.deepEqual(await attempts(back, 3), ['E2', 'E3', 'E4']);
      await back.stop();
    });
  }

  it('brings all that is kept to a page that names an event of another server', async () => {
    const visit = newVisit();
    const page = await brand.listen(visit);
    await brand.engage(visit, 'E1');
    await page.stop();
    const back = await brand.listen(visit, {lastEventId: 'elsewhere-7'});

    assert.deepEqual(await attempts(back, 1), ['E1']);
    await back.stop();
  });

  it('is one of as many as a visit may have: a further one ends the oldest', async () => {
    const limited = await startBrand({limits: {perVisit: 2}});
    const pages = [await limited.listen('V'), await limited.listen('V'), await limited.listen('V')];
    await limited.engage('V', 'E1');
    const heard = await Promise.all(pages.map((page) => attempts(page, 1).catch(() => 'ended')));
    await limited.close();

    assert.deepEqual(heard, ['ended', ['E1'], ['E1']]);
  });

  it('is told by whoever publishes, with its page', async () => {
    const visit = newVisit();
    const pages = [await brand.listen(visit, {page: 'P1'}), await brand.listen(visit, {page: 'P2'})];
    const answer = (await brand.engage(visit, 'E1')) as {pages: string[]};
    for (const page of pages) await page.stop();
    await until(() => brand.stream.countOpen() === 0);
    const later = (await brand.engage(visit, 'E2')) as {listening: boolean};

    assert.deepEqual(answer.pages, ['P1', 'P2']);
    assert.equal(later.listening, false);
  });
});

describe('who may open a stream', () => {
  it('has a ticket of the visit that was not used before', async () => {
    const [visit, other] = [newVisit(), newVisit()];
    const ticket = await brand.tickets.issue({visit, origin});
    const open = (name: string, shown: string) => statusOf(`${brand.url}/stream?visit=${name}&ticket=${shown}`);

    assert.deepEqual(
      [await open(other, ticket), await open(visit, ticket), await open(visit, ticket), await open(visit, '')],
      [403, 200, 403, 403],
    );
  });

  const origins: [string, Record<string, string>, string | undefined, number][] = [
    ['the origin of the ticket', {Origin: origin}, origin, 200],
    ['no origin, as the server’s own pages', {}, origin, 200],
    ['another origin than the ticket', {Origin: origin}, 'https://shop.brand.example', 403],
    ['any listed origin with a ticket for all', {Origin: origin}, undefined, 200],
    ['an origin that is not listed', {Origin: 'https://evil.example'}, undefined, 403],
    ['an origin that only begins like a listed one', {Origin: `${origin}.evil.example`}, undefined, 403],
    ['the hidden origin of a sandboxed page', {Origin: 'null'}, origin, 403],
  ];
  for (const [what, headers, bound, status] of origins) {
    it(`has ${what}: ${status}`, async () => {
      const visit = newVisit();
      const ticket = await brand.tickets.issue({visit, origin: bound});

      assert.equal(await statusOf(`${brand.url}/stream?visit=${visit}&ticket=${ticket}`, headers), status);
    });
  }

  it('may read the answer, a refusal included, when its origin is listed', async () => {
    const answers = await Promise.all(
      [origin, 'https://evil.example'].map((from) =>
        fetch(`${brand.url}/stream?visit=V&ticket=x`, {headers: {Origin: from}}),
      ),
    );

    assert.deepEqual(
      answers.map(({headers}) => [headers.get('access-control-allow-origin'), headers.get('vary')]),
      [
        [origin, 'Origin'],
        [null, 'Origin'],
      ],
    );
  });

  const requests: [string, string, number][] = [
    ['no visit', 'ticket=x', 400],
    ['a visit that is a pattern', 'visit=*&ticket=x', 400],
    ['a line break in the visit', 'visit=V%0d%0aSet-Cookie:a=b&ticket=x', 400],
    ['a line break in the page', 'visit=V&page=P%0a%0adata:x&ticket=x', 400],
    ['a line break in the event', 'visit=V&lastEventId=1%0a%0adata:x&ticket=x', 400],
    ['a ticket without end', `visit=V&ticket=${'x'.repeat(8_000)}`, 403],
  ];
  for (const [what, query, status] of requests) {
    it(`does not send ${what}: ${status}, without a word of it`, async () => {
      const response = await fetch(`${brand.url}/stream?${query}`, {headers: {Origin: origin}});
      const text = await response.text();

      assert.equal(response.status, status);
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      assert.equal(response.headers.get('set-cookie'), null);
      assert.doesNotMatch(text, /a=b|xxx/);
    });
  }

  it('GETs it, and is told which pages may when it asks before', async () => {
    const post = await fetch(`${brand.url}/stream`, {method: 'POST'});
    const preflight = await fetch(`${brand.url}/stream`, {method: 'OPTIONS', headers: {Origin: origin}});

    assert.deepEqual([post.status, post.headers.get('allow')], [405, 'GET']);
    assert.deepEqual([preflight.status, preflight.headers.get('access-control-allow-methods')], [204, 'GET']);
  });

  it('does not try many tickets: a flood of bad ones is refused unread, and ends with the minute', async () => {
    let time = 0;
    const flooded = await startBrand({limits: {badTickets: 20}, now: () => time});
    const good = await flooded.streamUrl('V');
    const guess = () => statusOf(`${flooded.url}/stream?visit=V&ticket=guessed`);
    const statuses = [];
    for (let count = 0; count < 22; count++) statuses.push(await guess());
    const response = await fetch(good, {headers: {Origin: origin}});
    time += 60_000;
    const later = await statusOf(await flooded.streamUrl('V'));
    await flooded.close();

    assert.deepEqual([statuses.slice(0, 20), statuses.slice(20)], [Array(20).fill(403), [429, 429]]);
    assert.deepEqual([response.status, response.headers.get('retry-after'), later], [429, '60', 200]);
  });

  it('has not as many streams as an address may have', async () => {
    const limited = await startBrand({limits: {perAddress: 2}});
    const pages = [await limited.listen('A'), await limited.listen('B')];
    const refused = await limited.connect('C');
    await pages[0]?.stop();
    await until(() => limited.stream.countOpen() === 1);
    const admitted = await limited.connect('C');
    await limited.close();

    assert.deepEqual([refused.status, admitted.status], [429, 200]);
  });

  for (const origins of [[], ['www.brand.example'], ['https://www.brand.example/'], ['*']]) {
    it(`cannot be said by the list ${JSON.stringify(origins)}`, () => {
      const {notifications, tickets} = brand;
      assert.throws(() => createNotificationStream({notifications, tickets, origins}), {name: 'ConfigurationError'});
    });
  }
});

describe('a stream in the course of time', () => {
  it('has a heartbeat, also after the clock was set back', async () => {
    const clock = createTestClock();
    const timed = await startBrand({heartbeat: 15, now: clock.date, sleep: clock.sleep, random: () => 1});
    const page = await timed.listen('V');
    await page.block();
    await clock.pass(14_000);
    await timed.engage('V', 'before');
    const early = await page.block();
    await clock.pass(1_000);
    const beat = await page.block();
    clock.suspend(-3_600_000);
    await clock.pass(1_000);
    const beatAfterwards = await page.block();
    await timed.close();

    assert.match(early ?? '', /^id/);
    assert.deepEqual([beat, beatAfterwards], [':', ':']);
  });

  it('ends after half an hour and sends the page on to the next one', async () => {
    const clock = createTestClock();
    const timed = await startBrand({longestStream: 1_800, now: clock.now, sleep: clock.sleep, random: () => 0.5});
    const page = await timed.listen('V');
    await clock.pass(1_889_000);
    const before = timed.stream.countOpen();
    await clock.pass(1_000);
    await page.next('retry');
    const last = await page.next('retry');
    await timed.close();

    assert.deepEqual([before, timed.stream.countOpen()], [1, 0]);
    assert.deepEqual([last.type, last.data, last.retry], ['retry', '500', 500]);
    await assert.rejects(page.next(), {message: 'The stream has ended.'});
  });

  it('needs no timer once nobody listens', async () => {
    const clock = createTestClock();
    const timed = await startBrand({now: clock.now, sleep: clock.sleep});
    await (await timed.listen('V')).stop();
    await until(() => timed.stream.countOpen() === 0);
    await clock.pass(1_000);
    await timed.close();

    assert.equal(clock.sleepers(), 0);
  });

  it('is drained: every page is told to come back at another moment within 10 s, and nobody new is let in', async () => {
    let count = 0;
    const drained = await startBrand({random: () => (count++ % 100) / 100});
    const pages = await Promise.all(Array.from({length: 50}, (_, index) => drained.listen(`V${index}`)));
    drained.stream.drain();
    const pauses = await Promise.all(
      pages.map(async (page) => {
        await page.next('retry');
        return (await page.next('retry')).retry ?? -1;
      }),
    );
    const refused = await drained.connect('V');
    const open = drained.stream.countOpen();
    await drained.close();

    assert.equal(new Set(pauses).size, 50);
    assert.ok(pauses.every((pause) => pause >= 0 && pause < 10_000));
    assert.deepEqual([open, refused.status], [0, 503]);
    assert.match(refused.headers.get('retry-after') ?? '', /^[1-5]$/);
  });
});

describe('what is told of streams', () => {
  it('counts them, and holds no visit, page, ticket or text', async () => {
    let time = 5;
    const told = await startBrand({now: () => time});
    const page = await told.listen('VISIT-X', {page: 'PAGE-X'});
    await told.engage('VISIT-X', 'ATTEMPT-X', {title: 'TITLE-X'});
    await page.next();
    await page.stop();
    await until(() => told.stream.countOpen() === 0);
    time += 1;
    await told.connect('VISIT-X', {ticket: 'TICKET-X'});
    await told.close();

    assert.deepEqual(told.events, [
      {type: 'stream-opened'},
      {type: 'answer', handler: 'stream', status: 200},
      {type: 'message-sent', delay: 0},
      {type: 'answer', handler: 'gateway', status: 200},
      {type: 'stream-closed', cause: 'left'},
      {type: 'answer', handler: 'stream', status: 403},
    ]);
  });
});
