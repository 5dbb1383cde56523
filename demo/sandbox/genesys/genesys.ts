import {createMemoryNotifications} from '../../../src/server/notifications/memory-notifications.js';
import type {Notifications} from '../../../src/server/notifications/notifications.js';
import type {Service} from '../http/service.js';
import {BayeuxServer, type BayeuxOptions} from './bayeux/bayeux-server.js';
import {BayeuxSessions} from './bayeux/bayeux-sessions.js';
import {longPolling} from './bayeux/long-polling.js';
import {sessionControl} from './bayeux/session-control.js';
import {eventSource} from './event-source.js';
import {BrandServer, type BrandServerOptions} from './gateway/brand-server.js';
import {gateway} from './gateway/gateway.js';
import {notificationService} from './gateway/notification-service.js';
import {createSandboxTickets} from './visits/tickets.js';
import {visitControl} from './visits/visit-control.js';
import {Visits} from './visits/visits.js';

/** Genesys Web Engagement's part of the sandbox. */
export interface Genesys {
  /** The vendor's APIs. Each decides which pages can read its answers. */
  readonly services: readonly Service[];
  readonly controls: readonly Service[];
  /** The CometD server, for WebSocket connections. */
  readonly bayeux: BayeuxServer;
  /** Ends every session and stream. */
  close(): void;
}

export interface GenesysOptions extends BayeuxOptions, BrandServerOptions {
  /** In ms since the epoch. */
  readonly now: () => number;
}

export function createGenesys(options: GenesysOptions): Genesys {
  const {now} = options;
  const visits = new Visits(now);
  const tickets = createSandboxTickets(now);
  const notifications = createMemoryNotifications({now});
  const sessions = new BayeuxSessions(notifications, now);
  const bayeux = new BayeuxServer(visits, tickets, sessions, options);
  const publisher = publishPast(sessions, notifications);
  return {
    services: [
      gateway(visits, publisher, now),
      notificationService(visits, publisher),
      eventSource(visits, {notifications, tickets, now}),
      longPolling(bayeux),
    ],
    controls: [sessionControl(visits, sessions), visitControl(visits, tickets, new BrandServer(options))],
    bayeux,
    close: () => visits.close(),
  };
}

/** A client that is silent must not keep a message from the next one. */
function publishPast(sessions: BayeuxSessions, notifications: Notifications): Pick<Notifications, 'publish'> {
  return {
    publish: async (...publication) => {
      await sessions.removeGone();
      return notifications.publish(...publication);
    },
  };
}
