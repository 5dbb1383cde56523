import {createServer, type IncomingMessage, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import {deliverWhole, text, type Answer} from './http/answer.js';
import {BayeuxWebSocket} from './genesys/bayeux/web-socket.js';
import {readRequest} from './http/node-request.js';
import {nodeWire} from './http/node-response.js';
import {createServices, type Services} from './services.js';
import {staticFiles} from './files/static-files.js';

/** A running stand-in for the vendors' servers. */
export interface Sandbox {
  /** Its origin, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** `0`, the default, takes any free one. */
  readonly port?: number;
  /** Folders that are served as files, and single files; the first that has a file wins. */
  readonly staticFolders?: readonly string[];
  /** The clock by which sessions run out. */
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

/** Starts the sandbox on the loopback interface; rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {port = 0, staticFolders = defaultFolders, now = Date.now, connectTimeout = 30_000} = options;
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const files = staticFiles(staticFolders);
  const services = createServices({now, connectTimeout, origin, files, webSocket: true});
  const server = createServer((message, response) => {
    void answerTo(message, now(), services).then((answer) =>
      (answer.deliver ?? deliverWhole)(nodeWire(response), answer),
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
