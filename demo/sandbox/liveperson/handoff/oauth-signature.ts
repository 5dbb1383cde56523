import {hmac, toBase64, toBytes} from '../../bytes.js';
import {isSameSecret} from '../../secrets.js';
import type {SandboxRequest} from '../../http/request.js';

/** The API key that every account of the sandbox has. */
export const sandboxKey = {
  consumer: {key: 'sandbox-app-key', secret: 'sandbox app secret'},
  token: {key: 'sandbox-access-token', secret: 'sandbox access token secret'},
};

/** How far a request's clock may be off, in s. */
const largestSkew = 300;

/** Checks OAuth 1.0a signatures (RFC 5849, HMAC-SHA1); each nonce is taken once. */
export class SignatureCheck {
  readonly #nonces = new Set<string>();

  /** What is wrong with a request's signature; nothing when it is right. */
  async findProblem({method, url, headers, at}: SandboxRequest): Promise<string | undefined> {
    const fields = parseHeader(headers.authorization);
    if (!fields) return 'No OAuth header';
    const {oauth_signature: signature = '', ...signed} = fields;
    if (signed.oauth_version !== '1.0' || signed.oauth_signature_method !== 'HMAC-SHA1') return 'Unsupported signature';
    if (signed.oauth_consumer_key !== sandboxKey.consumer.key) return 'Unknown consumer key';
    if (signed.oauth_token !== sandboxKey.token.key) return 'Unknown token';
    if (!isSameSecret(signature, await sign(method, url, signed, sandboxKey))) return 'Wrong signature';
    if (!(Math.abs(at / 1000 - Number(signed.oauth_timestamp)) <= largestSkew)) return 'Timestamp refused';
    const nonce = `${signed.oauth_timestamp ?? ''} ${signed.oauth_nonce ?? ''}`;
    if (!signed.oauth_nonce || this.#nonces.has(nonce)) return 'Nonce refused';
    this.#nonces.add(nonce);
    return undefined;
  }
}

type Fields = Readonly<Partial<Record<string, string>>>;

function parseHeader(header = ''): Fields | undefined {
  if (!header.startsWith('OAuth ')) return undefined;
  const pairs = [...header.slice(6).matchAll(/(\w+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, decodeURIComponent(value)]));
}

/** The signature of a request with these fields. A body of JSON is no part of it. */
export async function sign(
  method: string,
  {origin, pathname, searchParams}: URL,
  {realm, ...signed}: Fields,
  {consumer, token}: typeof sandboxKey,
): Promise<string> {
  const parameters = [...searchParams, ...Object.entries(signed)]
    .map(([name, value = '']) => `${encode(name)}=${encode(value)}`)
    .sort();
  const base = [method, `${origin}${pathname}`, parameters.join('&')].map(encode).join('&');
  const key = toBytes(`${encode(consumer.secret)}&${encode(token.secret)}`);
  return toBase64(await hmac('SHA-1', key, base));
}

// Stricter than `encodeURIComponent`: RFC 3986 keeps letters, digits and -._~ only.
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
