import {createHandler, type Handler} from '../http/handler.js';
import {Problem} from '../http/problem.js';
import {toJson} from '../http/json-response.js';
import {RateLimit} from '../http/rate-limit.js';
import type {Report} from '../http/report.js';
import type {Notifications} from '../notifications/notifications.js';
import type {Authorize} from './bearer-check.js';
import {readGatewayCall, type GatewayCall} from './gateway-call.js';

/** Options of `createGateway`. */
export interface GatewayOptions {
  /** Carries the messages to the streams. Required. */
  readonly notifications: Pick<Notifications, 'publish'>;
  /** Says which programs may invite visitors, such as `createBearerCheck(token)`. Required. */
  readonly authorize: Authorize;
  /** How many calls one visit may get in a minute. @default 60 */
  readonly callsPerVisit?: number | undefined;
  /** Clock, in ms since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  readonly report?: Report | undefined;
}

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
  const handler = {name: 'gateway', method: 'POST', faultTitle: 'FAULT', authorize, report} as const;
  return createHandler(handler, async (request) => {
    const call = await readGatewayCall(request, now());
    const wait = visits.take(call.visit);
    if (wait > 0) throw new Problem(429, 'Too many calls for this visit.', {retryAfter: wait / 1000});
    return publish(call, notifications);
  });
}

async function publish(call: GatewayCall, notifications: GatewayOptions['notifications']): Promise<Response> {
  const {visit, message, repetition, engagementID} = call;
  const {isListening, pages} = await notifications.publish(visit, [message], repetition);
  return toJson({status: 'ok', engagementID, listening: isListening, pages});
}
