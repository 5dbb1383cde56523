import type {Fetch} from '../../../src/http/request.js';
import {ExternalEngagementClient} from '../../../src/vendors/liveperson/handoff/external-engagement-client.js';
import {ExternalEngagementError} from '../../../src/vendors/liveperson/handoff/external-engagement-error.js';
import {json, type Answer} from '../http/answer.js';
import {errorBody} from '../liveperson/handoff/handoff-scenarios.js';
import {encode, sandboxKey, sign} from '../liveperson/handoff/oauth-signature.js';
import {apiHost, type Service} from '../http/request.js';

/** The brand's own endpoint: it has the API key, which a browser must not have, and passes the platform's answer on. */
export function brandHandoff(fetch: Fetch | undefined): Service {
  return async ({url, at}) => {
    if (url.pathname !== '/brand/handoff') return undefined;
    const accountId = url.searchParams.get('account') ?? 'brand';
    const client = new ExternalEngagementClient({
      host: apiHost(url),
      accountId,
      authorize: createSigner(sandboxKey),
      fetch,
    });
    return readable(
      await client.create({appType: 'IVR'}).then(
        (body) => json(200, body),
        (error: unknown) => refusal(error, at),
      ),
    );
  };
}

/** Signs requests with OAuth 1.0a. */
export function createSigner(key: typeof sandboxKey): (request: Request) => Promise<Request> {
  return async (request) => {
    const fields = {
      oauth_consumer_key: key.consumer.key,
      oauth_token: key.token.key,
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: String(Math.floor(Date.now() / 1000)),
      oauth_nonce: crypto.randomUUID(),
      oauth_version: '1.0',
    };
    const oauth_signature = await sign(request.method, new URL(request.url), fields, key);
    const pairs = Object.entries({...fields, oauth_signature}).map(([name, value]) => `${name}="${encode(value)}"`);
    request.headers.set('Authorization', `OAuth ${pairs.join(', ')}`);
    return request;
  };
}

function refusal(error: unknown, at: number): Answer {
  if (!(error instanceof ExternalEngagementError)) return json(502, errorBody(at, String(error), '0'));
  const {status, vendorMessage = '', internalCode = '0'} = error;
  return json(status, errorBody(at, vendorMessage, internalCode));
}

// The tests' pages are of another origin than the sandbox.
function readable(answer: Answer): Answer {
  const headers = {...answer.headers, 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*'};
  return {...answer, headers};
}
