import {randomBytes, toBase64, toBase64Url, toBytes, toHex} from '../../bytes.js';

const idleLimit = 30 * 60_000;
const ageLimit = 6 * 60 * 60_000;

/** A visit: what the platform calls a monitor session. */
export interface VisitorSession {
  readonly visitorId: string;
  readonly sessionId: string;
  readonly startedAt: number;
  usedAt: number;
  /** Impressions are taken only in a session that has asked for an engagement. */
  engaged: boolean;
}

/** The visitors of one account, each with the session that is running, if one is. */
export class Visitors {
  readonly #now: () => number;
  readonly #sessions = new Map<string, VisitorSession | undefined>();

  constructor(now: () => number) {
    this.#now = now;
  }

  has(visitorId: string): boolean {
    return this.#sessions.has(visitorId);
  }

  /** Keeps a known visitor and makes a new one for an unknown id; starts no session. */
  admit(visitorId: string | undefined): string {
    if (visitorId && this.has(visitorId)) return visitorId;
    const created = newVisitorId();
    this.#sessions.set(created, undefined);
    return created;
  }

  /** The running session of exactly this pair, which thereby counts as used. */
  find(visitorId: string | undefined, sessionId: string | undefined): VisitorSession | undefined {
    const session = this.#sessions.get(visitorId ?? '');
    if (!session || session.sessionId !== sessionId) return undefined;
    const now = this.#now();
    if (now - session.usedAt >= idleLimit || now - session.startedAt >= ageLimit) return undefined;
    session.usedAt = now;
    return session;
  }

  /** Starts a session; an unknown visitor becomes a new one. */
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

/** The number under which events of one page are reported. */
export function newPageId(): string {
  return String(100_000_000 + Math.floor(Math.random() * 9_900_000_000));
}

// Recorded ids look like this: two characters, then the base64 of 15 hex digits.
function newVisitorId(): string {
  const digits = toHex(randomBytes(8)).slice(0, 15);
  const prefix = toHex(randomBytes(1));
  return `${prefix}${toBase64(toBytes(digits))}`;
}

// Recorded ids are the 16 bytes of a random UUID.
function newSessionId(): string {
  const digits = crypto.randomUUID().replaceAll('-', '').match(/../g) ?? [];
  return toBase64Url(Uint8Array.from(digits, (digit) => Number.parseInt(digit, 16)));
}
