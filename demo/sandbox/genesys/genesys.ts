import type {Service} from '../http/request.js';
import {BayeuxServer, type BayeuxEdges} from './bayeux/bayeux-server.js';
import {BayeuxSessions} from './bayeux/bayeux-sessions.js';
import {BrandServer, type BrandServerEdges} from './gateway/brand-server.js';
import {eventSource} from './event-source.js';
import {gateway} from './gateway/gateway.js';
import {longPolling} from './bayeux/long-polling.js';
import {notificationService} from './gateway/notification-service.js';
import {sessionControl} from './bayeux/session-control.js';
import {Tickets} from './visits/tickets.js';
import {visitControl} from './visits/visit-control.js';
import {Visits} from './visits/visits.js';

/** Genesys Web Engagement's part of the sandbox. */
export interface Genesys {
  /** Each says itself which pages may read its answers. */
  readonly services: readonly Service[];
  readonly controls: readonly Service[];
  /** For further transports. */
  readonly bayeux: BayeuxServer;
  /** Ends every session and stream. */
  close(): void;
}

export interface GenesysEdges extends BayeuxEdges, BrandServerEdges {
  readonly now: () => number;
}

export function createGenesys(edges: GenesysEdges): Genesys {
  const visits = new Visits(edges.now);
  const tickets = new Tickets(edges.now);
  const sessions = new BayeuxSessions(edges.now);
  const bayeux = new BayeuxServer(visits, tickets, sessions, edges);
  return {
    services: [gateway(visits), notificationService(visits), eventSource(visits, tickets), longPolling(bayeux)],
    controls: [sessionControl(visits, sessions), visitControl(visits, tickets, new BrandServer(edges))],
    bayeux,
    close: () => visits.close(),
  };
}
