import * as z from 'zod/mini';
import {checkSetting, ConfigurationError} from '../../check/configuration-error.js';

const identitiesSchema = z.array(
  z.object({
    /** Who vouches for the identity: the brand's issuer for an authenticated visitor. */
    iss: z.optional(z.string()),
    /** `"0"` for a visitor who is not authenticated, `"loa1"` for one who is. */
    acr: z.literal(['0', 'loa1']),
    /** The visitor: unguessable, innumerable, and never given to anybody else. */
    sub: z.string(),
    /** The visitor's token, to check `sub` against. It is never sent. */
    jwt: z.optional(z.string()),
  }),
);

/**
 * Who the visitor is to the brand (Monitoring API, Body Parameters).
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export type Identity = z.input<typeof identitiesSchema>[number];

/** The shapes that Monitoring API, Security considerations, forbids; the first that fits names the broken rule. */
const forbiddenShapes: readonly {readonly rule: string; readonly shape: string; readonly pattern: RegExp}[] = [
  {rule: 'unguessable', shape: 'an e-mail address', pattern: /^\S+@\S+\.\S+$/},
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

/**
 * Refuses an id that could be guessed, counted or shared.
 *
 * @throws ConfigurationError that names the rule, and never the id
 */
export function checkSubject(sub: string, name: string): void {
  const subject = sub.trim();
  const broken = forbiddenShapes.find(({pattern}) => pattern.test(subject));
  if (subject && !broken) return;
  const {rule, shape} = broken ?? {rule: 'set', shape: 'nothing'};
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
  return checkSetting(identitiesSchema, identities, 'identities').map(({jwt, ...identity}, index) => {
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

/** Reads `sub` out of a token without verifying it, which is the server's part. */
function readSubject(jwt: string): unknown {
  try {
    const payload = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return (JSON.parse(new TextDecoder().decode(bytes)) as {sub?: unknown}).sub;
  } catch {
    return undefined;
  }
}

/** Makes an id for a visitor who is not authenticated: 128 random bits in hexadecimal. */
export function createAnonymousSubject(random: Pick<Crypto, 'getRandomValues'> = crypto): string {
  return Array.from(random.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
