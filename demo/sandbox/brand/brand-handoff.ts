import type {Fetch} from '../../../src/http/request.js';
import {ExternalEngagementClient} from '../../../src/vendors/liveperson/handoff/external-engagement/external-engagement-client.js';
import {ExternalEngagementError} from '../../../src/vendors/liveperson/handoff/external-engagement/external-engagement-error.js';
import {json, type Answer} from '../http/answer.js';
import {allowEveryOrigin} from '../http/cors.js';
import {toApiHost} from '../http/request.js';
import type {Service} from '../http/service.js';
import {errorBody} from '../liveperson/handoff/handoff-scenarios.js';
import {sandboxKey} from '../liveperson/handoff/oauth-signature.js';
import {createSigner} from './oauth-signer.js';

/**
 * The brand's own endpoint for hand-offs. It signs with the API key, which must not reach a browser, and passes on what the
 * platform answers. Pages of every origin can read it, because those of the tests have another origin.
 */
export function brandHandoff(fetch: Fetch | undefined): Service {
  return async ({url, at}) => {
    if (url.pathname !== '/brand/handoff') return undefined;
    const accountId = url.searchParams.get('account') ?? 'brand';
    const authorize = createSigner(sandboxKey);
    const client = new ExternalEngagementClient({host: toApiHost(url), accountId, authorize, fetch});
    const answer = await client.create({appType: 'IVR'}).then(
      (body) => json(200, body),
      (error: unknown) => refusal(error, at),
    );
    return allowEveryOrigin(answer, {'Cache-Control': 'no-store'});
  };
}

function refusal(error: unknown, at: number): Answer {
  if (!(error instanceof ExternalEngagementError)) return json(502, errorBody(at, String(error), '0'));
  const {status, vendorMessage = '', internalCode = '0'} = error;
  return json(status, errorBody(at, vendorMessage, internalCode));
}
