import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {BayeuxMessage} from '../../../demo/sandbox/genesys/bayeux/bayeux-message.js';
import type {Frame} from '../../../demo/sandbox/genesys/visits/frame-log.js';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {connect, openPolling, openSocket, promptConnect, shakeHands, type OpenClient} from './genesys-bayeux.js';
import {getTicket} from './genesys-stream.js';

const longTime = 30_000;
const advice = {reconnect: 'retry', interval: 0, timeout: longTime};
const rehandshake = {successful: false, error: '402::session_unknown', advice: {reconnect: 'handshake', interval: 0}};

let time = Date.parse('2026-11-21T09:00:00Z');
let sandbox: Sandbox;
let visits = 0;

before(async () => {
  sandbox = await startSandbox({now: () => time});
});

after(() => sandbox.close());

function newVisit(): string {
  return `VISIT${++visits}`;
}

function engage(visit: string, engagementID: string): Promise<Response> {
  const body = JSON.stringify({engagementID, time: 5});
  return fetch(`${sandbox.url}/sandbox/visits/${visit}/engage`, {method: 'POST', body});
}

/** What comes on the visit's channel for an engagement. */
function published(visit: string, engagementID: string): BayeuxMessage {
  const data = {engagementID, time: 5, visitID: visit};
  return {channel: `/notification/${visit}`, data: [{channel: 'engage', data}]};
}

async function framesOf(visit: string): Promise<readonly Frame[]> {
  return (await (await fetch(`${sandbox.url}/sandbox/visits/${visit}/log`)).json()) as Frame[];
}

/** Resolves when the server holds a connect of the visit. */
async function held(visit: string): Promise<void> {
  for (;;) {
    const last = (await framesOf(visit)).filter(({transport}) => transport !== 'gateway').at(-1);
    if (last?.direction === 'in' && (last.frame as BayeuxMessage).channel === '/meta/connect') return;
  }
}

/** Resolves when the server has seen everything that was done to connections before. */
async function noticed(): Promise<void> {
  for (let round = 0; round < 5; round++) await framesOf('nobody');
}

/** The parts of replies that matter to the client. */
function outcomes(replies: readonly (BayeuxMessage | undefined)[]): unknown[] {
  return replies.map((reply) => (reply?.successful ? 'ok' : reply?.error));
}

const transports: [string, OpenClient][] = [
  ['long-polling', openPolling],
  ['websocket', openSocket],
];

