import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {createOutcomes} from '../../src/server/outcomes/outcomes.js';
import type {Outcome} from '../../src/server/outcomes/outcome.schemas.js';
import {createMemoryNotifications} from '../../src/server/notifications/memory-notifications.js';
import {createTickets} from '../../src/server/tickets/tickets.js';
import {serveHandlers} from '../support/server/handler-server.js';
import {origin, secret} from '../support/server/brand.js';

const outcome = {id: 'O1', type: 'engage', outcome: 'accepted', engagementId: 'E1', at: 5};

async function start(onOutcome: (outcome: Outcome) => void | Promise<void>) {
  let time = Date.now();
  const tickets = createTickets({secret, now: () => time});
  const notifications = createMemoryNotifications();
  const server = await serveHandlers({'/': createOutcomes({onOutcome, tickets, notifications, origins: [origin]})});
  return {
    tickets,
    pass: (ms: number) => (time += ms),
    close: () => server.close(),
    send: async (report: unknown, headers: Record<string, string> = {}) => {
      const body = typeof report === 'string' ? report : JSON.stringify(report);
      return fetch(server.url, {
        method: 'POST',
        body,
        headers: {'Content-Type': 'text/plain;charset=UTF-8', Origin: origin, ...headers},
      });
    },
  };
}

describe('outcomes', () => {
  it('are each taken once, with the visit', async () => {
    const got: Outcome[] = [];
    const {tickets, send, close} = await start((each) => void got.push(each));
    const ticket = await tickets.issue({visit: 'V', origin});
    const outcomes = [outcome, {...outcome, id: 'O2', outcome: 'rejected'}];
    const statuses = [await send({visit: 'V', ticket, outcomes}), await send({visit: 'V', ticket, outcomes})];
    await close();

    assert.deepEqual(
      statuses.map(({status}) => status),
      [204, 204],
    );
    assert.deepEqual(
      got,
      outcomes.map((each) => ({...each, visit: 'V'})),
    );
  });

  it('are taken again when the brand could not take them', async () => {
    const got: string[] = [];
    let isDown = true;
    const {tickets, send, close} = await start(({id}) => {
      if (isDown) throw new Error('CRM is down');
      got.push(id);
    });
    const report = {visit: 'V', ticket: await tickets.issue({visit: 'V', origin}), outcomes: [outcome]};
    const failed = await send(report);
    isDown = false;
    const taken = await send(report);
    await close();

    assert.deepEqual([failed.status, taken.status, got], [500, 204, ['O1']]);
  });

  it('need a ticket of their visit, which may have expired for a day', async () => {
    const {tickets, send, close, pass} = await start(() => undefined);
    const ticket = await tickets.issue({visit: 'V', origin});
    const report = {visit: 'V', ticket, outcomes: [outcome]};
    const other = await send({...report, visit: 'W'});
    const forged = await send({...report, ticket: `${ticket}x`});
    pass(24 * 3_600_000);
    const late = await send(report);
    pass(60_000);
    const tooLate = await send(report);
    await close();

    assert.deepEqual([other.status, forged.status, late.status, tooLate.status], [403, 403, 204, 403]);
  });

  const reports: [string, unknown, number][] = [
    ['no JSON', 'x', 400],
    ['no list', {visit: 'V', ticket: 'T'}, 400],
    ['an unknown word', {visit: 'V', ticket: 'T', outcomes: [{...outcome, outcome: 's3cret'}]}, 400],
    ['too many at once', {visit: 'V', ticket: 'T', outcomes: Array<unknown>(101).fill(outcome)}, 400],
    ['a text without end', {visit: 'V', ticket: 'T', outcomes: [{...outcome, reason: 'x'.repeat(129)}]}, 400],
    ['more than 64 KiB', 'x'.repeat(65_537), 413],
  ];
  for (const [what, report, status] of reports) {
    it(`that are ${what} give ${status}, and nothing of them is repeated`, async () => {
      const {send, close} = await start(() => undefined);
      const response = await send(report);
      const text = await response.text();
      await close();

      assert.equal(response.status, status);
      assert.doesNotMatch(text, /s3cret|xxx/);
    });
  }

  it('never make the server fail, whatever comes in their place', async () => {
    const {tickets, send, close} = await start(() => undefined);
    const ticket = await tickets.issue({visit: 'V', origin});
    const report = fc.oneof(
      fc.json(),
      fc.anything().map((outcomes) => ({visit: 'V', ticket, outcomes})),
      fc.record({visit: fc.string(), ticket: fc.string(), outcomes: fc.array(fc.anything())}),
      fc.anything().map((change) => ({visit: 'V', ticket, outcomes: [{...outcome, ...(change as object)}]})),
    );
    await fc.assert(
      fc.asyncProperty(report, async (each) => {
        const {status} = await send(each);
        assert.ok([204, 400, 403].includes(status), String(status));
      }),
    );
    await close();
  });

  it('come from pages of the list, or of a page that hides its address', async () => {
    const {tickets, send, close} = await start(() => undefined);
    const report = {visit: 'V', ticket: await tickets.issue({visit: 'V', origin}), outcomes: [outcome]};
    const statuses = [
      (await send(report, {Origin: 'null'})).status,
      (await send(report, {Origin: 'https://evil.example'})).status,
    ];
    await close();

    assert.deepEqual(statuses, [204, 403]);
  });
});
