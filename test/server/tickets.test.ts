import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createTickets} from '../../src/server/tickets/tickets.js';

const oldSecret = 'the secret of last year, 32 bytes and more';
const newSecret = 'the secret of this year, 32 bytes and more';
const start = Date.parse('2026-11-27T09:00:00Z');
const holder = {visit: 'V', origin: 'https://www.brand.example'};

describe('a ticket', () => {
  let time = start;
  const now = () => time;
  const tickets = createTickets({secret: oldSecret, now});

  it('says whom it is for, and that it is good for 60 s', async () => {
    const {id, ...claims} = (await tickets.read(await tickets.issue(holder))) ?? {};

    assert.match(String(id), /^[\w-]{36}$/);
    assert.deepEqual(claims, {...holder, expires: time + 60_000});
  });

  it('fits into an address as it is, and no two are the same', async () => {
    const [one, two] = [await tickets.issue(holder), await tickets.issue(holder)];

    assert.match(one, /^[\w-]+\.[\w-]{43}$/);
    assert.notEqual(one, two);
  });

  it('is not read once it has expired, unless there is some grace', async () => {
    const ticket = await tickets.issue(holder);
    time += 60_000;
    const [late, graceful] = [await tickets.read(ticket), await tickets.read(ticket, 1)];
    time = start;

    assert.deepEqual([late, graceful?.visit], [undefined, 'V']);
  });

  const forgeries: [string, (ticket: string) => string][] = [
    ['none', () => ''],
    ['its content alone', (ticket) => String(ticket.split('.')[0])],
    ['an empty signature', (ticket) => `${String(ticket.split('.')[0])}.`],
    ['a longer signature', (ticket) => `${ticket}=`],
    ['more text at the end', (ticket) => `${ticket}.x`],
    ['another first letter', (ticket) => `f${ticket.slice(1)}`],
    ['a content of its own', (ticket) => `${btoa('{"visit":"W"}').replace(/=/g, '')}.${ticket.split('.')[1] ?? ''}`],
    ['no end', (ticket) => `${'a'.repeat(100_000)}.${ticket.split('.')[1] ?? ''}`],
  ];
  for (const [what, forge] of forgeries) {
    it(`with ${what} is not read`, async () => {
      assert.equal(await tickets.read(forge(await tickets.issue(holder))), undefined);
    });
  }

  it('is still read while the secret is replaced, and no more once the old one is gone', async () => {
    const ticket = await tickets.issue(holder);
    const both = createTickets({secret: [newSecret, oldSecret], now});
    const later = createTickets({secret: newSecret, now});

    assert.equal((await both.read(ticket))?.visit, 'V');
    assert.equal(await later.read(ticket), undefined);
    assert.equal((await later.read(await both.issue(holder)))?.visit, 'V');
  });

  it('is not issued for what cannot be a visit', async () => {
    await assert.rejects(tickets.issue({visit: 'a\nb'}), {name: 'ConfigurationError'});
  });
});

describe('the secret of tickets', () => {
  for (const secret of ['', 'too short', [], [newSecret, 'short'], undefined as unknown as string]) {
    it(`is not ${JSON.stringify(secret)}, which no message repeats`, () => {
      assert.throws(
        () => createTickets({secret}),
        (error: Error) => error.name === 'ConfigurationError' && !error.message.includes('short,'),
      );
    });
  }
});
