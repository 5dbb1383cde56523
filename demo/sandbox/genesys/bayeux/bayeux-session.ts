import type {Entry, Notifications} from '../../../../src/server/notifications/notifications.js';
import {randomBytes, toHex} from '../../bytes.js';
import type {BayeuxMessage} from './bayeux-message.js';
import type {Visit} from '../visits/visits.js';

/** How a `/meta/connect` ended: the messages for the client, and whether the session is over. */
interface Released {
  readonly messages: readonly BayeuxMessage[];
  readonly isLast: boolean;
}

interface Edges {
  readonly notifications: Pick<Notifications, 'listen'>;
  /** In ms since the epoch. */
  readonly now: () => number;
}

/** In ms. */
const maxIdle = 10_000;
const maxQueue = 100;

/** The session of one client of the Bayeux server. It can listen to one visit only. */
export class BayeuxSession {
  readonly id = toHex(randomBytes(16));
  readonly visit: Visit;
  /** The cookie that its requests must carry, if the session is bound to one. */
  readonly cookie: string | undefined;
  readonly #edges: Edges;
  #seenAt: number;
  #isOver = false;
  #isSubscribed = false;
  #queue: readonly BayeuxMessage[] = [];
  #release: ((isLast: boolean) => void) | undefined;
  #leave: (() => void) | undefined;
  #hasLeft: Promise<void> = Promise.resolve();
  #position: string | undefined;

  constructor(visit: Visit, cookie: string | undefined, edges: Edges) {
    this.visit = visit;
    this.cookie = cookie;
    this.#edges = edges;
    this.#seenAt = edges.now();
    visit.connections.add(this.end);
  }

  /** Whether the session has ended, or the client has been silent for 10 s. */
  get isGone(): boolean {
    return this.#isOver || (!this.#release && this.#edges.now() - this.#seenAt > maxIdle);
  }

  /** Resolves when it takes no more messages, once it was told so. */
  get hasLeft(): Promise<void> {
    return this.#hasLeft;
  }

  /** The only channel that this client can subscribe to. */
  get channel(): string {
    return `/notification/${this.visit.id}`;
  }

  /** Notes that the client has sent something. */
  touch(): void {
    this.#seenAt = this.#edges.now();
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
   * Resolves as soon as there are messages, and without any after the timeout. Never resolves once the connection breaks:
   * messages then wait for the next one.
   *
   * @param timeout in ms
   * @param signal aborts when the connection breaks
   */
  connect(timeout: number, signal: AbortSignal): Promise<Released> {
    this.#release?.(false);
    this.#listen();
    return new Promise((resolve) => {
      const close = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abandon);
        this.#release = undefined;
        this.touch();
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

  /** Ends the session, and answers a `/meta/connect` that is held. */
  readonly end = (): void => {
    this.visit.connections.delete(this.end);
    this.unsubscribe();
    this.#isOver = true;
    this.#release?.(true);
  };

  /** Subscribes to the visit's messages, unless it already does. */
  #listen(): void {
    if (!this.#isSubscribed || this.#leave) return;
    const settle = (position: string): void => {
      this.#position = position;
    };
    const listener = {after: this.#position, receive: this.#receive, settle};
    const listening = this.#edges.notifications.listen(this.visit.id, listener);
    this.#leave = () => {
      this.#leave = undefined;
      this.#hasLeft = listening.then((leave) => leave());
    };
  }

  readonly #receive = ({id, data}: Entry): void => {
    this.#position = id;
    this.#queue = [...this.#queue, {channel: this.channel, data: JSON.parse(data) as unknown}].slice(-maxQueue);
    this.#release?.(false);
  };
}
