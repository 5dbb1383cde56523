import type {Server} from 'node:http';
import {connect, createServer, type AddressInfo, type Socket} from 'node:net';
import {once} from 'node:events';
import {startProxy} from '../../../examples/server-cluster/proxy.js';

/** A network before the proxy, which can be cut. */
export interface Gate {
  readonly url: string;
  /** Breaks all connections. Those that come wait until it is open again. */
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

/** @param servers their addresses */
export async function startGate(servers: readonly string[]): Promise<Gate> {
  const proxy: Server = await startProxy(servers);
  const {port} = proxy.address() as AddressInfo;
  const sockets = new Set<Socket>();
  let waiting: Socket[] | undefined;
  const pass = (socket: Socket): void => {
    const inner = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [socket, inner],
      [inner, socket],
    ] as const) {
      one.pipe(other);
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  };
  const gate = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    if (waiting) waiting.push(socket);
    else pass(socket);
  });
  await once(gate.listen(0, '127.0.0.1'), 'listening');
  const breakAll = (): void => sockets.forEach((socket) => void socket.destroy());
  return {
    url: `http://127.0.0.1:${(gate.address() as AddressInfo).port}`,
    shut: () => {
      waiting = [];
      breakAll();
    },
    open: () => {
      for (const socket of waiting ?? []) pass(socket);
      waiting = undefined;
    },
    close: async () => {
      gate.close();
      breakAll();
      proxy.closeAllConnections();
      proxy.close();
      await once(gate, 'close');
    },
  };
}
