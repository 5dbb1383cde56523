import {setTimeout as pause} from 'node:timers/promises';
import type {Tickets} from '../../src/server/index.js';
import {StreamClient} from './stream-client.js';

/** Many pages, each of a visit of its own. */
export interface Crowd {
  /** How many have their stream. */
  readonly openCount: number;
  /** How many streams were lost so far. */
  readonly lost: number;
  /** Opens their streams, some at a time. */
  open(): Promise<void>;
  close(): void;
}

export interface CrowdOptions {
  /** Says the address of the stream of a page, without a query, before each connection. */
  readonly urlOf: (index: number) => string;
  readonly visits: readonly string[];
  readonly tickets: Pick<Tickets, 'issue'>;
  /** Origin of the pages. */
  readonly origin: string;
  readonly receive: (data: string, index: number) => void;
}

/** As many pages come from one address, of which a server admits 1,000. */
const perAddress = 500;

/** How many streams are opened at a time. */
const batch = 100;

export function createCrowd({urlOf, visits, tickets, origin, receive}: CrowdOptions): Crowd {
  const state = {openCount: 0, lost: 0};
  const clients = visits.map((visit, index) => {
    const from = `127.0.1.${1 + Math.floor(index / perAddress)}`;
    const isOpen = createSwitch(state);
    return new StreamClient({
      url: () => urlOf(index),
      visit,
      tickets,
      origin,
      from,
      receive: (data) => receive(data, index),
      onOpen: () => isOpen(true),
      onLost: () => isOpen(false),
    });
  });
  return {
    get openCount() {
      return state.openCount;
    },
    get lost() {
      return state.lost;
    },
    open: async () => {
      for (let next = 0; next < clients.length; next += batch) {
        clients.slice(next, next + batch).forEach((client) => client.open());
        while (state.openCount < Math.min(next + batch, clients.length)) await pause(1);
      }
    },
    close: () => clients.forEach((client) => client.close()),
  };
}

/** Counts a page among those that have their stream, or that have lost it. */
function createSwitch(state: {openCount: number; lost: number}): (isOpen: boolean) => void {
  let wasOpen = false;
  return (isOpen) => {
    if (isOpen === wasOpen) return;
    wasOpen = isOpen;
    state.openCount += isOpen ? 1 : -1;
    if (!isOpen) state.lost++;
  };
}

/** The ids of the attempts in a message. */
export function attemptsIn(data: string): readonly string[] {
  return (JSON.parse(data) as {data: {engagementID: string}}[]).map(({data: {engagementID}}) => engagementID);
}
