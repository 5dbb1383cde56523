import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import type {Frame} from '../../../demo/sandbox/genesys/visits/frame-log.js';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {getTicket, listen, readEvents} from './genesys-stream.js';

let time = Date.parse('2026-11-21T09:00:00Z');
let sandbox: Sandbox;
let visits = 0;

before(async () => {
  sandbox = await startSandbox({now: () => time});
});

after(() => sandbox.close());

/** A visit of its own per test. */
function openVisit() {
  const id = `VISIT${++visits}`;
  const control = `${sandbox.url}/sandbox/visits/${id}`;
  return {
    id,
    control,
    ticket: () => getTicket(sandbox.url, id),
    listen: () => listen(sandbox.url, id),
    engage: (engagementID: string) =>
      fetch(`${control}/engage`, {method: 'POST', body: JSON.stringify({engagementID, time: 5})}),
    message: (engagementID: string) => ({channel: 'engage', data: {engagementID, time: 5, visitID: id}}),
    log: async () => (await (await fetch(`${control}/log`)).json()) as Frame[],
  };
}

function connect(visit: string, ticket: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${sandbox.url}/server/notifications?visit=${visit}&ticket=${ticket}`, init);
}

async function statusOf(visit: string, ticket: string): Promise<number> {
  const response = await connect(visit, ticket);
  await response.body?.cancel();
  return response.status;
}

describe('a ticket', () => {
  it('opens one event stream of its visit, once', async () => {
    const {id, ticket} = openVisit();
    const text = await ticket();

    assert.deepEqual([await statusOf(id, text), await statusOf(id, text)], [200, 403]);
  });

  it('is good for 60 s', async () => {
    const {id, control} = openVisit();
    const {ticket, validForSeconds} = (await (await fetch(`${control}/ticket`)).json()) as Record<string, unknown>;
    time += 60_000;

    assert.equal(validForSeconds, 60);
    assert.equal(await statusOf(id, String(ticket)), 403);
  });

  it('of another visit opens nothing, and can still be used for its own', async () => {
    const [mine, victim] = [openVisit(), openVisit()];
    const ticket = await mine.ticket();

    assert.deepEqual([await statusOf(victim.id, ticket), await statusOf(mine.id, ticket)], [403, 200]);
  });

  const forgeries: [string, (ticket: string) => string][] = [
    ['none', () => ''],
    ['its content alone', (ticket) => String(ticket.split('.')[0])],
    ['another spelling of the signature', (ticket) => `${ticket}=`],
    ['more text at the end', (ticket) => `${ticket}.x`],
  ];
  for (const [what, forge] of forgeries) {
    it(`with ${what} is refused`, async () => {
      const {id, ticket} = openVisit();
      const forged = forge(await ticket());

      assert.equal(await statusOf(id, encodeURIComponent(forged)), 403);
    });
  }

  it('is signed: that of one visit with the name of another is refused', async () => {
    const [mine, victim] = [openVisit(), openVisit()];
    const [content = '', signature = ''] = (await mine.ticket()).split('.');
    const claims = JSON.parse(Buffer.from(content, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({...claims, visit: victim.id})).toString('base64url');

    assert.equal(await statusOf(victim.id, `${forged}.${signature}`), 403);
  });

  it('is still good when the server has restarted', async () => {
    const first = await startSandbox();
    const ticket = await getTicket(first.url, 'V');
    await first.close();
    const second = await startSandbox({port: Number(new URL(first.url).port)});
    const response = await fetch(`${second.url}/server/notifications?visit=V&ticket=${ticket}`);
    await second.close();

    assert.equal(second.url, first.url);
    assert.equal(response.status, 200);
  });
});

describe('an event stream', () => {
  it('brings every list to every page of the visit, as it comes', async () => {
    const {listen, engage, message} = openVisit();
    const pages = [await listen(), await listen()];
    await engage('E1');
    await engage('E2');
    for (const page of pages) {
      assert.deepEqual([await page.next(), await page.next()], [[message('E1')], [message('E2')]]);
      await page.stop();
    }
  });

  it('does not keep for later pages what a page has got', async () => {
    const {listen, engage, message} = openVisit();
    const first = await listen();
    await engage('E1');
    const second = await listen();
    await engage('E2');
    const list = await second.next();
    for (const page of [first, second]) await page.stop();

    assert.deepEqual(list, [message('E2')]);
  });

  it('takes nothing any more when the page has left', async () => {
    const {listen, engage, message} = openVisit();
    const kept: unknown[] = [];
    // Some time passes until the server learns that the page has left.
    for (let count = 0; kept.length === 0 && count < 100; count++) {
      await (await listen()).stop();
      await engage(`gone${count}`);
      const page = await listen();
      await engage(`back${count}`);
      const list = await page.next();
      await page.stop();
      if (isDeepStrictEqual(list, [message(`gone${count}`)])) kept.push(list);
    }

    assert.equal(kept.length, 1);
  });

  it('ends when the visit is erased', async () => {
    const {control, listen} = openVisit();
    const page = await listen();
    await fetch(control, {method: 'DELETE'});

    await assert.rejects(page.next(), {message: 'The stream has ended.'});
  });

  it('ends when the server closes', async () => {
    const closing = await startSandbox();
    const page = await listen(closing.url, 'V');
    await closing.close();

    await assert.rejects(page.next(), {message: 'The stream has ended.'});
  });

  it('can be read by the origin that asked for it, and so can a refusal', async () => {
    const {id, ticket} = openVisit();
    const headers = {Origin: 'https://brand.example'};
    const answers = [await connect(id, await ticket(), {headers}), await connect(id, '', {headers})];
    await answers[0]?.body?.cancel();

    assert.deepEqual(
      answers.map((answer) => answer.headers.get('Access-Control-Allow-Origin')),
      ['https://brand.example', 'https://brand.example'],
    );
  });

  it('is got by GET only', async () => {
    const {id, ticket} = openVisit();

    assert.equal((await connect(id, await ticket(), {method: 'POST'})).status, 405);
  });
});

describe('the frames of a visit', () => {
  it('tell both ways of every call and delivery, without tickets', async () => {
    const {id, listen, engage, message, log} = openVisit();
    const page = await listen();
    await engage('E1');
    await page.stop();
    const ixnProfile = message('E1').data;

    assert.deepEqual(await log(), [
      {
        id: 1,
        at: time,
        transport: 'sse',
        direction: 'in',
        status: 200,
        frame: {visit: id, page: 'P1'},
      },
      {
        id: 2,
        at: time,
        transport: 'gateway',
        direction: 'in',
        frame: {path: '/server/data/gateway/engage', body: {ixnProfile}},
      },
      {id: 3, at: time, transport: 'sse', direction: 'out', frame: [message('E1')]},
      {
        id: 4,
        at: time,
        transport: 'gateway',
        direction: 'out',
        status: 200,
        frame: {status: 'ok', engagementID: 'E1', listening: true, pages: ['P1']},
      },
    ]);
  });

  it('are the last 200', async () => {
    const {engage, log} = openVisit();
    // One after the other: a hundred at once would keep each other waiting until some of them are given up.
    for (let count = 0; count < 101; count++) await engage(`E${count}`);
    const frames = await log();

    assert.deepEqual([frames.length, frames[0]?.id, frames.at(-1)?.id], [200, 3, 202]);
  });

  it('are streamed as they come', async () => {
    const {control, engage} = openVisit();
    const events = readEvents(await fetch(`${control}/events`));
    await engage('E1');
    const frame = (await events.next()) as Frame;
    await events.stop();

    assert.deepEqual([frame.id, frame.transport, frame.direction], [1, 'gateway', 'in']);
  });

  it('are forgotten with the visit after 5 idle minutes, unless somebody listens', async () => {
    const [idle, watched] = [openVisit(), openVisit()];
    for (const {engage} of [idle, watched]) await engage('E1');
    const page = await watched.listen();
    time += 5 * 60_000;
    const logs = [await idle.log(), await watched.log()];
    await page.stop();

    assert.deepEqual(
      logs.map(([first]) => first?.frame !== undefined),
      [false, true],
    );
  });
});

describe('a control of a visit', () => {
  const requests: [string, string, string, number][] = [
    ['an unknown method', 'POST', 'V/ticket', 405],
    ['an unknown part', 'GET', 'V/secrets', 404],
    ['a visit that is a pattern', 'GET', '**/ticket', 404],
    ['a visit with a slash', 'GET', 'a%2Fb/ticket', 404],
    ['a broken name', 'GET', '%/ticket', 404],
  ];
  for (const [what, method, path, status] of requests) {
    it(`answers ${what} with ${status}`, async () => {
      assert.equal((await fetch(`${sandbox.url}/sandbox/visits/${path}`, {method})).status, status);
    });
  }

  it('can be used by every page', async () => {
    const {headers} = await fetch(`${openVisit().control}/ticket`, {headers: {Origin: 'https://brand.example'}});

    assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
  });
});
