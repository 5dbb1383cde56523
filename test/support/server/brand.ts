import {createBearerCheck} from '../../../src/server/gateway/bearer-check.js';
import {createGateway} from '../../../src/server/gateway/gateway.js';
import type {ServerEvent} from '../../../src/server/http/report.js';
import {createMemoryNotifications} from '../../../src/server/notifications/memory-notifications.js';
import type {Notifications} from '../../../src/server/notifications/notifications.js';
import {createNotificationStream} from '../../../src/server/stream/notification-stream.js';
import type {NotificationStreamOptions} from '../../../src/server/stream/stream-options.js';
import {createTickets} from '../../../src/server/tickets/tickets.js';
import {readEvents, type EventReader} from './event-reader.js';
import {serveHandlers} from './handler-server.js';

export const secret = 'a secret of the brand that no page knows';
export const token = 'gateway-token';
export const origin = 'https://www.brand.example';

interface BrandOptions extends Partial<NotificationStreamOptions> {
  readonly notifications?: Notifications;
  readonly callsPerVisit?: number;
}

/** A brand's server with a gateway and streams, and what its programs and its pages do. */
export async function startBrand({callsPerVisit = Infinity, ...options}: BrandOptions = {}) {
  const {now = Date.now, notifications = createMemoryNotifications({now})} = options;
  const events: ServerEvent[] = [];
  const report = (event: ServerEvent): void => void events.push(event);
  const tickets = createTickets({secret, now});
  const stream = createNotificationStream({tickets, origins: [origin], ...options, notifications, now, report});
  const gateway = createGateway({notifications, authorize: createBearerCheck(token), callsPerVisit, now, report});
  const server = await serveHandlers({
    '/server/data/gateway': gateway,
    '/backend/data/gateway': gateway,
    '/stream': stream,
  });

  const streamUrl = async (visit: string, query: Readonly<Record<string, string>> = {}): Promise<string> => {
    const ticket = await tickets.issue({visit, origin});
    return `${server.url}/stream?${String(new URLSearchParams({visit, ticket, ...query}))}`;
  };
  const connect = async (visit: string, query?: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(await streamUrl(visit, query), {headers: {Origin: origin}});
  return {
    url: server.url,
    server: server.server,
    notifications,
    tickets,
    stream,
    events,
    streamUrl,
    connect,
    listen: async (visit: string, query?: Readonly<Record<string, string>>): Promise<EventReader> =>
      readEvents(await connect(visit, query)),
    post: (method: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
      fetch(`${server.url}/server/data/gateway/${method}`, {
        method: 'POST',
        body,
        headers: {Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers},
      }),
    engage: async (visitID: string, engagementID: string, fields: object = {}): Promise<unknown> => {
      const body = JSON.stringify({ixnProfile: {visitID, engagementID, time: 5, ...fields}});
      const headers = {Authorization: `Bearer ${token}`, 'Content-Type': 'application/json'};
      return (await fetch(`${server.url}/server/data/gateway/engage`, {method: 'POST', body, headers})).json();
    },
    close: async (): Promise<void> => {
      await server.close();
      await notifications.close();
    },
  };
}

export type Brand = Awaited<ReturnType<typeof startBrand>>;

/** Ids of the attempts that came on a stream, up to this many. */
export async function attempts(reader: EventReader, count: number): Promise<unknown[]> {
  const ids: unknown[] = [];
  while (ids.length < count) {
    const {data = ''} = await reader.next();
    for (const {data: fields} of JSON.parse(data) as {data: {engagementID: unknown}}[]) ids.push(fields.engagementID);
  }
  return ids;
}
