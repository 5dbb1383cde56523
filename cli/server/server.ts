import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';
import {getRequestListener} from '@hono/node-server';
import type {NotificationStream} from '../../src/server/stream/notification-stream.js';
import {createRoutes, findRoute} from './routes.js';
import {createMetrics} from './metrics.js';
import type {ServeSettings} from './serve-settings.js';

/** A running server. */
export interface RunningServer {
  readonly port: number;
  /** Sends the pages away, and ends when they have gone. */
  close(): Promise<void>;
}

/** How long ended streams may take to be sent, in ms. */
const lastWords = 500;

/** Starts the brand's server. Each line of `log` is a JSON object without ids. */
export async function startServer(settings: ServeSettings, log: (line: string) => void): Promise<RunningServer> {
  const metrics = createMetrics((event) => log(JSON.stringify({time: new Date().toISOString(), ...event})));
  const {routes, stream, notifications} = await createRoutes(settings, metrics);
  // It puts lighter classes in place of the global Request and Response, which nobody else uses in this process.
  const listener = getRequestListener((request, {incoming}) => {
    const forwarded = settings.trustsProxy
      ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
      : undefined;
    const address = forwarded ?? incoming.socket.remoteAddress;
    return findRoute(routes, request)(request, {address});
  });
  const server = createServer(limits, (request, response) => void listener(request, response));
  const {port} = await listen(server, settings);
  log(JSON.stringify({time: new Date().toISOString(), type: 'started', port}));
  const close = async (): Promise<void> => {
    await closeServer(server, stream);
    await notifications.close();
    log(JSON.stringify({time: new Date().toISOString(), type: 'stopped'}));
  };
  return {port, close};
}

/** Who sends a request slowly must not hold a connection. Streams are answers, which may last. */
const limits = {requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384};

async function listen(server: Server, {port, host}: ServeSettings): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({port, host, backlog: 4_096}, resolve);
  });
  return server.address() as AddressInfo;
}

async function closeServer(server: Server, stream: NotificationStream): Promise<void> {
  const isClosed = new Promise<void>((resolve) => server.close(() => resolve()));
  stream.drain();
  await Promise.race([isClosed, pause(lastWords)]);
  server.closeAllConnections();
  await isClosed;
}
