import {vendorJson} from '../vendor-json.js';
import type {Answer} from '../../http/answer.js';
import {parseObject} from '../../http/json.js';
import type {SandboxRequest} from '../../http/request.js';
import type {Service} from '../../http/service.js';
import type {Accounts} from '../accounts.js';
import {findInvalid} from '../monitoring/request-checks.js';
import {errorBody} from './handoff-scenarios.js';
import type {OneTimeLinks} from './one-time-links.js';
import {SignatureCheck} from './signature-check.js';

const path = /^\/api\/account\/(?<account>[^/]+)\/external\/engagement$/;

/**
 * LivePerson's IVR Engagement API, which gives one-time links to callers with the account's API key.
 * https://developers.liveperson.com/ivr-engagement-api-methods-external-engagement.html
 */
export function handoffApi(accounts: Accounts, links: OneTimeLinks): Service {
  const signatures = new SignatureCheck();
  return async (request) => {
    const {account} = path.exec(request.url.pathname)?.groups ?? {};
    if (!account) return undefined;
    const {at, site} = request;
    const makeLink = (seconds: number): string => links.make(site, at + seconds * 1000);
    const refusal = await refuse(request, signatures);
    return refusal ?? accounts.get(account).handoff.answer({at, site: new URL(site), makeLink});
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
  const fields = parseObject(body);
  if (!fields) return 'Request body is not a JSON object';
  const {appType, consumerSections = [], externalWaitTimeSeconds = 0} = fields;
  if (appType !== 'IVR') return 'appType';
  if (!Array.isArray(consumerSections)) return 'consumerSections';
  return Number.isInteger(externalWaitTimeSeconds) ? findInvalid(fields) : 'externalWaitTimeSeconds';
}
