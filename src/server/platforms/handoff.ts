import type {
  ExternalEngagementClient,
  ExternalEngagementParameters,
} from '../../vendors/liveperson/handoff/external-engagement/external-engagement-client.js';
import {createHandler, type Handler} from '../http/handler.js';
import {toJson} from '../http/json-response.js';
import type {Origins} from '../http/origins.js';
import {Problem} from '../http/problem.js';
import {RateLimit} from '../http/rate-limit.js';
import type {Report} from '../http/report.js';
import {callPlatform} from './upstream.js';

/** Options of `createHandoff`. */
export interface HandoffOptions {
  /** Gets the links, such as `new ExternalEngagementClient({host, accountId, authorize})`. Required. */
  readonly client: Pick<ExternalEngagementClient, 'create'>;
  /** Which pages may ask. Required. */
  readonly origins: Origins;
  /** How many links one address gets in a minute. @default 30 */
  readonly limit?: number | undefined;
  /** What LivePerson is told of the visitor. @default `{appType: 'IVR'}` */
  readonly parameters?: ((request: Request) => ExternalEngagementParameters) | undefined;
  /** Clock, in ms since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  readonly report?: Report | undefined;
}

/**
 * Creates the handler at `handoff-url`, which gets one-time links to a conversation (External Engagement API) with the
 * account's key, and passes LivePerson's answer on.
 *
 * @throws ConfigurationError when `origins` is not a list of origins
 *
 * @example
 * const authorize = createOAuthSigner({consumer, token});
 * const client = new ExternalEngagementClient({host, accountId, authorize});
 * const handoff = createHandoff({client, origins: ['https://www.brand.example']});
 *
 * @see https://developers.liveperson.com/ivr-engagement-api-methods-external-engagement.html
 */
export function createHandoff(options: HandoffOptions): Handler {
  const {client, origins, limit = 30, parameters = () => ({appType: 'IVR'}), now = Date.now, report} = options;
  const addresses = new RateLimit({limit, period: 60_000, now});
  return createHandler({name: 'handoff', method: 'GET', origins, report}, async (request, {address}) => {
    const wait = address === undefined ? 0 : addresses.take(address);
    if (wait > 0) throw new Problem(429, 'Too many links for this address.', {retryAfter: wait / 1000});
    const answer = await callPlatform(() => client.create(parameters(request), {signal: request.signal}));
    return toJson(answer, {'Cache-Control': 'no-store'});
  });
}
