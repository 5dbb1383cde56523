import type {Service} from '../request.js';
import {BayeuxServer, type BayeuxEdges} from './bayeux-server.js';
import {BayeuxSessions} from './bayeux-sessions.js';
import {BrandServer, type BrandServerEdges} from './brand-server.js';
import {eventSource} from './event-source.js';
import {gateway} from './gateway.js';
import {longPolling} from './long-polling.js';
import {notificationService} from './notify.js';
import {sessionControl} from './session-control.js';
import {Tickets} from './tickets.js';
import {visitControl} from './visit-control.js';
import {Visits} from './visits.js';

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
