import type {Account, Accounts} from '../accounts.js';
import {json, text, vendorJson, type Answer} from '../../http/answer.js';
import {chatPage} from '../../brand/chat-page.js';
import {findInvalid, parseFields} from '../monitoring/request-checks.js';
import {errorBody, handoffScenarios} from './handoff-scenarios.js';
import {SignatureCheck} from './oauth-signature.js';
import type {SandboxRequest, Service} from '../../http/request.js';

const apiPath = /^\/api\/account\/(?<account>[^/]+)\/external\/engagement$/;
const controlPath = /^\/sandbox\/(?<account>[^/]+)\/handoff$/;

export interface ExternalEngagementServices {
  /** LivePerson's external engagement API. */
  readonly vendor: Service;
  /** `PUT /sandbox/{account}/handoff` chooses a scenario, `GET /sandbox/handoffs` lists them. */
  readonly control: Service;
  /** `/brand/chat`, where the links lead: each opens once, and in time. Without a link, it opens always. */
  readonly site: Service;
}

/** Hand-offs by one-time links: they are made for whoever has the account's API key, and remembered until they are used. */
export function externalEngagementServices(accounts: Accounts): ExternalEngagementServices {
  const signatures = new SignatureCheck();
  const links = new OneTimeLinks();
  return {
    vendor: async (request) => {
      const {account} = apiPath.exec(request.url.pathname)?.groups ?? {};
      if (!account) return undefined;
      const {at, site} = request;
      const makeLink = (seconds: number): string => links.make(site, at + seconds * 1000);
      const refusal = await refuse(request, signatures);
      return refusal ?? accounts.get(account).handoff.answer({at, site: new URL(site), makeLink});
    },
    control: (request) => {
      if (request.url.pathname === '/sandbox/handoffs') return json(200, listScenarios());
      const {account} = controlPath.exec(request.url.pathname)?.groups ?? {};
      return account && request.method === 'PUT' ? choose(accounts.get(account), request) : undefined;
    },
    site: ({url, at}) => {
      if (url.pathname !== '/brand/chat') return undefined;
      const link = url.searchParams.get('engagement');
      const isGood = link === null || links.use(link, at);
      return isGood ? chatPage(url.searchParams) : text(410, 'This link has been used or is over.');
    },
  };
}

async function refuse(request: SandboxRequest, signatures: SignatureCheck): Promise<Answer | undefined> {
  const error = (status: number, message: string, internalCode: string): Answer =>
    vendorJson(status, errorBody(request.at, message, internalCode));
  if (request.method !== 'POST') return error(405, 'Method not allowed', '5');
  const problem = await signatures.findProblem(request);
  if (problem) return error(401, problem, '10');
  if (request.url.searchParams.get('v') !== '1.0') return error(400, 'Illegal Version', '33');
  const invalid = findInvalidParameter(request);
  return invalid ? error(400, invalid, '5') : undefined;
}

function findInvalidParameter({headers, body}: SandboxRequest): string | undefined {
  if (!headers['content-type']?.startsWith('application/json')) return 'Content-Type';
  const fields = parseFields(body);
  if (!fields) return 'Request body is not a JSON object';
  const {appType, consumerSections = [], externalWaitTimeSeconds = 0} = fields;
  if (appType !== 'IVR') return 'appType';
  if (!Array.isArray(consumerSections)) return 'consumerSections';
  return Number.isInteger(externalWaitTimeSeconds) ? findInvalid(fields) : 'externalWaitTimeSeconds';
}

function listScenarios(): object[] {
  return [...handoffScenarios.values()].map(({name, title, description}) => ({name, title, description}));
}

function choose(account: Account, {body}: SandboxRequest): Answer {
  const name = String(parseFields(body)?.['name']);
  const scenario = handoffScenarios.get(name);
  if (!scenario) return text(400, `There is no scenario “${name}”.`);
  account.handoff = scenario;
  return json(200, {name});
}

class OneTimeLinks {
  /** When each ends, in ms since the epoch. */
  readonly #ends = new Map<string, number>();

  make(site: string, end: number): string {
    const id = crypto.randomUUID();
    this.#ends.set(id, end);
    return `${site}/brand/chat?engagement=${id}`;
  }

  use(id: string, at: number): boolean {
    const end = this.#ends.get(id) ?? 0;
    this.#ends.delete(id);
    return at < end;
  }
}
