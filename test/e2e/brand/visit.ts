import {randomUUID} from 'node:crypto';
import type {BrowserContext, Page} from 'playwright';
import type {Frame} from '../../../demo/sandbox/genesys/visits/frame-log.js';
import {until} from '../until.js';

/** How a page listens. */
export type TransportName = 'sse' | 'bayeux' | 'bayeux over WebSocket';

/** A visit at a sandbox that no other test knows. */
export interface Visit {
  readonly id: string;
  /** What the tag of a page says in order to listen. */
  wishes(transport: TransportName): Readonly<Record<string, string>>;
  /** Starts or cancels an engagement attempt, as the contact centre does. */
  call(what: 'engage' | 'noengage', object: object): Promise<void>;
  /** Everything that went over the wire. */
  frames(): Promise<readonly Frame[]>;
  /** Waits until a page listens. */
  hasListener(): Promise<void>;
}

export function openVisit(platform: string): Visit {
  const id = randomUUID().replaceAll('-', '').toUpperCase();
  const control = `${platform}/sandbox/visits/${id}`;
  const frames = async (): Promise<readonly Frame[]> => (await fetch(`${control}/log`)).json() as Promise<Frame[]>;
  const addresses: Readonly<Record<TransportName, string>> = {
    sse: `${platform}/server/notifications`,
    bayeux: `${platform}/server/cometd`,
    'bayeux over WebSocket': `${platform.replace('http', 'ws')}/server/cometd`,
  };
  return {
    id,
    wishes: (transport) => ({
      'data-visit-id': id,
      'data-notifications-transport': transport === 'sse' ? 'sse' : 'bayeux',
      'data-notifications-url': addresses[transport],
    }),
    call: async (what, object) => {
      const {status} = await fetch(`${control}/${what}`, {method: 'POST', body: JSON.stringify(object)});
      if (status !== 200) throw new Error(`The sandbox refuses to ${what}.`);
    },
    frames,
    hasListener: () => until('a page listens', async () => countConnections(await frames()) > 0),
  };
}

/** How many connections began and got as far as to deliver. */
export function countConnections(frames: readonly Frame[]): number {
  return frames.filter(({transport, direction, frame}) =>
    transport === 'sse'
      ? direction === 'in'
      : direction === 'out' && isFrom(frame, '/meta/connect') && JSON.stringify(frame).includes('"successful":true'),
  ).length;
}

/** Whether a frame is, or holds, a Bayeux message of this channel. */
export function isFrom(frame: unknown, channel: string): boolean {
  return JSON.stringify(frame).includes(`"channel":"${channel}"`);
}

/** Gives every page of a visitor the brand's way to tickets, before the tag has loaded. */
export async function giveTickets(visitor: BrowserContext, platform: string): Promise<void> {
  // As text, because the tests' compiler adds calls to functions that a page does not have.
  await visitor.addInitScript(`{
    window.WebEngagement ??= (...call) => new Promise((done) => (WebEngagement.q ||= []).push([done, ...call]));
    const getTicket = async (visitId) =>
      (await (await fetch('${platform}/sandbox/visits/' + visitId + '/ticket')).json()).ticket;
    WebEngagement('set', 'notificationTicket', getTicket);
  }`);
}

/** The invitation that says this. */
export const invitationOf = (page: Pick<Page, 'getByRole'>, title: string) => page.getByRole('region', {name: title});
