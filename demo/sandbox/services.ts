import {Accounts} from './liveperson/accounts.js';
import {text, type Answer} from './http/answer.js';
import {avayaApi} from './avaya/avaya-api.js';
import {brandHandoff} from './brand/brand-handoff.js';
import {brandPage} from './brand/brand-page.js';
import {controlApi} from './liveperson/account-control.js';
import {readableByAll, readableByOrigin} from './http/cors.js';
import {domainApi} from './liveperson/domain-api.js';
import {externalEngagementServices} from './liveperson/handoff/handoff-api.js';
import {createGenesys, type Genesys, type GenesysEdges} from './genesys/genesys.js';
import {gliaApi} from './glia/glia-api.js';
import {monitoringApi} from './liveperson/monitoring/monitoring-api.js';
import type {SandboxRequest, Service} from './http/request.js';

/** What surrounds the services wherever they run: a server of node, or a worker of a browser. */
export interface ServiceEdges extends GenesysEdges {
  /** Answers with the files of the site. */
  readonly files: Service;
}

/** All that the sandbox answers with, without anything that carries it. */
export interface Services {
  answer(request: SandboxRequest): Promise<Answer>;
  readonly bayeux: Genesys['bayeux'];
  /** Ends every session and stream. */
  close(): void;
}

export function createServices(edges: ServiceEdges): Services {
  const genesys = createGenesys(edges);
  const answering = sandboxServices(new Accounts(edges.now), genesys, edges);
  return {
    answer: (request) => answering(request).catch((error: unknown) => text(500, String(error))),
    bayeux: genesys.bayeux,
    close: () => genesys.close(),
  };
}

function sandboxServices(accounts: Accounts, genesys: Genesys, edges: ServiceEdges): Services['answer'] {
  const {files, fetch, webSocket} = edges;
  const handoffs = externalEngagementServices(accounts);
  const liveperson = [monitoringApi(accounts), handoffs.vendor, domainApi];
  const others = [...genesys.services, gliaApi(), avayaApi()];
  const controls = [...genesys.controls, handoffs.control, controlApi(accounts, {webSocket})];
  const pages = [brandPage, brandHandoff(fetch), handoffs.site, files];
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
