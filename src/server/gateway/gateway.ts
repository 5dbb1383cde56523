import {createHandler, type Handler} from '../http/handler.js';
import {Problem} from '../http/problem.js';
import {RateLimit} from '../http/rate-limit.js';
import type {Report} from '../http/report.js';
import type {Notifications} from '../notifications/notifications.js';
import type {Authorize} from './bearer-check.js';
import {objectNames, toGatewayCall, type GatewayCall, type GatewayMethod} from './gateway-call.js';
import {readParameterObject} from './parameter-object.js';

/** Options of `createGateway`. */
export interface GatewayOptions {
  /** Carries the messages to the streams. Required. */
  readonly notifications: Notifications;
  /** Says which programs may invite visitors, such as `createBearerCheck(token)`. Required. */
  readonly authorize: Authorize;
  /** How many calls one visit may get in a minute. @default 60 */
  readonly callsPerVisit?: number | undefined;
  /** Clock, in ms since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  readonly report?: Report | undefined;
}

const path = /\/(?:server|backend)\/data\/gateway\/(engage|noengage)$/;

/**
 * Creates the handler of the gateway, where programs invite a visitor and take the invitation back (Engagement REST
 * API). `GatewayClient` is its client. The answer says whether the visitor's pages are listening, and which.
 *
 * A call with an `engagementID` may be repeated: the page gets it once in 60 s.
 *
 * @example
 * const gateway = createGateway({notifications, authorize: createBearerCheck(token)});
 * const response = await gateway(request); // POST …/server/data/gateway/engage
 *
 * @see https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 */
export function createGateway(options: GatewayOptions): Handler {
  const {notifications, authorize, callsPerVisit = 60, now = Date.now, report} = options;
  const visits = new RateLimit({limit: callsPerVisit, period: 60_000, now});
  return createHandler({name: 'gateway', method: 'POST', faultTitle: 'FAULT', report}, async (request) => {
    if (!(await authorize(request))) throw unauthorized();
    const method = methodOf(request);
    const fields = await readParameterObject(request, objectNames[method]);
    const call = await toGatewayCall(method, fields, now());
    const wait = visits.take(call.visit);
    if (wait > 0) throw new Problem(429, 'Too many calls for this visit.', {retryAfter: wait / 1000});
    return publish(call, notifications);
  });
}

function methodOf({url}: Request): GatewayMethod {
  const [, method] = path.exec(new URL(url).pathname) ?? [];
  if (method === 'engage' || method === 'noengage') return method;
  throw new Problem(404, 'Expected the path of engage or noengage.');
}

const unauthorized = (): Problem =>
  new Problem(401, 'Expected the header Authorization with the server’s token.', {
    headers: {'WWW-Authenticate': 'Bearer'},
  });

async function publish(call: GatewayCall, notifications: Notifications): Promise<Response> {
  const {visit, message, repetition, engagementID} = call;
  const {isListening, pages} = await notifications.publish(visit, [message], repetition);
  return Response.json({status: 'ok', engagementID, listening: isListening, pages});
}
