import {json, type Answer} from '../http/answer.js';
import type {SandboxRequest} from '../http/request.js';
import {problem} from './problems.js';

/** The credentials of the only application and the only client that the sandbox knows. */
export const sandboxCredentials = {
  appkey: 'sandbox-appkey',
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-secret',
};

const path = /^\/api\/auth\/v1\/[a-z]{6}\/protocol\/openid-connect\/token$/i;
/** In ms. */
const lifetime = 900_000;

/** Issues access tokens and knows when each expires. */
export class AccessTokens {
  readonly #expiries = new Map<string, number>();

  /** The token endpoint, for the grant `client_credentials`. */
  readonly grant = (request: SandboxRequest): Answer | undefined => {
    if (!path.test(request.url.pathname)) return undefined;
    const {appkey, clientId, clientSecret} = sandboxCredentials;
    const form = new URLSearchParams(request.body);
    if (form.get('grant_type') !== 'client_credentials') return json(400, {error: 'unsupported_grant_type'});
    const isKnown =
      request.headers['appkey'] === appkey &&
      form.get('client_id') === clientId &&
      form.get('client_secret') === clientSecret;
    if (!isKnown) return json(401, {error: 'invalid_client'});
    const token = crypto.randomUUID();
    this.#expiries.set(token, request.at + lifetime);
    return json(200, {access_token: token, expires_in: lifetime / 1000, token_type: 'Bearer'});
  };

  /** Refuses a request without valid credentials. Returns `undefined` for valid ones. */
  refuse({headers, at}: SandboxRequest): Answer | undefined {
    if (headers['appkey'] !== sandboxCredentials.appkey) return problem(401, 'Invalid application key.');
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    return (this.#expiries.get(token) ?? 0) > at ? undefined : problem(401, 'Invalid access token.');
  }
}
