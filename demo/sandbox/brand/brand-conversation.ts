import type {Fetch} from '../../../src/http/request.js';
import {createEndConversation} from '../../../src/server/platforms/end-conversation.js';
import {createWaitTime} from '../../../src/server/platforms/wait-time.js';
import {GliaClient} from '../../../src/vendors/glia/glia-client.js';
import {answerBy} from '../http/handlers.js';
import type {Service} from '../http/service.js';

interface BrandConversationOptions {
  /** Origin of the running sandbox. */
  readonly origin: () => string;
  readonly fetch?: Fetch | undefined;
  /** In ms since the epoch. */
  readonly now: () => number;
}

/** The brand's own endpoints for how long visitors wait, and for the end of a conversation. The platform is Glia. */
export function brandConversation({origin, fetch, now}: BrandConversationOptions): Service {
  // The origin is known once the sandbox listens.
  const client = (): GliaClient => new GliaClient({baseUrl: `${origin()}/glia`, getToken: () => 'visitor', fetch});
  const handlers = {
    '/brand/wait-time': createWaitTime({
      client: {queueWaitDuration: (options) => client().queueWaitDuration(options)},
      origins: '*',
      now,
    }),
    // The visitor of a demo may end every conversation of it.
    '/brand/end-conversation': createEndConversation({
      client: {endEngagement: (id, options) => client().endEngagement(id, options)},
      authorize: () => true,
      origins: '*',
    }),
  };
  return (request) => {
    const {pathname} = request.url;
    return isPath(pathname, handlers) ? answerBy(handlers[pathname], request) : undefined;
  };
}

function isPath<Handlers extends object>(path: string, handlers: Handlers): path is string & keyof Handlers {
  return Object.hasOwn(handlers, path);
}
