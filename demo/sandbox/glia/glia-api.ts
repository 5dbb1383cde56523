import {html, json, type Answer} from '../http/answer.js';
import {allowEveryOrigin} from '../http/cors.js';
import type {SandboxRequest} from '../http/request.js';
import type {Service} from '../http/service.js';
import {findCaller, type Caller} from './callers.js';
import {endEngagement, exportEngagement, readEngagement} from './engagement.js';
import {numberOf} from './engagements.js';
import {forbidden, legacyError, platformError, routingError} from './errors.js';
import {listEngagements} from './list.js';
import {findRecording, readFile} from './recordings.js';
import {GliaState} from './state.js';

export interface GliaApiOptions {
  /** The origin of hostile links. @default 'https://elsewhere.example' */
  readonly foreignOrigin?: string;
  /** How many engagements there are. @default 10_000 */
  readonly count?: number;
}

interface Context extends Required<GliaApiOptions> {
  readonly state: GliaState;
  readonly request: SandboxRequest;
  /** The path below `/glia`. */
  readonly path: string;
  /** The address of this API, without a slash at the end. */
  readonly base: string;
}

const prefix = '/glia';
const version = 'application/vnd.salemove.v1+json';

const cors = {
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, OPTIONS, PATCH',
  'Access-Control-Allow-Headers': 'Content-Type, Accept, AUTHORIZATION, Cache-Control, X-Salemove-Visit-Session-Id',
  // Pages cannot read the other headers, such as `Retry-After`.
  'Access-Control-Expose-Headers': 'Cache-Control, Content-Language, Content-Type, Expires, Last-Modified, Pragma',
};

/**
 * Glia's engagements API, below `/glia`. The bearer token chooses the caller (`callers.ts`), and the ids of the sites
 * choose what lists contain (`list.ts`). A token that ends in `-busy` is refused twice with 429, and one that ends in
 * `-unlucky` twice with 503.
 */
export function gliaApi({foreignOrigin = 'https://elsewhere.example', count = 10_000}: GliaApiOptions = {}): Service {
  const state = new GliaState();
  let requests = 0;
  return (request) => {
    const {pathname, origin} = request.url;
    if (!pathname.startsWith(`${prefix}/`)) return undefined;
    const place = {path: pathname.slice(prefix.length), base: `${origin}${prefix}`};
    const answer = answerTo({foreignOrigin, count, state, request, ...place});
    return allowEveryOrigin(answer, {'X-Request-Id': `sandbox-${++requests}`, ...cors});
  };
}

function answerTo(context: Context): Answer {
  const {request, path, state} = context;
  if (request.method === 'OPTIONS') return {status: 204, body: ''};
  if (path.startsWith('/files/')) return readFile(request);
  if (request.headers.accept !== version) return legacyError(400, 'bad_request', 'Invalid api version used');
  const caller = findCaller(request);
  if ('status' in caller) return caller;
  return (
    failTwice(request, state) ?? answerPath(context, caller) ?? answerEngagement(context, caller) ?? routingError()
  );
}

function failTwice({headers}: SandboxRequest, state: GliaState): Answer | undefined {
  const token = headers.authorization ?? '';
  const kind = /-(busy|unlucky)$/.exec(token)?.[1];
  if (!kind || state.timesBefore(token) % 3 === 2) return undefined;
  if (kind === 'unlucky') return html(503, '<h1>Service unavailable</h1>');
  return {...platformError(429, 'too_many_requests', 'Slow down'), headers: {'Retry-After': '7'}};
}

function answerPath({request, path, base, state, ...context}: Context, caller: Caller): Answer | undefined {
  if (request.method !== 'GET') return undefined;
  const isVisitor = caller.role === 'visitor';
  if (path === '/engagements/queue/wait_duration') {
    return isVisitor ? json(200, {average_duration_in_seconds: 122}) : forbidden();
  }
  if (path === '/engagements') {
    return isVisitor ? forbidden() : listEngagements(request.url.searchParams, {...context, base, caller});
  }
  if (!/^\/sub_engagements\/\d+\/(twilio_)?recordings\/\w+$/.test(path)) return undefined;
  return isVisitor ? forbidden() : findRecording(path, base, state);
}

function answerEngagement({request, path, base, state, count}: Context, caller: Caller): Answer | undefined {
  const {id, action = ''} = /^\/engagements\/(?<id>[^/]+)(?<action>\/export)?$/.exec(path)?.groups ?? {};
  if (!id) return undefined;
  const number = numberOf(id);
  if (number === undefined || number >= count) return legacyError(404, 'not_found', 'Engagement was not found');
  const call = {request, caller, number, state};
  switch (`${request.method}${action}`) {
    case 'GET':
      return readEngagement(call, base);
    case 'PATCH':
      return endEngagement(call);
    case 'POST/export':
      return exportEngagement(call);
    default:
      return undefined;
  }
}
