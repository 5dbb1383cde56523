import {longestList, type NotificationMessage} from './notification-message.js';

/** Takes a list of messages; `false` when it is gone and takes no more. */
export type Subscriber = (messages: readonly NotificationMessage[]) => boolean;

interface Waiting {
  readonly at: number;
  readonly messages: readonly NotificationMessage[];
}

const longestWait = 10_000;

/** Brings messages to everybody who listens to a visit; keeps up to 100 for up to 10 s when nobody does. */
export class Mailbox {
  readonly #now: () => number;
  readonly #subscribers = new Set<Subscriber>();
  #waiting: Waiting[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  deliver(messages: readonly NotificationMessage[]): void {
    const takers = [...this.#subscribers].filter((subscriber) => subscriber(messages));
    if (takers.length === 0) this.#keep(messages);
  }

  /** Hands over what waits, and then everything that comes until the returned function is called. */
  subscribe(subscriber: Subscriber): () => void {
    this.#subscribers.add(subscriber);
    const waiting = this.#fresh();
    this.#waiting = [];
    for (const {messages} of waiting) subscriber(messages);
    return () => this.#subscribers.delete(subscriber);
  }

  #keep(messages: readonly NotificationMessage[]): void {
    this.#waiting = [...this.#fresh(), {at: this.#now(), messages}];
    while (this.#waiting.flatMap((list) => list.messages).length > longestList) this.#waiting.shift();
  }

  #fresh(): readonly Waiting[] {
    return this.#waiting.filter(({at}) => this.#now() - at <= longestWait);
  }
}
