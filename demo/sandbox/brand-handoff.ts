import {createHmac} from 'node:crypto';
import OAuth from 'oauth-1.0a';
import {ExternalEngagementClient} from '../../src/vendors/liveperson/external-engagement-client.js';
import {ExternalEngagementError} from '../../src/vendors/liveperson/external-engagement-error.js';
import {json, type Answer} from './answer.js';
import {errorBody} from './handoff-scenarios.js';
import {sandboxKey} from './oauth-signature.js';
import type {Service} from './request.js';

/** The brand's own endpoint: it has the API key, which a browser must not have, and passes the platform's answer on. */
export const brandHandoff: Service = async ({url, at}) => {
  if (url.pathname !== '/brand/handoff') return undefined;
  const accountId = url.searchParams.get('account') ?? 'brand';
  const client = new ExternalEngagementClient({host: url.origin, accountId, authorize: createSigner(sandboxKey)});
  return readable(
    await client.create({appType: 'IVR'}).then(
      (body) => json(200, body),
      (error: unknown) => refusal(error, at),
    ),
  );
};

/** Signs requests with OAuth 1.0a. A body of JSON is no part of the signature. */
export function createSigner({consumer, token}: typeof sandboxKey): (request: Request) => Request {
  const oauth = new OAuth({
    consumer,
    signature_method: 'HMAC-SHA1',
    hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
  });
  return (request) => {
    const {url, method} = request;
    request.headers.set('Authorization', oauth.toHeader(oauth.authorize({url, method}, token)).Authorization);
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
