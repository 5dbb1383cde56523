import {expect} from '@open-wc/testing';
import {CometD, type Message} from 'cometd';
import type {TransportEvent} from '../../../src/vendors/genesys/transport.js';
import {createBayeuxTransport, type BayeuxTransportOptions} from '../../../src/vendors/genesys/transports/bayeux.js';
import {sandboxOrigin} from '../../support/servers/sandbox.js';
import {waitUntil} from '../../support/wait-until.js';

const cometdOrigin = document.querySelector<HTMLMetaElement>('meta[name=cometd-origin]')?.content ?? '';
const sameSiteOrigin = sandboxOrigin.replace('127.0.0.1', 'localhost');

type ConnectionType = 'long-polling' | 'websocket';

interface Address {
  readonly url: string;
  readonly visit: string;
  /** Whose ticket is shown; the visit's own when absent. */
  readonly ticketVisit?: string;
}

/** A page that listens. */
interface Page {
  /** Every message so far, as `channel engagementID`. */
  readonly messages: readonly string[];
  /** What was said about a subscription that failed. */
  readonly refusals: readonly string[];
  leave(): void;
}

type Listen = (address: Address) => Promise<Page>;

const control = (visit: string, part = ''): string => `${sandboxOrigin}/sandbox/visits/${visit}${part}`;

async function getTicket(visit: string): Promise<string> {
  const response = await fetch(control(visit, '/ticket'));
  return ((await response.json()) as {ticket: string}).ticket;
}

interface Frame {
  readonly transport: string;
  readonly direction: string;
  readonly frame: {readonly channel?: string};
}

/** What went to and from the sandbox for a visit. */
async function framesOf(visit: string): Promise<readonly Frame[]> {
  return (await (await fetch(control(visit, '/log'))).json()) as Frame[];
}

function toTexts(data: unknown): string[] {
  const list = data as {channel: string; data: {engagementID: string}}[];
  return list.map(({channel, data: {engagementID}}) => `${channel} ${engagementID}`);
}

const theirs =
  (connectionType: ConnectionType): Listen =>
  async ({url, visit, ticketVisit = visit}) => {
    const messages: string[] = [];
    const refusals: string[] = [];
    const cometd = new CometD();
    for (const type of cometd.getTransportTypes()) if (type !== connectionType) cometd.unregisterTransport(type);
    // Its worker comes from a `blob:` address, which many pages forbid.
    cometd.configure({url, useWorkerScheduler: false});
    const receive = ({data}: Message): number => messages.push(...toTexts(data));
    const onAnswer = ({successful, error = ''}: Message): unknown => successful || refusals.push(error.slice(0, 3));
    cometd.addListener('/meta/handshake', ({successful}) => {
      if (successful) cometd.subscribe(`/notification/${visit}`, receive, onAnswer);
    });
    cometd.handshake({ext: {ticket: await getTicket(ticketVisit)}});
    return {messages, refusals, leave: () => cometd.disconnect()};
  };

function listenAsWeDo({visit, ticketVisit = visit}: Address, options: BayeuxTransportOptions): Page {
  const messages: string[] = [];
  const refusals: string[] = [];
  const life = new AbortController();
  const report = (event: TransportEvent): void => {
    if (event.type === 'message') messages.push(...toTexts(event.data));
    if (event.type === 'retry') refusals.push(/code (\d{3})/.exec(event.cause?.message ?? '')?.[1] ?? '');
  };
  const addressee = {visitId: visit, getTicket: () => getTicket(ticketVisit)};
  createBayeuxTransport({random: () => 0, ...options}).listen(addressee, report, life.signal);
  return {messages, refusals, leave: () => life.abort()};
}

const ours =
  (connectionType: ConnectionType): Listen =>
  async (address) => {
    const url = connectionType === 'websocket' ? address.url.replace('http', 'ws') : address.url;
    return listenAsWeDo(address, {url});
  };

