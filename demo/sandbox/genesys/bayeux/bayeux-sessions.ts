import {BayeuxSession} from './bayeux-session.js';
import type {Notifications} from '../../../../src/server/notifications/notifications.js';
import type {Visit} from '../visits/visits.js';

/** A browser that a cookie identifies. */
export interface Browser {
  /** Value of the cookie, if the request had it. */
  readonly id: string | undefined;
  /** Sets the cookie. */
  remember(id: string): void;
}

/** The running sessions of the Bayeux server. */
export class BayeuxSessions {
  /** Whether new sessions are bound to a cookie, as those of CometD are since version 3.0. */
  cookies = false;
  readonly #notifications: Pick<Notifications, 'listen'>;
  readonly #now: () => number;
  readonly #sessions = new Map<string, BayeuxSession>();

  constructor(notifications: Pick<Notifications, 'listen'>, now: () => number) {
    this.#notifications = notifications;
    this.#now = now;
  }

  /** Starts a session. Without a browser, it is not bound to a cookie. */
  open(visit: Visit, browser: Browser | undefined): BayeuxSession {
    void this.removeGone();
    const isBound = browser && (visit.cookies ?? this.cookies);
    const cookie = isBound ? (browser.id ?? crypto.randomUUID()) : undefined;
    if (cookie) browser?.remember(cookie);
    const session = new BayeuxSession(visit, cookie, {notifications: this.#notifications, now: this.#now});
    this.#sessions.set(session.id, session);
    return session;
  }

  /** Finds the running session with this id, if the request may use it, and marks it as used now. */
  find(id: unknown, browser: Browser | undefined): BayeuxSession | undefined {
    const session = this.#sessions.get(String(id));
    if (!session || this.#removeIfGone(session) || (session.cookie && session.cookie !== browser?.id)) return undefined;
    session.touch();
    return session;
  }

  /** Resolves when the sessions of clients that have been silent for too long take no more messages. */
  async removeGone(): Promise<void> {
    const gone = [...this.#sessions.values()].filter((session) => this.#removeIfGone(session));
    await Promise.all(gone.map(({hasLeft}) => hasLeft));
  }

  #removeIfGone(session: BayeuxSession): boolean {
    if (!session.isGone) return false;
    session.end();
    return this.#sessions.delete(session.id);
  }
}
