import {randomBytes, toHex} from '../../bytes.js';
import type {BayeuxMessage} from './bayeux-message.js';
import type {Visit} from '../visits/visits.js';

/** How a `/meta/connect` ended: what came for the client, and whether the session is over. */
interface Released {
  readonly messages: readonly BayeuxMessage[];
  readonly isLast: boolean;
}

const idleLimit = 10_000;
const longestQueue = 100;

/** A client of the Bayeux server between its handshake and its end. It can listen to one visit only. */
export class BayeuxSession {
  readonly id = toHex(randomBytes(16));
  readonly visit: Visit;
  /** What its requests have to carry, if it is bound to a cookie. */
  readonly cookie: string | undefined;
  readonly #now: () => number;
  #seenAt: number;
  #isOver = false;
  #isSubscribed = false;
  #queue: readonly BayeuxMessage[] = [];
  #release: ((isLast: boolean) => void) | undefined;
  #leave: (() => void) | undefined;

  constructor(visit: Visit, cookie: string | undefined, now: () => number) {
    this.visit = visit;
    this.cookie = cookie;
    this.#now = now;
    this.#seenAt = now();
    visit.connections.add(this.end);
  }

  /** Whether it was ended, or the client has not been heard of for 10 s. */
  get isGone(): boolean {
    return this.#isOver || (!this.#release && this.#now() - this.#seenAt > idleLimit);
  }

  /** Name of the one channel that this client may subscribe to. */
  get channel(): string {
    return `/notification/${this.visit.id}`;
  }

  /** Notes that the client has been heard of. */
  seen(): void {
    this.#seenAt = this.#now();
  }

  subscribe(): void {
    this.#isSubscribed = true;
    this.#listen();
  }

  unsubscribe(): void {
    this.#isSubscribed = false;
    this.#leave?.();
  }

  /**
   * Resolves at once when messages wait, and otherwise when one comes or `timeout` ms are over. It does not resolve when
   * the connection breaks, which aborts `signal`; messages then wait for who comes back first.
   */
  connect(timeout: number, signal: AbortSignal): Promise<Released> {
    this.#release?.(false);
    this.#listen();
    return new Promise((resolve) => {
      const close = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abandon);
        this.#release = undefined;
        this.seen();
      };
      const abandon = (): void => {
        close();
        this.#leave?.();
      };
      const timer = setTimeout(() => this.#release?.(false), timeout);
      signal.addEventListener('abort', abandon);
      this.#release = (isLast) => {
        close();
        resolve({messages: this.#queue, isLast});
        this.#queue = [];
      };
      if (this.#queue.length > 0 || timeout <= 0) this.#release(false);
    });
  }

  /** Ends it; a `/meta/connect` that is held is answered. */
  readonly end = (): void => {
    this.visit.connections.delete(this.end);
    this.unsubscribe();
    this.#isOver = true;
    this.#release?.(true);
  };

  /** Joins those who get the visit's messages, where it may be already. */
  #listen(): void {
    if (!this.#isSubscribed || this.#leave) return;
    const stop = this.visit.mailbox.subscribe((data) => {
      if (this.isGone) {
        this.end();
        return false;
      }
      this.#queue = [...this.#queue, {channel: this.channel, data}].slice(-longestQueue);
      this.#release?.(false);
      return true;
    });
    this.#leave = () => {
      this.#leave = undefined;
      stop();
    };
  }
}
