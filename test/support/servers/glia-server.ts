import {createServer} from 'node:http';
import {deliverWhole, type Answer} from '../../../demo/sandbox/http/answer.js';
import {readRequest} from '../../../demo/sandbox/http/node-request.js';
import {nodeResponseWriter} from '../../../demo/sandbox/http/node-response.js';
import type {SandboxRequest} from '../../../demo/sandbox/http/request.js';
import type {Service} from '../../../demo/sandbox/http/service.js';
import {listenOnLoopback} from './loopback.js';

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
      deliverWhole(nodeResponseWriter(response), (request && (await service(request))) ?? nothing);
    });
  });
  const {origin, close} = await listenOnLoopback(server);
  return {url: origin, received, close};
}
