import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import type {Handler} from '../../../src/server/http/handler.js';

/** Handlers that answer real requests. */
export interface HandlerServer {
  readonly url: string;
  readonly server: Server;
  close(): Promise<void>;
}

/** Serves handlers on loopback, each at paths that begin with its key. */
export async function serveHandlers(handlers: Readonly<Record<string, Handler>>): Promise<HandlerServer> {
  const listener = getRequestListener(
    (request, {incoming}) => {
      const {pathname} = new URL(request.url);
      const [, handler] = Object.entries(handlers).find(([path]) => pathname.startsWith(path)) ?? [];
      const address = incoming.socket.remoteAddress;
      return handler?.(request, {address}) ?? new Response(null, {status: 404});
    },
    {overrideGlobalObjects: false},
  );
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, close};
}
