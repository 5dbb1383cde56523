import {json, type Answer} from '../http/answer.js';
import {allowEveryOrigin} from '../http/cors.js';
import type {SandboxRequest} from '../http/request.js';
import type {Service} from '../http/service.js';
import {AccessTokens} from './access-tokens.js';
import {engagementsAt} from './engagements.js';
import {problem, toProblemStatus, type Violation} from './problems.js';

const path = /^\/api\/journey\/v1\/accounts\/(?<account>[^/]+)\/engagements(?:\/(?<id>[^/]+))?$/;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** An id that ends with a status, such as `…-000000000429`, is answered with that status. */
const fault = /^00000000-0000-4000-8000-000000000(\d{3})$/;
const maxPageSize = 50;

const cors = {
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'Accept, Authorization, Content-Type, appkey',
};

/**
 * Avaya's Customer Journey API: a token, one engagement, and several. Pages of every origin can read it.
 * Whether they can read the vendor's own API is not known.
 */
export function avayaApi(): Service {
  const tokens = new AccessTokens();
  return (request) => {
    const {account, id} = path.exec(request.url.pathname)?.groups ?? {};
    const answer = account ? journey(request, account, id, tokens) : tokens.grant(request);
    return answer && allowEveryOrigin(answer, cors);
  };
}

function journey(request: SandboxRequest, account: string, id: string | undefined, tokens: AccessTokens): Answer {
  if (request.method === 'OPTIONS') return {status: 204, body: ''};
  const refusal = tokens.refuse(request);
  if (refusal) return refusal;
  if (request.method !== 'GET') return problem(405, 'Only GET is allowed.');
  if (!/^[a-z]{6}$/i.test(account)) return invalid({field: 'accountId', message: 'six letters', code: 20002});
  return id === undefined ? list(request) : getOne(id, request.at);
}

function getOne(id: string, at: number): Answer {
  if (!uuid.test(id)) return invalid({field: 'engagementId', message: 'a UUID', code: 20002});
  const status = toProblemStatus(fault.exec(id)?.[1]);
  if (status) return problem(status, 'The id asks for this status.');
  const engagement = engagementsAt(at).get(id.toLowerCase());
  return engagement ? json(200, engagement) : problem(404, 'There is no such engagement.');
}

function list({url: {searchParams}, at}: SandboxRequest): Answer {
  const ids = searchParams.get('engagementIds')?.split(',') ?? [];
  const isValid = ids.length <= maxPageSize && ids.every((id) => uuid.test(id)) && new Set(ids).size === ids.length;
  if (ids.length === 0 || !isValid) {
    return invalid({field: 'engagementIds', message: '1 to 50 different UUIDs', code: 20003});
  }
  const size = toCount(searchParams.get('pageSize'), maxPageSize);
  const number = toCount(searchParams.get('pageNumber'), 1);
  if (!size || size > maxPageSize || !number) return invalid({field: 'pageSize', message: '1 to 50', code: 20006});
  const known = engagementsAt(at);
  const found = ids.flatMap((id) => known.get(id.toLowerCase()) ?? []);
  if (found.length === 0) return problem(404, 'None of these engagements exists.');
  const pagination = {pageNumber: number, pageSize: size, total: found.length};
  return json(200, {engagements: found.slice((number - 1) * size, number * size), pagination});
}

const toCount = (text: string | null, absent: number): number => (text === null ? absent : Math.floor(Number(text)));

function invalid(violation: Violation): Answer {
  return problem(400, 'The request is not valid.', [violation]);
}
