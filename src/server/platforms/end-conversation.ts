import type {GliaClient} from '../../vendors/glia/glia-client.js';
import {parseObject, readText} from '../http/body.js';
import {createHandler, type Handler} from '../http/handler.js';
import type {Origins} from '../http/origins.js';
import {Problem} from '../http/problem.js';
import type {Report} from '../http/report.js';
import {callPlatform} from './upstream.js';

/** Options of `createEndConversation`. */
export interface EndConversationOptions {
  /** Ends engagements, such as `new GliaClient({getToken})`. Required. */
  readonly client: Pick<GliaClient, 'endEngagement'>;
  /** Says whether the visitor who asks may end this engagement, by the brand's own session. Required. */
  readonly authorize: (request: Request, engagementId: string) => boolean | Promise<boolean>;
  /** Which pages may ask. Required. */
  readonly origins: Origins;
  readonly report?: Report | undefined;
}

/**
 * Creates the handler that ends a visitor's conversation: `POST {"engagementId": "…"}`. Browsers send the cookies of the
 * brand's session, by which `authorize` knows whose conversation it is.
 *
 * @throws ConfigurationError when `origins` is not a list of origins
 *
 * @example
 * const endConversation = createEndConversation({client, authorize: isOwnEngagement, origins: ['https://www.brand.example']});
 */
export function createEndConversation({client, authorize, origins, report}: EndConversationOptions): Handler {
  const options = {name: 'end-conversation', method: 'POST', origins, hasCookies: true, report} as const;
  return createHandler(options, async (request) => {
    const {engagementId} = parseObject(await readText(request), 'with engagementId');
    if (typeof engagementId !== 'string' || !/^[\w-]{1,128}$/.test(engagementId)) {
      throw new Problem(400, 'Expected engagementId to be the id of an engagement.');
    }
    if (!(await authorize(request, engagementId))) throw new Problem(403, 'Not a conversation of this visitor.');
    await callPlatform(() => client.endEngagement(engagementId));
    return new Response(null, {status: 204});
  });
}
