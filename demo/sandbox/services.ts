import {avayaApi} from './avaya/avaya-api.js';
import {brandConversation} from './brand/brand-conversation.js';
import {brandHandoff} from './brand/brand-handoff.js';
import {brandPage} from './brand/brand-page.js';
import {chatPage} from './brand/chat-page.js';
import {createGenesys, type Genesys, type GenesysOptions} from './genesys/genesys.js';
import {gliaApi} from './glia/glia-api.js';
import {json, text, type Answer} from './http/answer.js';
import {allowEveryOrigin} from './http/cors.js';
import type {SandboxRequest} from './http/request.js';
import {answerByFirst, findAnswer, type Service} from './http/service.js';
import {createLivePerson} from './liveperson/liveperson.js';

/** What depends on where the sandbox runs: on Node, or in a service worker. */
export interface ServicesOptions extends GenesysOptions {
  /** Answers with the files of the site. */
  readonly files: Service;
}

/** Everything that the sandbox answers, without a server. */
export interface Services {
  answer(request: SandboxRequest): Promise<Answer>;
  readonly bayeux: Genesys['bayeux'];
  /** Ends every session and stream. */
  close(): void;
}

export function createServices(options: ServicesOptions): Services {
  const {now, fetch, files, webSocket} = options;
  const liveperson = createLivePerson(now);
  const genesys = createGenesys(options);
  const controls = controlsOf([abilities(webSocket), ...genesys.controls, ...liveperson.controls]);
  const apis = [liveperson.service, controls, ...genesys.services, gliaApi(), avayaApi()];
  const pages = [brandPage, brandHandoff(fetch), brandConversation(options), chatPage(liveperson.links), files];
  const answer = async (request: SandboxRequest): Promise<Answer> =>
    (await findAnswer(apis, request)) ?? answerByFirst(pages, request);
  return {
    answer: (request) => answer(request).catch((error: unknown) => text(500, String(error))),
    bayeux: genesys.bayeux,
    close: () => genesys.close(),
  };
}

/** The sandbox's own controls, which every page may use. */
function controlsOf(services: readonly Service[]): Service {
  const cors = {'Access-Control-Allow-Methods': 'GET, PUT, DELETE', 'Access-Control-Allow-Headers': 'Content-Type'};
  return async (request) =>
    request.url.pathname.startsWith('/sandbox/')
      ? allowEveryOrigin(await answerByFirst(services, request), cors)
      : undefined;
}

/** Lists what works where this sandbox runs. A service worker has no WebSockets. */
function abilities(webSocket: boolean): Service {
  return ({url}) => (url.pathname === '/sandbox/abilities' ? json(200, {webSocket}) : undefined);
}
