import {createHmac, timingSafeEqual} from 'node:crypto';
import type {SandboxRequest} from './request.js';

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
  findProblem({method, url, headers, at}: SandboxRequest): string | undefined {
    const fields = parseHeader(headers.authorization);
    if (!fields) return 'No OAuth header';
    const {oauth_signature: signature = '', ...signed} = fields;
    if (signed.oauth_version !== '1.0' || signed.oauth_signature_method !== 'HMAC-SHA1') return 'Unsupported signature';
    if (signed.oauth_consumer_key !== sandboxKey.consumer.key) return 'Unknown consumer key';
    if (signed.oauth_token !== sandboxKey.token.key) return 'Unknown token';
    if (!isEqual(signature, sign(method, url, signed))) return 'Wrong signature';
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

function sign(method: string, {origin, pathname, searchParams}: URL, {realm, ...signed}: Fields): string {
  const parameters = [...searchParams, ...Object.entries(signed)]
    .map(([name, value = '']) => `${encode(name)}=${encode(value)}`)
    .sort();
  const base = [method, `${origin}${pathname}`, parameters.join('&')].map(encode).join('&');
  const key = `${encode(sandboxKey.consumer.secret)}&${encode(sandboxKey.token.secret)}`;
  return createHmac('sha1', key).update(base).digest('base64');
}

// Stricter than `encodeURIComponent`: RFC 3986 keeps letters, digits and -._~ only.
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