describe('a listener to CometD notifications', () => {
  let visit: string;
  let page: Page | undefined;

  beforeEach(() => {
    visit = crypto.randomUUID();
  });

  afterEach(() => page?.leave());

  const send = (method: 'engage' | 'noengage', engagementID: string): Promise<Response> =>
    fetch(control(visit, `/${method}`), {method: 'POST', body: JSON.stringify({engagementID})});

  const receives = (...messages: readonly string[]): Promise<void> =>
    waitUntil(() => page?.messages.join() === messages.join(), messages.join());

  /** How often it asked the server on a channel such as `/meta/connect`. */
  async function countSent(channel: string): Promise<number> {
    const frames = await framesOf(visit);
    return frames.filter(({direction, frame}) => direction === 'in' && frame.channel === channel).length;
  }

  const listeners: [string, string, Listen][] = [
    ['the client of the CometD project by long-polling', '/server/cometd', theirs('long-polling')],
    ['the client of the CometD project by WebSocket', '/frontend/cometd', theirs('websocket')],
    ['this project’s client by long-polling', '/frontend/cometd', ours('long-polling')],
    ['this project’s client by WebSocket', '/server/cometd', ours('websocket')],
  ];
  for (const [name, path, listen] of listeners) {
    describe(name, () => {
      it('receives engage, engage and noengage, once and in order, and asks no more than it has to', async () => {
        page = await listen({url: sandboxOrigin + path, visit});
        await send('engage', 'E1');
        await receives('engage E1');
        await send('engage', 'E2');
        await receives('engage E1', 'engage E2');
        await send('noengage', 'E2');
        await receives('engage E1', 'engage E2', 'noengage E2');
        expect(await countSent('/meta/handshake')).to.equal(1);
        // One to begin with, one that each message ended, and one that is held.
        expect(await countSent('/meta/connect')).to.be.at.most(5);
      });

      it('is refused the channel of a visit that its ticket is not for', async () => {
        page = await listen({url: sandboxOrigin + path, visit, ticketVisit: `${visit}-other`});
        await waitUntil(() => page?.refusals.length, 'refused');
        await send('engage', 'E1');
        expect(page.refusals[0]).to.equal('403');
        expect((await framesOf(visit)).map(({transport}) => transport)).to.deep.equal(['gateway', 'gateway']);
      });

      it('receives again after its session was dropped', async () => {
        page = await listen({url: sandboxOrigin + path, visit});
        await send('engage', 'E1');
        await receives('engage E1');
        await fetch(control(visit), {method: 'DELETE'});
        await send('noengage', 'E1');
        await receives('engage E1', 'noengage E1');
        expect(await countSent('/meta/handshake')).to.equal(1);
      });
    });
  }

  describe('whose session is bound to a cookie', () => {
    const bind = (): Promise<Response> =>
      fetch(control(visit, '/notifications'), {method: 'PUT', body: '{"cookies": true}'});

    for (const [name, listen] of [
      ['the client of the CometD project', theirs('long-polling')],
      ['this project’s client', ours('long-polling')],
    ] as const) {
      it(`keeps it on a page of the same site: ${name}`, async () => {
        await bind();
        page = await listen({url: `${sameSiteOrigin}/server/cometd`, visit});
        await send('engage', 'E1');
        await receives('engage E1');
        expect(await countSent('/meta/handshake')).to.equal(1);
      });
    }

    it('waits longer and longer when the cookie does not come back', async () => {
      await bind();
      const delays: number[] = [];
      const options: BayeuxTransportOptions = {
        url: `${sandboxOrigin}/server/cometd`,
        fetch: (url, init) => fetch(url, {...init, credentials: 'omit'}),
        sleep: async (delay) => {
          delays.push(delay);
          if (delays.length === 4) page?.leave();
        },
      };
      page = listenAsWeDo({url: options.url, visit}, options);
      await waitUntil(() => delays.length === 4, 'has waited');
      expect(delays).to.deep.equal([1_000, 2_000, 4_000, 8_000]);
      expect(await countSent('/meta/handshake')).to.equal(4);
    });
  });

  describe('of this project, with the server of the CometD project', () => {
    it('receives what is published on the channel of its visit', async () => {
      const publish = (data: unknown): Promise<Response> =>
        fetch(`${cometdOrigin}/publish/${visit}`, {method: 'POST', body: JSON.stringify(data)});
      page = await ours('long-polling')({url: `${cometdOrigin}/cometd`, visit});
      await waitUntil(async () => {
        await publish([{channel: 'engage', data: {engagementID: 'E1'}}]);
        return page?.messages.length;
      }, 'listens');
      await publish([{channel: 'noengage', data: {engagementID: 'E1'}}]);
      await waitUntil(() => page?.messages.includes('noengage E1'), 'noengage');
      expect(page.messages[0]).to.equal('engage E1');
      expect(page.refusals).to.deep.equal([]);
    });
  });
});
