import type {Authorize} from '../gateway/bearer-check.js';
import {NotificationsUnavailableError} from '../notifications/notifications.js';
import {createOriginCheck, type Origins} from './origins.js';
import {Problem} from './problem.js';
import type {Report} from './report.js';

/** What the server knows of a client beside its request. */
export interface Peer {
  /** The client's address. Limits for an address need it. @default unknown */
  readonly address?: string | undefined;
}

/** Answers a request. It never rejects. */
export type Handler = (request: Request, peer?: Peer) => Promise<Response>;

export interface HandlerOptions {
  /** Name in reports. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Which pages may use it. @default none; only servers may */
  readonly origins?: Origins | undefined;
  /** Says which servers may use it. @default all that may know its address */
  readonly authorize?: Authorize | undefined;
  /** Whether pages send their cookies. @default false */
  readonly hasCookies?: boolean | undefined;
  /** Title of problems with status 400. @default the name of the status */
  readonly faultTitle?: string | undefined;
  readonly report?: Report | undefined;
}

/** Seconds after which a client may try again when the store of notifications cannot be reached. */
const storePause = 5;

/** Makes a handler of a function that answers good requests and throws a `Problem` for others. */
export function createHandler(
  options: HandlerOptions,
  answer: (request: Request, peer: Peer) => Promise<Response>,
): Handler {
  const {name, faultTitle, origins, report} = options;
  const isAllowed = origins && createOriginCheck(origins);
  return async (request, peer = {}) => {
    const origin = originOf(request);
    const isForeign = origin !== undefined && isAllowed?.(origin) === false;
    const answering = isForeign ? Promise.reject(new Problem(403, 'Unknown origin.')) : admit(request, options);
    const response = await answering
      .then((early) => early ?? answer(request, peer))
      .catch((error: unknown) => {
        const problem = toProblem(error);
        if (problem.status === 500) report?.({type: 'failure', handler: name, error: nameOf(error)});
        return problem.toResponse(problem.status === 400 ? faultTitle : undefined);
      });
    report?.({type: 'answer', handler: name, status: response.status});
    return isAllowed ? withCors(response, request, isForeign ? undefined : origin, options) : response;
  };
}

/** A page that hides its address names the origin `null`, which says nothing. */
const originOf = ({headers}: Request): string | undefined => {
  const origin = headers.get('origin');
  return origin === null || origin === 'null' ? undefined : origin;
};

/** Answers preflights, and refuses other methods and unknown servers. */
async function admit(request: Request, {method, origins, authorize}: HandlerOptions): Promise<Response | undefined> {
  if (request.method === 'OPTIONS' && origins) return new Response(null, {status: 204});
  if (request.method !== method) throw new Problem(405, `Expected ${method}.`, {headers: {Allow: method}});
  if (!authorize || (await authorize(request))) return undefined;
  const headers = {'WWW-Authenticate': 'Bearer'};
  throw new Problem(401, 'Expected the header Authorization with the server’s token.', {headers});
}

function withCors(
  response: Response,
  request: Request,
  origin: string | undefined,
  {method, hasCookies}: HandlerOptions,
): Response {
  response.headers.set('Vary', 'Origin');
  if (origin === undefined) return response;
  response.headers.set('Access-Control-Allow-Origin', origin);
  if (hasCookies) response.headers.set('Access-Control-Allow-Credentials', 'true');
  if (request.method !== 'OPTIONS') return response;
  response.headers.set('Access-Control-Allow-Methods', method);
  response.headers.set('Access-Control-Allow-Headers', 'Content-Type');
  response.headers.set('Access-Control-Max-Age', '7200');
  return response;
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof NotificationsUnavailableError) {
    return new Problem(503, 'The store of notifications cannot be reached.', {retryAfter: storePause});
  }
  return new Problem(500, 'The server has failed.');
}

/** The class of an error. Its message may quote an id. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
