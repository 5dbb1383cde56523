/** Signs texts and reads what it has signed. */
export interface Signer {
  sign(content: string): Promise<string>;
  /** The content of a signed text. Undefined if the signature is wrong. */
  read(signed: string): Promise<string | undefined>;
}

type Secret = Uint8Array<ArrayBuffer>;

const algorithm = {name: 'HMAC', hash: 'SHA-256'};

/** So long is a ticket at most. A longer one is not even looked at. */
const longest = 1_024;

/**
 * @param secret signs
 * @param oldSecrets are accepted, too
 */
export function createSigner(secret: Secret, ...oldSecrets: readonly Secret[]): Signer {
  const key = importKey(secret);
  const keys = [key, ...oldSecrets.map(importKey)];
  return {
    sign: async (content) => {
      const body = encode(new TextEncoder().encode(content));
      const signature = await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(body));
      return `${body}.${encode(new Uint8Array(signature))}`;
    },
    read: async (signed) => {
      const [, body, signature] = (signed.length <= longest && /^([\w-]+)\.([\w-]{43})$/.exec(signed)) || [];
      if (body === undefined || signature === undefined) return undefined;
      for (const each of keys) if (await verify(await each, body, decode(signature))) return toText(decode(body));
      return undefined;
    },
  };
}

function importKey(secret: Secret): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, algorithm, false, ['sign', 'verify']);
}

function verify(key: CryptoKey, body: string, signature: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return crypto.subtle.verify('HMAC', key, signature, new TextEncoder().encode(body));
}

/** Encodes bytes as base64url. */
function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');
}

function decode(encoded: string): Uint8Array<ArrayBuffer> {
  const characters = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}

const toText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
