import {once} from 'node:events';
import {WebSocket} from 'ws';
import type {BayeuxMessage} from '../../../demo/sandbox/genesys/bayeux/bayeux-message.js';
import {getTicket} from './genesys-stream.js';

/** A connection to the sandbox's CometD server that says exactly what it is told to. */
export interface BayeuxClient {
  /** Sends messages together and waits for their replies. */
  exchange(...messages: readonly object[]): Promise<readonly BayeuxMessage[]>;
  /** Breaks the connection off. */
  close(): void;
}

export type OpenClient = (origin: string) => BayeuxClient | Promise<BayeuxClient>;

export const openPolling: OpenClient = (origin) => {
  const gone = new AbortController();
  return {
    exchange: async (...messages) => {
      const init = {method: 'POST', body: JSON.stringify(messages), signal: gone.signal};
      return (await (await fetch(`${origin}/server/cometd`, init)).json()) as BayeuxMessage[];
    },
    close: () => gone.abort(),
  };
};

export const openSocket: OpenClient = async (origin) => {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/server/cometd`, {origin: 'http://localhost:8000'});
  await once(socket, 'open');
  const closed = once(socket, 'close').then(() => Promise.reject(new Error('The socket has closed.')));
  closed.catch(() => undefined);
  return {
    exchange: async (...messages) => {
      socket.send(JSON.stringify(messages));
      const [data] = (await Promise.race([once(socket, 'message'), closed])) as [Buffer];
      return JSON.parse(data.toString()) as BayeuxMessage[];
    },
    close: () => socket.terminate(),
  };
};

/** Opens a session with a ticket of the visit; gives its clientId. */
export async function shakeHands(client: BayeuxClient, origin: string, visit: string): Promise<string> {
  const ext = {ticket: await getTicket(origin, visit)};
  const [reply] = await client.exchange({channel: '/meta/handshake', version: '1.0', ext});
  return String(reply?.clientId);
}

/** A connect that wants to be answered at once. */
export const promptConnect = {channel: '/meta/connect', connectionType: 'any', advice: {timeout: 0}};

/** A connect that may be held. */
export const connect = {channel: '/meta/connect', connectionType: 'any'};
