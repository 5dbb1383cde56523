import {json, type Answer} from '../../http/answer.js';
import {toBytes, toHex} from '../../bytes.js';
import type {JsonObject} from '../../http/json.js';
import type {SandboxRequest} from '../../http/request.js';
import type {Service} from '../../http/service.js';
import {fault} from './fault.js';
import {readGatewayObject} from './gateway-object.js';
import {answerLogged} from './logged-call.js';
import type {NotificationMessage} from '../visits/notification-message.js';
import {refuseWithoutToken} from './server-token.js';
import {findId, isVisitId} from '../visits/vendor-ids.js';
import type {Visit, Visits} from '../visits/visits.js';

const path = /^\/(?:backend|server)\/data\/gateway\/(?<method>engage|noengage)$/;
const objectNames: Readonly<Record<string, string>> = {engage: 'ixnProfile', noengage: 'cancelData'};

interface Call {
  readonly method: string;
  readonly fields: JsonObject;
  readonly visit: Visit;
  readonly engagementID: string | undefined;
  readonly time: unknown;
}

/**
 * The engagement gateway, where a server starts and cancels engagement attempts. Pages of other origins cannot read it.
 * https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 */
export function gateway(visits: Visits): Service {
  return async (request) => {
    const {method} = path.exec(request.url.pathname)?.groups ?? {};
    if (!method) return undefined;
    const refusal = refuseWithoutToken(request);
    if (refusal) return refusal;
    const call = await toCall(request, method, visits);
    if ('status' in call) return call;
    return answerLogged(call.visit.log, 'gateway', request, () => carryOut(call));
  };
}

async function toCall(request: SandboxRequest, method: string, visits: Visits): Promise<Call | Answer> {
  const name = objectNames[method] ?? '';
  const fields = readGatewayObject(request, name);
  if (!fields) return fault(400, `Expected the JSON object ${name}.`);
  const visitID = findId(fields, 'visitID');
  if (!isVisitId(visitID)) return fault(400, `Expected ${name} with a visitID.`);
  const time = fields.time ?? request.at;
  const engagementID =
    findId(fields, 'engagementID') ?? (method === 'engage' ? await deriveId(fields, time) : undefined);
  return {method, fields, visit: visits.get(visitID), engagementID, time};
}

/** Carries out a call. One that is repeated within a minute gets the same answer but does not reach the page again. */
function carryOut({method, fields, visit, engagementID, time}: Call): Answer {
  const isNew = engagementID === undefined || visit.calls.admit(method, engagementID, fields);
  if (isNew) {
    const data = method === 'engage' ? {...fields, engagementID, time} : fields;
    visit.mailbox.deliver([{...pageOf(fields), channel: method, data}]);
  }
  return json(200, {status: 'ok', engagementID});
}

function pageOf(fields: Call['fields']): Pick<NotificationMessage, 'page'> {
  const page = findId(fields, 'pageID');
  return page === undefined ? {} : {page};
}

// The form of the vendor's ids: 32 upper-case hex digits.
async function deriveId(fields: Call['fields'], time: unknown): Promise<string> {
  const parts = [findId(fields, 'visitID'), findId(fields, 'pageID'), time];
  const digest = await crypto.subtle.digest('SHA-256', toBytes(JSON.stringify(parts)));
  return toHex(new Uint8Array(digest)).slice(0, 32).toUpperCase();
}
