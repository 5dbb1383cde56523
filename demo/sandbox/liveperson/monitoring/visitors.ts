import {randomBytes, toBase64, toBase64Url, toBytes, toHex} from '../../bytes.js';

/** In ms. */
const maxIdle = 30 * 60_000;
/** In ms. */
const maxAge = 6 * 60 * 60_000;

/** A visit, which the vendor calls a monitor session. Times are in ms since the epoch. */
export interface VisitorSession {
  readonly visitorId: string;
  readonly sessionId: string;
  readonly startedAt: number;
  usedAt: number;
  /** Whether it has asked for an engagement. Only then does it accept impressions. */
  engaged: boolean;
}

/** The visitors of one account, each with at most one session. */
export class Visitors {
  readonly #now: () => number;
  readonly #sessions = new Map<string, VisitorSession | undefined>();

  constructor(now: () => number) {
    this.#now = now;
  }

  has(visitorId: string): boolean {
    return this.#sessions.has(visitorId);
  }

  /** Returns the id of a known visitor, or that of a new one for an unknown id. Starts no session. */
  admit(visitorId: string | undefined): string {
    if (visitorId && this.has(visitorId)) return visitorId;
    const created = newVisitorId();
    this.#sessions.set(created, undefined);
    return created;
  }

  /** Finds the running session with these two ids, and marks it as used now. */
  find(visitorId: string | undefined, sessionId: string | undefined): VisitorSession | undefined {
    const session = this.#sessions.get(visitorId ?? '');
    if (!session || session.sessionId !== sessionId) return undefined;
    const now = this.#now();
    if (now - session.usedAt >= maxIdle || now - session.startedAt >= maxAge) return undefined;
    session.usedAt = now;
    return session;
  }

  /** Starts a session. An unknown visitor gets a new id. */
  start(visitorId: string | undefined): VisitorSession {
    const now = this.#now();
    const admitted = this.admit(visitorId);
    const session = {
      visitorId: admitted,
      sessionId: newSessionId(),
      startedAt: now,
      usedAt: now,
      engaged: false,
    };
    this.#sessions.set(admitted, session);
    return session;
  }
}

/** A random page id, which is a number of nine or ten digits. */
export function newPageId(): string {
  return String(100_000_000 + Math.floor(Math.random() * 9_900_000_000));
}

// The form of recorded ids: two characters, then the base64 of 15 hex digits.
function newVisitorId(): string {
  const digits = toHex(randomBytes(8)).slice(0, 15);
  const prefix = toHex(randomBytes(1));
  return `${prefix}${toBase64(toBytes(digits))}`;
}

// The form of recorded ids: the 16 bytes of a random UUID.
function newSessionId(): string {
  const digits = crypto.randomUUID().replaceAll('-', '').match(/../g) ?? [];
  return toBase64Url(Uint8Array.from(digits, (digit) => Number.parseInt(digit, 16)));
}
