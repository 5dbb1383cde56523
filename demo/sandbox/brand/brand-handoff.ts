import type {Fetch} from '../../../src/http/request.js';
import type {Handler} from '../../../src/server/http/handler.js';
import {createHandoff} from '../../../src/server/platforms/handoff.js';
import {createOAuthSigner} from '../../../src/server/platforms/oauth-signer.js';
import {ExternalEngagementClient} from '../../../src/vendors/liveperson/handoff/external-engagement/external-engagement-client.js';
import {answerBy} from '../http/handlers.js';
import {toApiHost} from '../http/request.js';
import type {Service} from '../http/service.js';
import {sandboxKey} from '../liveperson/handoff/oauth-signature.js';

/** The brand's own endpoint for hand-offs. Pages of every origin may use it, because those of the tests have another one. */
export function brandHandoff(fetch: Fetch | undefined): Service {
  const authorize = createOAuthSigner(sandboxKey);
  const handlerOf = (host: string, accountId: string): Handler => {
    const client = new ExternalEngagementClient({host, accountId, authorize, fetch});
    return createHandoff({client, origins: '*'});
  };
  return (request) => {
    const {pathname, searchParams} = request.url;
    if (pathname !== '/brand/handoff') return undefined;
    return answerBy(handlerOf(toApiHost(request.url), searchParams.get('account') ?? 'brand'), request);
  };
}