for (const [transport, open] of transports) {
  /** A page with a session, subscribed to the notifications of its visit. */
  async function openPage(visit = newVisit()) {
    const client = await open(sandbox.url);
    const clientId = await shakeHands(client, sandbox.url, visit);
    const subscription = `/notification/${visit}`;
    const ask = (...messages: readonly object[]) =>
      client.exchange(...messages.map((message) => ({...message, clientId})));
    const greeting = await ask({channel: '/meta/subscribe', subscription}, promptConnect);
    return {visit, client, clientId, ask, greeting};
  }

  describe(`the CometD server by ${transport}`, () => {
    it('opens a session for a ticket', async () => {
      const client = await open(sandbox.url);
      const ext = {ticket: await getTicket(sandbox.url, newVisit())};
      const [reply] = await client.exchange({channel: '/meta/handshake', id: '1', ext});
      client.close();

      assert.match(String(reply?.clientId), /^[0-9a-f]{32}$/);
      assert.deepEqual(reply, {
        clientId: reply?.clientId,
        channel: '/meta/handshake',
        id: '1',
        successful: true,
        version: '1.0',
        supportedConnectionTypes: ['websocket', 'long-polling'],
        advice,
      });
    });

    const tickets: [string, (ticket: string) => unknown][] = [
      ['no ext', () => undefined],
      ['no ticket', () => ({})],
      ['a ticket that is no text', () => ({ticket: {}})],
      ['a forged ticket', (ticket) => ({ticket: `${ticket}x`})],
    ];
    for (const [what, toExt] of tickets) {
      it(`denies a handshake with ${what}`, async () => {
        const client = await open(sandbox.url);
        const ext = toExt(await getTicket(sandbox.url, newVisit()));
        const [reply] = await client.exchange({channel: '/meta/handshake', ext});
        client.close();

        assert.deepEqual(reply, {
          channel: '/meta/handshake',
          successful: false,
          error: '403::handshake_denied',
          advice: {reconnect: 'none', interval: 0},
        });
      });
    }

    const channels: [string, (visit: string) => unknown][] = [
      ['another visit', (visit) => `/notification/${visit}0`],
      ['everybody’s visits', () => '/notification/*'],
      ['everything', () => '/**'],
      ['a list with the own channel in it', (visit) => [`/notification/${visit}`]],
      ['nothing', () => undefined],
    ];
    for (const [what, toChannel] of channels) {
      it(`denies a subscription to ${what}`, async () => {
        const {client, clientId, visit} = await openPage();
        const subscription = toChannel(visit);
        const [reply] = await client.exchange({channel: '/meta/subscribe', id: '7', clientId, subscription});
        client.close();

        const expected = {channel: '/meta/subscribe', id: '7', clientId, subscription};
        assert.deepEqual(
          reply,
          JSON.parse(JSON.stringify({...expected, successful: false, error: '403::subscribe_denied'})),
        );
      });
    }

    it('lets no client publish, to a victim as little as to itself', async () => {
      const [attacker, victim] = [await openPage(), await openPage()];
      const data = [{channel: 'engage', data: {engagementID: 'spoofed'}}];
      const replies = [
        ...(await attacker.ask({channel: `/notification/${victim.visit}`, data})),
        ...(await attacker.ask({channel: `/notification/${attacker.visit}`, data})),
      ];
      await engage(victim.visit, 'real');
      const [first] = await victim.ask(connect);
      for (const {client} of [attacker, victim]) client.close();

      assert.deepEqual(outcomes(replies), ['403::publish_denied', '403::publish_denied']);
      assert.deepEqual(first, published(victim.visit, 'real'));
    });

    it('does not let one client use the visit of another by saying so', async () => {
      const [attacker, victim] = [await openPage(), await openPage()];
      await engage(victim.visit, 'E1');
      const replies = await attacker.ask({...promptConnect, ext: {visit: victim.visit}});
      for (const {client} of [attacker, victim]) client.close();

      assert.deepEqual(outcomes(replies), ['ok']);
    });

    it('answers a held connect when a message comes', async () => {
      const {visit, client, ask} = await openPage();
      const answer = ask(connect);
      await held(visit);
      await engage(visit, 'E1');
      const replies = await answer;
      client.close();

      assert.deepEqual(replies[0], published(visit, 'E1'));
      assert.deepEqual(outcomes(replies.slice(1)), ['ok']);
    });

    it('brings what came between two connects at once, in order and only once', async () => {
      const {visit, client, ask} = await openPage();
      await engage(visit, 'E1');
      await engage(visit, 'E2');
      const replies = await ask(connect);
      const later = await ask(promptConnect);
      client.close();

      assert.deepEqual(replies.slice(0, 2), [published(visit, 'E1'), published(visit, 'E2')]);
      assert.deepEqual([replies.length, later.length], [3, 1]);
    });

    it('brings what came before the page was there', async () => {
      const visit = newVisit();
      await engage(visit, 'E1');
      const {client, greeting} = await openPage(visit);
      client.close();

      assert.deepEqual(greeting[1], published(visit, 'E1'));
      assert.deepEqual(outcomes([greeting[0], greeting[2]]), ['ok', 'ok']);
    });

    it('keeps what comes while the connection is broken for the session when it is back', async () => {
      const {visit, client, clientId, ask} = await openPage();
      ask(connect).catch(() => undefined);
      await held(visit);
      client.close();
      await noticed();
      await engage(visit, 'E1');
      const back = await open(sandbox.url);
      const [first] = await back.exchange({...connect, clientId});
      back.close();

      assert.deepEqual(first, published(visit, 'E1'));
    });

    it('keeps what comes after its client has been silent for 10 s for the next page', async () => {
      const {visit, client} = await openPage();
      client.close();
      time += 10_001;
      await engage(visit, 'E1');
      const next = await openPage(visit);
      next.client.close();

      assert.deepEqual(next.greeting[1], published(visit, 'E1'));
    });

    it('answers an older connect when a newer one comes', async () => {
      const {visit, client, clientId, ask} = await openPage();
      const older = ask(connect);
      await held(visit);
      const other = await open(sandbox.url);
      const newer = other.exchange({...connect, clientId});
      const replies = await older;
      await engage(visit, 'E1');
      const [first] = await newer;
      for (const connection of [client, other]) connection.close();

      assert.deepEqual(outcomes(replies), ['ok']);
      assert.deepEqual(first, published(visit, 'E1'));
    });

    it('does not hold a connect that came with other messages', async () => {
      const {client, ask} = await openPage();
      const replies = await ask({channel: '/meta/unsubscribe'}, connect);
      client.close();

      assert.deepEqual(outcomes(replies), ['ok', 'ok']);
    });

    it('holds a connect as long as it advises, and no longer', async () => {
      const impatient = await startSandbox({connectTimeout: 50});
      const client = await open(impatient.url);
      const clientId = await shakeHands(client, impatient.url, 'V');
      const [reply] = await client.exchange({...connect, clientId});
      await impatient.close();

      assert.deepEqual(reply?.advice, {...advice, timeout: 50});
    });

    it('breaks held connects off when the server closes', async () => {
      const closing = await startSandbox();
      const client = await open(closing.url);
      const clientId = await shakeHands(client, closing.url, 'V');
      const answer = client.exchange({...connect, clientId});
      await Promise.all([assert.rejects(answer), closing.close()]);
    });

    it('brings nothing to who has unsubscribed', async () => {
      const {visit, client, ask} = await openPage();
      await ask({channel: '/meta/unsubscribe', subscription: `/notification/${visit}`});
      await engage(visit, 'E1');
      const replies = await ask(promptConnect);
      client.close();

      assert.equal(replies.length, 1);
    });

    const ends: [string, (page: Awaited<ReturnType<typeof openPage>>) => unknown][] = [
      ['the client has said goodbye', ({ask}) => ask({channel: '/meta/disconnect'})],
      ['nothing was heard of it for more than 10 s', () => (time += 10_001)],
      ['the visit was erased', ({visit}) => fetch(`${sandbox.url}/sandbox/visits/${visit}`, {method: 'DELETE'})],
    ];
    for (const [when, end] of ends) {
      it(`knows a session no more when ${when}`, async () => {
        const page = await openPage();
        await end(page);
        const replies = [...(await page.ask(connect)), ...(await page.ask({channel: '/meta/subscribe'}))];
        page.client.close();

        const {clientId} = page;
        assert.deepEqual(replies, [
          {channel: '/meta/connect', clientId, ...rehandshake},
          {channel: '/meta/subscribe', clientId, ...rehandshake},
        ]);
      });
    }

    it('ends a held connect with the session', async () => {
      const {visit, client, ask} = await openPage();
      const answer = ask(connect);
      await held(visit);
      await fetch(`${sandbox.url}/sandbox/visits/${visit}`, {method: 'DELETE'});
      const replies = await answer;
      client.close();

      assert.deepEqual(outcomes(replies), ['402::session_unknown']);
    });

    it('logs every message both ways, with tickets masked', async () => {
      const {visit, client, clientId} = await openPage();
      client.close();
      const frames = await framesOf(visit);

      assert.deepEqual(
        frames.map(({transport, direction, frame}) => [transport, direction, (frame as BayeuxMessage).channel]),
        [
          [transport, 'in', '/meta/handshake'],
          [transport, 'out', '/meta/handshake'],
          [transport, 'in', '/meta/subscribe'],
          [transport, 'in', '/meta/connect'],
          [transport, 'out', '/meta/subscribe'],
          [transport, 'out', '/meta/connect'],
        ],
      );
      assert.deepEqual(frames[0]?.frame, {channel: '/meta/handshake', version: '1.0', ext: {ticket: '…'}});
      assert.equal((frames[1]?.frame as BayeuxMessage).clientId, clientId);
    });
  });
}
