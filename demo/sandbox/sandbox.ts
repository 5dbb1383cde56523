import {createServer, type IncomingMessage, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import {Accounts} from './accounts.js';
import {deliverWhole, text, type Answer} from './answer.js';
import {avayaApi} from './avaya/avaya-api.js';
import {brandHandoff} from './brand-handoff.js';
import {brandPage} from './brand-page.js';
import {controlApi} from './control-api.js';
import {readableByAll, readableByOrigin} from './cors.js';
import {domainApi} from './domain-api.js';
import {externalEngagementServices} from './external-engagement-api.js';
import {createGenesys, type Genesys} from './genesys/genesys.js';
import {gliaApi} from './glia/glia-api.js';
import {monitoringApi} from './monitoring-api.js';
import {readRequest, type SandboxRequest, type Service} from './request.js';
import {staticFiles} from './static-files.js';

/** A running stand-in for the vendors' servers. */
export interface Sandbox {
  /** Its origin, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** `0`, the default, takes any free one. */
  readonly port?: number;
  /** Folders that are served as files; the first that has a file wins. */
  readonly staticFolders?: readonly string[];
  /** The clock by which sessions run out. */
  readonly now?: () => number;
  /** How long the CometD server holds a `/meta/connect`, in ms. @default 30000 */
  readonly connectTimeout?: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const defaultFolders = [`${root}demo/site`, `${root}dist/script`];

/** Starts the sandbox on the loopback interface; rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {port = 0, staticFolders = defaultFolders, now = Date.now, connectTimeout = 30_000} = options;
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const genesys = createGenesys({now, connectTimeout, origin});
  const answering = sandboxServices(new Accounts(now), genesys, staticFolders);
  const server = createServer((message, response) => {
    void answerTo(message, now(), answering).then((answer) => (answer.deliver ?? deliverWhole)(response, answer));
  });
  server.on('upgrade', (...connection) => genesys.upgrade(...connection));
  await listen(server, port);
  const close = (): Promise<void> => {
    genesys.close();
    return closeServer(server);
  };
  return {url: origin(), close};
}

type Answering = (request: SandboxRequest) => Promise<Answer>;

function sandboxServices(accounts: Accounts, genesys: Genesys, staticFolders: readonly string[]): Answering {
  const handoffs = externalEngagementServices();
  const liveperson = [monitoringApi(accounts), handoffs.vendor, domainApi];
  const others = [...genesys.services, gliaApi(), avayaApi()];
  const controls = [...genesys.controls, handoffs.control, controlApi(accounts)];
  const pages = [brandPage, brandHandoff, handoffs.site, staticFiles(staticFolders)];
  return async (request) => {
    const {pathname} = request.url;
    const account = /^\/api\/account\/([^/]+)\//.exec(pathname)?.[1];
    if (account) {
      const answer = readableByOrigin(await firstAnswer(liveperson, request), request);
      accounts.get(account).log.record(request, answer);
      return answer;
    }
    if (pathname.startsWith('/sandbox/')) return readableByAll(await firstAnswer(controls, request));
    return (await findAnswer(others, request)) ?? firstAnswer(pages, request);
  };
}

async function firstAnswer(services: readonly Service[], request: SandboxRequest): Promise<Answer> {
  if (request.method === 'OPTIONS') return {status: 204, body: ''};
  return (await findAnswer(services, request)) ?? text(404, 'There is nothing here.');
}

async function findAnswer(services: readonly Service[], request: SandboxRequest): Promise<Answer | undefined> {
  for (const service of services) {
    const answer = await service(request);
    if (answer) return answer;
  }
  return undefined;
}

async function answerTo(message: IncomingMessage, at: number, answering: Answering): Promise<Answer> {
  const request = await readRequest(message, at).catch(() => undefined);
  if (!request) return text(400, 'The sandbox cannot read this request.');
  return answering(request).catch((error: unknown) => text(500, String(error)));
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
