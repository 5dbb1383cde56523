import type {Answer} from '../http/answer.js';
import {allowOriginOf} from '../http/cors.js';
import type {SandboxRequest} from '../http/request.js';
import {answerByFirst, type Service} from '../http/service.js';
import {accountControl} from './account-control.js';
import {Accounts} from './accounts.js';
import {domainApi} from './domain-api.js';
import {handoffApi} from './handoff/handoff-api.js';
import {handoffControl} from './handoff/handoff-control.js';
import {OneTimeLinks} from './handoff/one-time-links.js';
import {monitoringApi} from './monitoring/monitoring-api.js';

/** LivePerson's part of the sandbox. */
export interface LivePerson {
  /** The vendor's APIs. Answers every request for a path below `/api/account/` and logs it. */
  readonly service: Service;
  readonly controls: readonly Service[];
  /** The links that the hand-off API has issued. */
  readonly links: OneTimeLinks;
}

// As in a recorded answer. PUT is not among the methods.
const cors = {
  'Access-Control-Allow-Methods': 'GET, POST, PATCH',
  'Access-Control-Allow-Headers':
    'Origin, X-Requested-With, Content-Type, Accept, Authorization, X-HTTP-Method-Override, LP-DOMAIN-REFERER, LP-URL, ETag',
  'Access-Control-Allow-Credentials': 'true',
};

export function createLivePerson(now: () => number): LivePerson {
  const accounts = new Accounts(now);
  const links = new OneTimeLinks();
  const apis = [monitoringApi(accounts), handoffApi(accounts, links), domainApi];
  return {
    service: (request) => answerAndLog(request, accounts, apis),
    controls: [handoffControl(accounts), accountControl(accounts)],
    links,
  };
}

async function answerAndLog(
  request: SandboxRequest,
  accounts: Accounts,
  apis: readonly Service[],
): Promise<Answer | undefined> {
  const account = /^\/api\/account\/([^/]+)\//.exec(request.url.pathname)?.[1];
  if (!account) return undefined;
  const found = await answerByFirst(apis, request);
  const answer = found.readable === false ? found : allowOriginOf(request, found, cors);
  accounts.get(account).log.record(request, answer);
  return answer;
}
