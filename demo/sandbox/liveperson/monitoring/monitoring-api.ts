import type {Answer} from '../../http/answer.js';
import {parseObject, type JsonObject} from '../../http/json.js';
import type {SandboxRequest} from '../../http/request.js';
import type {Service} from '../../http/service.js';
import type {Account, Accounts} from '../accounts.js';
import {vendorJson} from '../vendor-json.js';
import {vendorError, type ApiVersion} from './engagement-answers.js';
import {findInvalid, impressionsOf} from './request-checks.js';
import {newPageId} from './visitors.js';

const path = /^\/api\/account\/(?<account>[^/]+)\/app\/(?<app>[^/]+)\/(?<method>engagement|report)$/;

interface Call {
  readonly request: SandboxRequest;
  readonly account: Account;
  readonly version: ApiVersion;
  readonly body: JsonObject;
  readonly vid: string | undefined;
  readonly sid: string | undefined;
}

/**
 * LivePerson's Monitoring API with its methods `engagement` and `report`.
 * https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export function monitoringApi(accounts: Accounts): Service {
  return (request) => {
    const {account, app, method} = path.exec(request.url.pathname)?.groups ?? {};
    if (!account) return undefined;
    const verb = method === 'engagement' ? 'POST' : 'PUT';
    if (effectiveMethod(request) !== verb) return vendorError(request.at, 405, 'Method not allowed', 5);
    if (app === 'unknown') return vendorError(request.at, 404, 'Invalid appInstallationId', 18);
    const call = toCall(request, accounts.get(account));
    if ('status' in call) return call;
    return method === 'engagement' ? engage(call) : report(call);
  };
}

function effectiveMethod({method, headers}: SandboxRequest): string {
  return method === 'POST' ? (headers['x-http-method-override'] ?? method) : method;
}

/** Reads a request, or answers it with what is wrong with it. */
function toCall(request: SandboxRequest, account: Account): Call | Answer {
  const {searchParams} = request.url;
  const version = searchParams.get('v');
  if (version !== '1.0' && version !== '1.1') return vendorError(request.at, 400, 'Illegal API version', 33);
  const body = parseObject(request.body);
  if (!body) return refuse(request, 'Request body is not a JSON object');
  const invalid = findInvalid(body);
  if (invalid) return refuse(request, invalid);
  if (!/^(true|false)$/.test(searchParams.get('obh') ?? 'false')) return refuse(request, 'obh');
  const vid = searchParams.get('vid') ?? undefined;
  const sid = searchParams.get('sid') ?? undefined;
  return {request, account, version, body, vid, sid};
}

function engage({request, account, version, body, vid, sid}: Call): Answer {
  if (impressionsOf(body).length > 0) return refuse(request, 'engagementAttributes');
  return account.scenario.next().answer({version, vid, sid, visitors: account.visitors, at: request.at});
}

function report({request, account: {visitors}, body, vid, sid}: Call): Answer {
  if (!body.engagementAttributes) return refuse(request, 'engagementAttributes');
  if (!vid && !body.consumerId && !hasEntries(body.identities)) return refuse(request, 'consumerId');
  if (vid && !visitors.has(vid)) return vendorError(request.at, 404, 'Invalid visitorId', 37);
  const known = visitors.find(vid, sid);
  if (sid && !known) return vendorError(request.at, 404, 'Invalid sessionId', 39);
  if (impressionsOf(body).length > 0 && !known?.engaged) return refuse(request, 'engagementAttributes');
  const {visitorId, sessionId} = known ?? visitors.start(vid);
  return vendorJson(known ? 200 : 201, {sessionId, visitorId, pageId: body.pageId ?? newPageId()});
}

function hasEntries(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

function refuse({at}: SandboxRequest, message: string): Answer {
  return vendorError(at, 400, message, 5);
}
