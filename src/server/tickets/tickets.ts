import {ConfigurationError} from '../../check/configuration-error.js';
import {isVisitId} from '../http/ids.js';
import {createSigner} from './signer.js';

/** Options of `createTickets`. */
export interface TicketsOptions {
  /**
   * At least 32 bytes that only the brand's servers know. Of a list, the first one signs and all are accepted, so that a
   * secret can be replaced without a gap. Required.
   */
  readonly secret: string | readonly string[];
  /** How long a ticket opens a stream, in s. @default 60 */
  readonly lifetime?: number | undefined;
  /** Clock, in ms since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/** Whom a ticket is for. */
export interface TicketHolder {
  /** Id of the visit. */
  readonly visit: string;
  /** Origin of the pages that may use the ticket, such as `https://www.brand.example`. @default any */
  readonly origin?: string | undefined;
}

/** What a good ticket says. */
export interface Ticket extends TicketHolder {
  readonly id: string;
  /** In ms since the epoch. */
  readonly expires: number;
}

/**
 * Issues and reads tickets. A ticket lets the pages of one origin listen to one visit.
 *
 * @example
 * const ticket = await tickets.issue({visit, origin: 'https://www.brand.example'});
 */
export interface Tickets {
  /** @throws ConfigurationError when the visit cannot be one */
  issue(holder: TicketHolder): Promise<string>;
  /**
   * Reads a ticket. Undefined if it is forged, or expired longer ago than `grace`.
   *
   * @param grace in ms @default 0
   */
  read(ticket: string, grace?: number): Promise<Ticket | undefined>;
}

const shortestSecret = 32;

/**
 * Creates what issues tickets on the page's server and checks them where the streams are open. Both need the same
 * secret. Tickets are signed by HMAC-SHA-256.
 *
 * @throws ConfigurationError when a secret is shorter than 32 bytes
 *
 * @example
 * const tickets = createTickets({secret: [newSecret, oldSecret]});
 */
export function createTickets({secret, lifetime = 60, now = Date.now}: TicketsOptions): Tickets {
  const [first, ...others] = [secret].flat();
  const signer = createSigner(checkSecret(first), ...others.map(checkSecret));
  return {
    issue: async ({visit, origin}) => {
      if (!isVisitId(visit)) throw new ConfigurationError('Expected visit to be the id of a visit, got something else');
      const claims = {id: crypto.randomUUID(), visit, origin, expires: now() + lifetime * 1000};
      return signer.sign(JSON.stringify(claims satisfies Ticket));
    },
    read: async (ticket, grace = 0) => {
      const content = await signer.read(ticket);
      const claims = content === undefined ? undefined : (JSON.parse(content) as Ticket);
      return claims && claims.expires + grace > now() ? claims : undefined;
    },
  };
}

/** @throws ConfigurationError that does not quote the secret */
function checkSecret(secret: unknown): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(typeof secret === 'string' ? secret : '');
  if (bytes.length >= shortestSecret) return bytes;
  throw new ConfigurationError(
    `Expected secret to be a text of at least ${shortestSecret} bytes, got ${bytes.length}; write: openssl rand -base64 48`,
    'secret',
  );
}
