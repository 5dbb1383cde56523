import {maxMessages, type NotificationMessage} from './notification-message.js';

/** Takes a list of messages. Returns `false` if it is gone and takes no more. */
export type Subscriber = (messages: readonly NotificationMessage[]) => boolean;

interface Waiting {
  readonly at: number;
  readonly messages: readonly NotificationMessage[];
}

/** In ms. */
const maxWait = 10_000;

/** Delivers messages to all subscribers of a visit. While there are none, keeps up to 100 messages for up to 10 s. */
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

  /** Delivers the messages that wait, and then all new ones until the returned function is called. */
  subscribe(subscriber: Subscriber): () => void {
    this.#subscribers.add(subscriber);
    const waiting = this.#fresh();
    this.#waiting = [];
    for (const {messages} of waiting) subscriber(messages);
    return () => this.#subscribers.delete(subscriber);
  }

  #keep(messages: readonly NotificationMessage[]): void {
    this.#waiting = [...this.#fresh(), {at: this.#now(), messages}];
    while (this.#waiting.flatMap((list) => list.messages).length > maxMessages) this.#waiting.shift();
  }

  #fresh(): readonly Waiting[] {
    return this.#waiting.filter(({at}) => this.#now() - at <= maxWait);
  }
}
