import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {WebSocketServer, type WebSocket} from 'ws';
import {isLoopback} from '../../../../src/http/origin.js';
import {parseBayeux} from './bayeux-message.js';
import {bayeuxPath, type BayeuxServer} from './bayeux-server.js';

/** In bytes. */
const maxFrame = 64 * 1024;
/** The status code of a close because of malformed data (RFC 6455). */
const malformed = 1007;

/** Bayeux over WebSocket. */
export class BayeuxWebSocket {
  readonly #sockets = new WebSocketServer({noServer: true, maxPayload: maxFrame});
  readonly #server: BayeuxServer;

  constructor(server: BayeuxServer) {
    this.#server = server;
  }

  /** Upgrades a connection, or refuses it with 403 or 404. */
  upgrade(message: IncomingMessage, stream: Duplex, head: Buffer): void {
    if (!bayeuxPath.test(message.url?.split('?')[0] ?? '')) return refuse(stream, '404 Not Found');
    if (!isFromLoopback(message)) return refuse(stream, '403 Forbidden');
    this.#sockets.handleUpgrade(message, stream, head, (socket) => serve(this.#server, socket));
  }

  /** Breaks every connection. */
  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }
}

// Browsers do not apply CORS to WebSockets, so the server has to check the origin.
function isFromLoopback({headers: {origin = ''}}: IncomingMessage): boolean {
  return URL.canParse(origin) && isLoopback(new URL(origin));
}

function serve(server: BayeuxServer, socket: WebSocket): void {
  const gone = new AbortController();
  socket.on('close', () => gone.abort());
  socket.on('error', () => socket.terminate());
  socket.on('message', (data: Buffer) => {
    const messages = parseBayeux(data.toString());
    if (!messages) return socket.close(malformed);
    void server
      .receive(messages, {transport: 'websocket', signal: gone.signal})
      .then((replies) => socket.send(JSON.stringify(replies)));
  });
}

function refuse(stream: Duplex, status: string): void {
  stream.on('error', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
