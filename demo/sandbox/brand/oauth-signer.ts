import {encode, sign, type OAuthKey} from '../liveperson/handoff/oauth-signature.js';

/** Makes a function that signs requests with OAuth 1.0a, as `ExternalEngagementClient` takes it for `authorize`. */
export function createSigner(key: OAuthKey): (request: Request) => Promise<Request> {
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
