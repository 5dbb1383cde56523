import {createServer, type IncomingMessage, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import {below} from './files/below.js';
import {docsPolicy} from './files/site-file.js';
import {staticFiles} from './files/static-files.js';
import {BayeuxWebSocket} from './genesys/bayeux/web-socket.js';
import {deliverWhole, text, type Answer} from './http/answer.js';
import {readRequest} from './http/node-request.js';
import {nodeResponseWriter} from './http/node-response.js';
import type {Service} from './http/service.js';
import {createServices, type Services} from './services.js';

/** A running HTTP server that stands in for the vendors' servers. */
export interface Sandbox {
  /** Its origin, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** `0` takes any free port. @default 0 */
  readonly port?: number;
  /** Folders and single files to serve. The first one that has a file wins. @default the demo page and what it needs */
  readonly staticFolders?: readonly string[];
  /** Folder of the documents as a site, which is served below `/docs`. @default none */
  readonly docs?: string;
  /** Content Security Policy of the pages that are served; empty for none. @default that of the demo */
  readonly policy?: string;
  /** The clock by which sessions expire, in ms since the epoch. @default Date.now */
  readonly now?: () => number;
  /** How long the CometD server holds a `/meta/connect`, in ms. @default 30000 */
  readonly connectTimeout?: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const defaultFolders = [
  'demo/site',
  'dist/script',
  'dist/custom-elements.json',
  'node_modules/axe-core/axe.min.js',
].map((path) => root + path);

/**
 * Starts the sandbox on the loopback interface.
 *
 * @example
 * const sandbox = await startSandbox();
 * const client = new GliaClient({baseUrl: `${sandbox.url}/glia`, getToken: () => 'manager'});
 * await sandbox.close();
 *
 * @throws when the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {port = 0, now = Date.now, connectTimeout = 30_000} = options;
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const services = createServices({now, connectTimeout, origin, files: filesOf(options), webSocket: true});
  const server = createServer((message, response) => {
    void answerTo(message, now(), services).then((answer) =>
      (answer.deliver ?? deliverWhole)(nodeResponseWriter(response), answer),
    );
  });
  const webSocket = new BayeuxWebSocket(services.bayeux);
  server.on('upgrade', (...connection) => webSocket.upgrade(...connection));
  await listen(server, port);
  const close = (): Promise<void> => {
    services.close();
    webSocket.close();
    return closeServer(server);
  };
  return {url: origin(), close};
}

function filesOf({staticFolders = defaultFolders, policy, docs}: SandboxOptions): Service {
  const site = staticFiles(staticFolders, policy);
  const documents = below('/docs', staticFiles(docs === undefined ? [] : [docs], docsPolicy));
  return async (request) => (await documents(request)) ?? site(request);
}

async function answerTo(message: IncomingMessage, at: number, services: Services): Promise<Answer> {
  const request = await readRequest(message, at).catch(() => undefined);
  return request ? services.answer(request) : text(400, 'The sandbox cannot read this request.');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
