import {own} from '../../check/own.js';
import * as z from 'zod/mini';
import {kindOf} from '../../check/check.js';
import {longestId} from '../../check/ids.js';
import {checkSetting, ConfigurationError} from '../../check/configuration-error.js';

const identitiesSchema = z.array(
  z.object({
    /** The issuer that vouches for the identity of an authenticated visitor. */
    iss: z.optional(z.string()),
    /** `"0"` for a visitor who is not authenticated, `"loa1"` for one who is. */
    acr: z.literal(['0', 'loa1']),
    /** Id of the visitor: unguessable, innumerable and unique to one person. */
    sub: z.string(),
    /** The visitor's JSON Web Token. Its `sub` must be the same as `sub`. The token itself is never sent. */
    jwt: z.optional(z.string()),
  }),
);

/**
 * Who the visitor is to the brand (Monitoring API, Body Parameters).
 *
 * @example
 * const identity: Identity = {acr: 'loa1', iss: 'https://brand.example', sub: '2f6c1c5e-7c0a-4b3c-9a38-1f0d8f9d6a11'};
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export type Identity = z.input<typeof identitiesSchema>[number];

/** Shapes that the Monitoring API forbids (Security considerations). The first that matches names the broken rule. */
const forbiddenShapes: readonly {readonly rule: string; readonly shape: string; readonly pattern: RegExp}[] = [
  {rule: 'unguessable', shape: 'an e-mail address', pattern: /^[^\s@]+@[^\s@.]+\.\S+$/},
  {
    rule: 'unguessable',
    shape: 'a phone number',
    pattern: /^(\+|tel:|00)[+\d\s().-]{6,20}$|^\(?\d+\)?[\s.-][\d\s().-]{5,}$/,
  },
  {rule: 'innumerable', shape: 'a serial number', pattern: /^[a-z]*[\s_#:.-]*\d{1,15}$/i},
  {
    rule: 'unique per user',
    shape: 'a placeholder',
    pattern:
      /^(anonymous|guest|user|visitor|customer|test|default|unknown|none|null|undefined|nan|true|false|\[object object\])$/i,
  },
];

interface Breach {
  readonly rule: string;
  readonly shape: string | undefined;
}

function findBreach(sub: unknown): Breach | undefined {
  if (typeof sub !== 'string') return {rule: 'text', shape: kindOf(sub)};
  if (sub.length > longestId) return {rule: `at most ${longestId} characters`, shape: 'more'};
  const subject = sub.trim();
  if (!subject) return {rule: 'set', shape: 'nothing'};
  return forbiddenShapes.find(({pattern}) => pattern.test(subject));
}

/**
 * Refuses an id that could be guessed, counted or shared.
 *
 * @throws ConfigurationError that names the rule, and never the id
 */
export function checkSubject(sub: unknown, name: string): void {
  const {rule, shape} = findBreach(sub) ?? {};
  if (!rule) return;
  throw new ConfigurationError(
    `Expected ${name} to be ${rule}, got ${shape}; use a random UUID that your server keeps for this person, or a salted hash made on your server`,
  );
}

/**
 * Checks identities and leaves out what the vendor does not need.
 *
 * @throws ConfigurationError
 */
export function checkIdentities(identities: unknown): readonly Omit<Identity, 'jwt'>[] {
  return checkSetting(identitiesSchema, identities, 'identities').map((entry, index) => {
    const {jwt, ...identity} = own(entry);
    const name = `identities[${index}].sub`;
    checkSubject(identity.sub, name);
    if (jwt !== undefined && readSubject(jwt) !== identity.sub) {
      throw new ConfigurationError(
        `Expected ${name} to be the "sub" of its JWT, got another one; take both from the same login`,
      );
    }
    return identity;
  });
}

/** Reads `sub` from a token without verifying the token. That is the server's task. */
function readSubject(jwt: string): unknown {
  try {
    const payload = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return (JSON.parse(new TextDecoder().decode(bytes)) as {sub?: unknown}).sub;
  } catch {
    return undefined;
  }
}

/**
 * Creates the `sub` of a visitor who is not authenticated: 128 random bits, as 32 hexadecimal digits.
 *
 * @param random source of random bytes; the platform's `crypto` by default
 *
 * @example
 * const identities = [{acr: '0', sub: createAnonymousSubject()}] as const;
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export function createAnonymousSubject(random: Pick<Crypto, 'getRandomValues'> = crypto): string {
  return Array.from(random.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
