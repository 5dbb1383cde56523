import {toBase64, toBytes} from '../../bytes.js';
import {hmac} from '../../secrets.js';

/** An API key of OAuth 1.0a. */
export interface OAuthKey {
  readonly consumer: {readonly key: string; readonly secret: string};
  readonly token: {readonly key: string; readonly secret: string};
}

/** The API key of every account in the sandbox. */
export const sandboxKey: OAuthKey = {
  consumer: {key: 'sandbox-app-key', secret: 'sandbox app secret'},
  token: {key: 'sandbox-access-token', secret: 'sandbox access token secret'},
};

/** Fields of an `Authorization: OAuth` header by their names. */
export type OAuthFields = Readonly<Partial<Record<string, string>>>;

/**
 * The signature of a request with these fields (OAuth 1.0a, RFC 5849, HMAC-SHA1). A JSON body is not part of it, and
 * neither is the field `realm`.
 */
export async function sign(
  method: string,
  {origin, pathname, searchParams}: URL,
  {realm, ...signed}: OAuthFields,
  {consumer, token}: OAuthKey,
): Promise<string> {
  const parameters = [...searchParams, ...Object.entries(signed)]
    .map(([name, value = '']) => `${encode(name)}=${encode(value)}`)
    .sort();
  const base = [method, `${origin}${pathname}`, parameters.join('&')].map(encode).join('&');
  const key = toBytes(`${encode(consumer.secret)}&${encode(token.secret)}`);
  return toBase64(await hmac('SHA-1', key, base));
}

/** Percent-encodes all but letters, digits and `-._~` (RFC 3986), which is stricter than `encodeURIComponent`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
