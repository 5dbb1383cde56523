import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {deliverWhole, type Answer} from '../../demo/sandbox/answer.js';
import {readRequest} from '../../demo/sandbox/node-request.js';
import {nodeWire} from '../../demo/sandbox/node-wire.js';
import type {SandboxRequest, Service} from '../../demo/sandbox/request.js';

/** A server of its own around one service of the sandbox, or around anything else that answers. */
export interface GliaServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** What reached it, in order. */
  readonly received: readonly SandboxRequest[];
  close(): Promise<void>;
}

const nothing: Answer = {status: 404, body: ''};

export async function startGliaServer(service: Service): Promise<GliaServer> {
  const received: SandboxRequest[] = [];
  const server = createServer((message, response) => {
    void readRequest(message, 0).then(async (request) => {
      if (request) received.push(request);
      deliverWhole(nodeWire(response), (request && (await service(request))) ?? nothing);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {url: `http://127.0.0.1:${port}`, received, close};
}
