import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import type {Service} from '../request.js';
import {BayeuxServer} from './bayeux-server.js';
import {BayeuxSessions} from './bayeux-sessions.js';
import {BrandServer} from './brand-server.js';
import {eventSource} from './event-source.js';
import {gateway} from './gateway.js';
import {longPolling} from './long-polling.js';
import {notificationService} from './notify.js';
import {sessionControl} from './session-control.js';
import {Tickets} from './tickets.js';
import {visitControl} from './visit-control.js';
import {Visits} from './visits.js';
import {BayeuxWebSocket} from './web-socket.js';

/** Genesys Web Engagement's part of the sandbox. */
export interface Genesys {
  /** Each says itself which pages may read its answers. */
  readonly services: readonly Service[];
  readonly controls: readonly Service[];
  upgrade(message: IncomingMessage, stream: Duplex, head: Buffer): void;
  /** Ends every session, stream and socket. */
  close(): void;
}

export interface GenesysEdges {
  readonly now: () => number;
  /** How long a `/meta/connect` is held, in ms. */
  readonly connectTimeout: number;
  /** Origin of the running sandbox. */
  readonly origin: () => string;
}

export function createGenesys({now, connectTimeout, origin}: GenesysEdges): Genesys {
  const visits = new Visits(now);
  const tickets = new Tickets(now);
  const sessions = new BayeuxSessions(now);
  const bayeux = new BayeuxServer(visits, tickets, sessions, connectTimeout);
  const webSocket = new BayeuxWebSocket(bayeux);
  return {
    services: [gateway(visits), notificationService(visits), eventSource(visits, tickets), longPolling(bayeux)],
    controls: [sessionControl(visits, sessions), visitControl(visits, tickets, new BrandServer(origin))],
    upgrade: (...connection) => webSocket.upgrade(...connection),
    close: () => {
      visits.close();
      webSocket.close();
    },
  };
}
