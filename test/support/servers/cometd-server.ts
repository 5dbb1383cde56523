import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {json} from 'node:stream/consumers';
import cometd from 'cometd-nodejs-server';

/** A running server of the CometD project, which knows nothing of tickets. */
export interface CometdServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the CometD server at `/cometd`. What is posted to `/publish/{visitID}` comes on the channel of that visit.
 *
 * Its address is a name of the page's own site, since its sessions are bound to a cookie.
 */
export async function startCometdServer(): Promise<CometdServer> {
  const bayeux = cometd.createCometDServer();
  const publish = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const visit = message.url?.split('/').at(-1) ?? '';
    bayeux.createServerChannel(`/notification/${visit}`).publish(null, await json(message));
    response.end();
  };
  const server = createServer(
    readableByPages((message, response) => {
      if (message.url?.startsWith('/publish/')) void publish(message, response);
      else bayeux.handle(message, response);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: async () => {
      bayeux.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Listener = (message: IncomingMessage, response: ServerResponse) => void;

function readableByPages(listener: Listener): Listener {
  return (message, response) => {
    response.setHeader('Access-Control-Allow-Origin', message.headers.origin ?? '*');
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type');
    if (message.method === 'OPTIONS') response.writeHead(204).end();
    else listener(message, response);
  };
}
