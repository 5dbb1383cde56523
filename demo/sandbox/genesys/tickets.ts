import {createHmac, randomBytes, randomUUID} from 'node:crypto';
import {isSameSecret} from './secret.js';
import {isVisitId} from './vendor-ids.js';

/** For how long a ticket is good. */
export const validForSeconds = 60;

// Of the process and not of one sandbox: a brand's backend keeps its key when the server restarts.
const key = randomBytes(32);

interface Claims {
  readonly visit: string;
  readonly expires: number;
}

/** Makes and reads the tickets by which a page may listen to exactly one visit. */
export class Tickets {
  readonly #now: () => number;
  readonly #redeemed = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(visit: string): string {
    const claims = {visit, expires: this.#now() + validForSeconds * 1000, id: randomUUID()};
    const content = Buffer.from(JSON.stringify(claims)).toString('base64url');
    return signed(content);
  }

  /** The visit that a valid ticket is for. */
  read(ticket: unknown): string | undefined {
    const claims = readSigned(ticket);
    return claims && claims.expires > this.#now() && isVisitId(claims.visit) ? claims.visit : undefined;
  }

  /** Whether it is a valid ticket for this visit. It is used up then. */
  redeem(ticket: string, visit: string): boolean {
    const now = this.#now();
    for (const [old, at] of this.#redeemed) if (now - at >= validForSeconds * 1000) this.#redeemed.delete(old);
    if (this.#redeemed.has(ticket) || this.read(ticket) !== visit) return false;
    this.#redeemed.set(ticket, now);
    return true;
  }
}

// The whole text is compared, since one signature has many spellings in base64.
function readSigned(ticket: unknown): Claims | undefined {
  if (typeof ticket !== 'string') return undefined;
  const [content = ''] = ticket.split('.');
  if (!isSameSecret(ticket, signed(content))) return undefined;
  return JSON.parse(Buffer.from(content, 'base64url').toString()) as Claims;
}

function signed(content: string): string {
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
}
