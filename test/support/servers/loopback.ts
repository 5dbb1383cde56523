import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A server that tests can reach. */
export interface Loopback {
  /** Without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Has a server listen on the loopback interface, at any free port. */
export async function listenOnLoopback(server: Server): Promise<Loopback> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {origin: `http://127.0.0.1:${port}`, close};
}
