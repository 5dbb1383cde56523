import {createServer, type Server, type Socket} from 'node:net';
import type {AddressInfo} from 'node:net';
import {allow, hang, type Fault} from './faults.js';
import type {Loopback} from './loopback.js';

/** A request as it came over the wire. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  /** The lines of the head. */
  readonly head: string;
  readonly body: string;
  /** Resolves when the connection has closed, whoever closed it. */
  readonly closed: Promise<void>;
}

/** A server that fails as it is told. Preflights it always allows. */
export interface FaultyServer extends Loopback {
  /** What came so far, without preflights. */
  readonly requests: readonly RawRequest[];
  /** Says how the next requests are answered; the last way stays. */
  play(...faults: readonly Fault[]): void;
  /** Says how requests for one path are answered, whatever is played. */
  serve(path: string, fault: Fault): string;
}

/** Starts a server that speaks HTTP by hand, because a sound server does not break what it sends. */
export async function startFaultyServer(): Promise<FaultyServer> {
  const requests: RawRequest[] = [];
  const files = new Map<string, Fault>();
  const sockets = new Set<Socket>();
  let faults: Fault[] = [hang];

  const take = (): Fault => (faults.length > 1 ? faults.shift() : faults[0]) ?? hang;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // Whoever stops reading resets the connection.
    socket.on('error', () => undefined);
    void readRequest(socket).then((request) => {
      if (!request) return;
      const {method, path} = request;
      if (method === 'OPTIONS') return allow(socket);
      const file = files.get(path.split('?')[0] ?? '');
      if (!file) requests.push(request);
      (file ?? take())(socket);
    });
  });
  const origin = await listen(server);
  return {
    origin,
    requests,
    play: (...next) => (faults = [...next]),
    serve: (path, fault) => {
      files.set(path, fault);
      return origin + path;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

/** Reads one request; undefined when the connection closes before it is whole. */
function readRequest(socket: Socket): Promise<RawRequest | undefined> {
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return new Promise((resolve) => {
    let text = '';
    void closed.then(() => resolve(undefined));
    socket.on('data', (part) => {
      text += part.toString('latin1');
      const [head = '', ...rest] = text.split('\r\n\r\n');
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      const body = rest.join('\r\n\r\n');
      if (!text.includes('\r\n\r\n') || body.length < length) return;
      const [method = '', path = ''] = head.split(' ');
      resolve({method, path, head, body, closed});
    });
  });
}
