import {checkHeaderToken} from '../../http/header-token.js';

/** Says whether a request may be answered. */
export type Authorize = (request: Request) => boolean | Promise<boolean>;

/**
 * Makes a check of the header `Authorization: Bearer …`. It takes the same time for every wrong token.
 *
 * @param tokens each of them is accepted, so that a token can be replaced without a gap
 * @throws ConfigurationError when a token does not fit into a header, or there is none
 *
 * @example
 * const authorize = createBearerCheck(process.env.GATEWAY_TOKEN);
 */
export function createBearerCheck(...tokens: readonly string[]): Authorize {
  const [first, ...others] = tokens;
  const known = [first, ...others].map((token) => digest(checkHeaderToken(token, 'the gateway token')));
  return async ({headers}) => {
    const [, given] = /^Bearer ([\x21-\x7e]+)$/i.exec(headers.get('authorization') ?? '') ?? [];
    if (given === undefined) return false;
    const hash = await digest(given);
    const matches = (await Promise.all(known)).map((expected) => isSame(hash, expected));
    return matches.includes(true);
  };
}

/** Hashes have one length, and do not tell how a guess differs from the token. */
async function digest(token: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
}

function isSame(given: Uint8Array, expected: Uint8Array): boolean {
  return given.reduce((difference, byte, index) => difference | (byte ^ (expected[index] ?? 0)), 0) === 0;
}
