import {ConfigurationError} from '../../check/configuration-error.js';

/** A key and its secret. */
export interface OAuthPair {
  readonly key: string;
  readonly secret: string;
}

/** Options of `createOAuthSigner`: the account's API key. */
export interface OAuthSignerOptions {
  /** App key and secret. Required. */
  readonly consumer: OAuthPair;
  /** Access token and its secret. Required. */
  readonly token: OAuthPair;
}

/**
 * Creates what signs requests with OAuth 1.0a (HMAC-SHA1), as `authorize` of `ExternalEngagementClient`. The package
 * `oauth-1.0a` must be installed.
 *
 * @example
 * const authorize = createOAuthSigner({
 *   consumer: {key: process.env.LP_APP_KEY, secret: process.env.LP_APP_SECRET},
 *   token: {key: process.env.LP_ACCESS_TOKEN, secret: process.env.LP_ACCESS_TOKEN_SECRET},
 * });
 *
 * @see https://datatracker.ietf.org/doc/html/rfc5849
 */
export function createOAuthSigner({consumer, token}: OAuthSignerOptions): (request: Request) => Promise<Request> {
  return async (request) => {
    const OAuth = await loadOAuth();
    const oauth = new OAuth({consumer, signature_method: 'HMAC-SHA1', hash_function: () => ''});
    const call = {url: request.url, method: request.method};
    const {oauth_signature: _, ...fields} = oauth.authorize(call, token);
    // The package hashes without waiting. The platform's own hash is a promise.
    const oauth_signature = await hmac(oauth.getSigningKey(token.secret), oauth.getBaseString(call, fields));
    const signed = new Request(request);
    signed.headers.set('Authorization', oauth.toHeader({...fields, oauth_signature}).Authorization);
    return signed;
  };
}

async function loadOAuth() {
  try {
    return (await import('oauth-1.0a')).default;
  } catch {
    throw new ConfigurationError('Cannot find the package oauth-1.0a: npm install oauth-1.0a');
  }
}

async function hmac(key: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = {name: 'HMAC', hash: 'SHA-1'};
  const imported = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', imported, encoder.encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}
