import {randomBytes, textFromBase64Url, toBase64Url, toBytes} from '../../bytes.js';
import {hmac, isSameSecret} from '../../secrets.js';
import {isVisitId} from './vendor-ids.js';

/** Lifetime of a ticket. */
export const validForSeconds = 60;

// One key for all sandboxes of the process, because a brand's backend keeps its key when its server restarts.
const key = randomBytes(32);

interface Claims {
  readonly visit: string;
  readonly expires: number;
}

/** Issues and reads tickets. Each lets a page listen to one visit. */
export class Tickets {
  readonly #now: () => number;
  readonly #redeemed = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(visit: string): Promise<string> {
    const claims = {visit, expires: this.#now() + validForSeconds * 1000, id: crypto.randomUUID()};
    return signed(toBase64Url(toBytes(JSON.stringify(claims))));
  }

  /** The id of the visit that a valid ticket is for. */
  async read(ticket: unknown): Promise<string | undefined> {
    const claims = await readSigned(ticket);
    return claims && claims.expires > this.#now() && isVisitId(claims.visit) ? claims.visit : undefined;
  }

  /** Whether this is a valid and unused ticket for the visit. Uses it up. */
  async redeem(ticket: string, visit: string): Promise<boolean> {
    const isFor = (await this.read(ticket)) === visit;
    const now = this.#now();
    for (const [old, at] of this.#redeemed) if (now - at >= validForSeconds * 1000) this.#redeemed.delete(old);
    if (this.#redeemed.has(ticket) || !isFor) return false;
    this.#redeemed.set(ticket, now);
    return true;
  }
}

// Compares the whole text, because one signature has several spellings in base64.
async function readSigned(ticket: unknown): Promise<Claims | undefined> {
  if (typeof ticket !== 'string') return undefined;
  const [content = ''] = ticket.split('.');
  if (!isSameSecret(ticket, await signed(content))) return undefined;
  return JSON.parse(textFromBase64Url(content)) as Claims;
}

async function signed(content: string): Promise<string> {
  return `${content}.${toBase64Url(await hmac('SHA-256', key, content))}`;
}
