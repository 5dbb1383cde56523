import type {SandboxRequest} from '../../http/request.js';
import {isSameSecret} from '../../secrets.js';
import {sandboxKey, sign, type OAuthFields} from './oauth-signature.js';

/** How far the clock of a request may be off, in s. */
const maxSkew = 300;

/** Checks the OAuth 1.0a signatures of requests. Each nonce is accepted once. */
export class SignatureCheck {
  readonly #nonces = new Set<string>();

  /** Says what is wrong with the signature of a request. Returns `undefined` for a good signature. */
  async findProblem({method, url, headers, at}: SandboxRequest): Promise<string | undefined> {
    const fields = parseHeader(headers.authorization);
    if (!fields) return 'No OAuth header';
    const {oauth_signature: signature = '', ...signed} = fields;
    if (signed.oauth_version !== '1.0' || signed.oauth_signature_method !== 'HMAC-SHA1') return 'Unsupported signature';
    if (signed.oauth_consumer_key !== sandboxKey.consumer.key) return 'Unknown consumer key';
    if (signed.oauth_token !== sandboxKey.token.key) return 'Unknown token';
    if (!isSameSecret(signature, await sign(method, url, signed, sandboxKey))) return 'Wrong signature';
    if (!(Math.abs(at / 1000 - Number(signed.oauth_timestamp)) <= maxSkew)) return 'Timestamp refused';
    return this.#admitNonce(signed) ? undefined : 'Nonce refused';
  }

  #admitNonce({oauth_timestamp: timestamp = '', oauth_nonce: nonce}: OAuthFields): boolean {
    const used = `${timestamp} ${nonce ?? ''}`;
    if (!nonce || this.#nonces.has(used)) return false;
    this.#nonces.add(used);
    return true;
  }
}

function parseHeader(header = ''): OAuthFields | undefined {
  if (!header.startsWith('OAuth ')) return undefined;
  const pairs = [...header.slice(6).matchAll(/(\w+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, decodeURIComponent(value)]));
}
