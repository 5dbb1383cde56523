import {sleep as realSleep, type Sleep} from '../../../http/sleep.js';
import type {Report} from '../../http/report.js';
import {type Delivery, type Listener, type Notifications} from '../notifications.js';
import {openRedisConnection, type RedisConnection} from './redis-connection.js';
import {pageOf, RedisListener} from './redis-listener.js';

/** Options of `createRedisNotifications`. */
export interface RedisNotificationsOptions {
  /** Address of the store: `redis://`, or `rediss://` for TLS, with user and password if it wants them. Required. */
  readonly url: string;
  /** Beginning of the names of all keys and channels. @default 'web-engagement' */
  readonly prefix?: string | undefined;
  /** How long the store may take for an answer, in s. @default 2 */
  readonly patience?: number | undefined;
  /** Waits for a number of ms. @default a timer */
  readonly sleep?: Sleep | undefined;
  /** Random number from 0 to 1. @default Math.random */
  readonly random?: (() => number) | undefined;
  readonly report?: Report | undefined;
}

/** How long a page counts as listening after its server last said so, in ms. */
const presence = 60_000;

/** After so many ms a store is asked again that was too busy to say what was missed. */
const pauseOfBusyStore = 1_000;

/** How many commands wait for each other when all streams are gone through. */
const batch = 500;

/**
 * Keeps notifications in Redis 6.2 or later, so that a message posted at one server reaches the streams at all of them.
 * The package `redis` must be installed. The connection is opened, and opened again, in the background: see `isReady`.
 *
 * @throws ConfigurationError when the package is missing, or the address is not one of Redis
 *
 * @example
 * const notifications = await createRedisNotifications({url: process.env.REDIS_URL});
 */
export async function createRedisNotifications(options: RedisNotificationsOptions): Promise<Notifications> {
  const notifications = new RedisNotifications(options);
  await notifications.open();
  return notifications;
}

class RedisNotifications implements Notifications {
  readonly #options: RedisNotificationsOptions;
  readonly #end = new AbortController();
  readonly #visits = new Map<string, Set<RedisListener>>();
  #redis!: RedisConnection;
  #isLost = false;

  constructor(options: RedisNotificationsOptions) {
    this.#options = options;
  }

  async open(): Promise<void> {
    const {url, patience = 2, random = Math.random} = this.#options;
    const onReady = (): void => void this.#catchUpAll().catch(() => undefined);
    const onLost = (): void => this.#lose();
    this.#redis = await openRedisConnection({url, patience: patience * 1000, random, onReady, onLost});
    void this.#stayPresent().catch(() => undefined);
  }

  async publish(visit: string, messages: readonly object[], once?: string): Promise<Delivery> {
    const keys = [...this.#keysOf(visit), this.#key(visit, `once/${once ?? ''}`)];
    const data = JSON.stringify(messages);
    const {isNew, heard, pages} = await this.#redis.publish(
      keys,
      this.#key(visit, 'channel'),
      data,
      once !== undefined,
    );
    const known = heard > 0 ? pages.map(pageOf).filter((page) => page !== undefined) : [];
    return {isNew, isListening: heard > 0, pages: [...new Set(known)]};
  }

  async listen(visit: string, listener: Listener): Promise<() => void> {
    const own = new RedisListener(visit, listener);
    const others = this.#visits.get(visit) ?? new Set();
    this.#visits.set(visit, others.add(own));
    const leave = (): void => this.#leave(own);
    try {
      await this.#redis.subscribe(this.#key(visit, 'channel'), this.#receive);
      await this.#catchUp(own);
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  claim(key: string, duration: number): Promise<boolean> {
    return this.#redis.claim(this.#key('', key), Math.max(1, Math.ceil(duration)));
  }

  async release(key: string): Promise<void> {
    await this.#redis.release(this.#key('', key));
  }

  isReady(): Promise<boolean> {
    return this.#redis.isReady
      ? this.#redis.settle().then(
          () => true,
          () => false,
        )
      : Promise.resolve(false);
  }

  close(): Promise<void> {
    this.#end.abort();
    this.#redis.close();
    return Promise.resolve();
  }

  /** The braces keep the keys of a visit together where a store is divided. */
  #key(visit: string, name: string): string {
    return `${this.#options.prefix ?? 'web-engagement'}:{${visit}}:${name}`;
  }

  #keysOf(visit: string): readonly [string, string, string] {
    return [this.#key(visit, 'entries'), this.#key(visit, 'unheard'), this.#key(visit, 'pages')];
  }

  readonly #receive = (message: string, channel: string): void => {
    const space = message.indexOf(' ');
    const entry = {id: message.slice(0, space), data: message.slice(space + 1)};
    const visit = channel.slice(channel.indexOf('{') + 1, channel.lastIndexOf('}'));
    for (const listener of [...(this.#visits.get(visit) ?? [])]) listener.receive(entry);
  };

  async #catchUp(listener: RedisListener): Promise<void> {
    const {visit, position, member} = listener;
    const {newest, entries} = await this.#redis.listen(this.#keysOf(visit), position, member, presence);
    listener.catchUp(entries, newest);
  }

  #leave(listener: RedisListener): void {
    const {visit, member} = listener;
    const others = this.#visits.get(visit);
    if (!others?.delete(listener)) return;
    this.#redis.forget(this.#key(visit, 'pages'), member).catch(() => undefined);
    if (others.size > 0) return;
    this.#visits.delete(visit);
    this.#redis.unsubscribe(this.#key(visit, 'channel'), this.#receive);
  }

  #lose(): void {
    for (const listener of this.#listeners()) listener.hold();
    if (!this.#isLost) this.#options.report?.({type: 'store-lost'});
    this.#isLost = true;
  }

  /** After the connection was lost, every stream gets what it has missed. */
  async #catchUpAll(): Promise<void> {
    if (!this.#isLost) return;
    this.#isLost = false;
    this.#options.report?.({type: 'store-found'});
    try {
      await this.#redis.settle();
      await this.#forEach((listener) => this.#catchUp(listener));
    } catch {
      this.#lose();
      await this.#catchUpLater();
    }
  }

  /** A store that is too busy to answer is not lost, so that nothing else says when it can. */
  async #catchUpLater(): Promise<void> {
    const {sleep = realSleep} = this.#options;
    await sleep(pauseOfBusyStore, this.#end.signal);
    if (this.#redis.isReady) await this.#catchUpAll();
  }

  async #stayPresent(): Promise<void> {
    const {sleep = realSleep} = this.#options;
    for (;;) {
      await sleep(presence / 3, this.#end.signal);
      await this.#forEach(({visit, member}) =>
        this.#redis.touch(this.#key(visit, 'pages'), member, presence).catch(() => undefined),
      );
    }
  }

  #listeners(): readonly RedisListener[] {
    return [...this.#visits.values()].flatMap((listeners) => [...listeners]);
  }

  async #forEach(act: (listener: RedisListener) => Promise<unknown>): Promise<void> {
    const all = this.#listeners();
    for (let next = 0; next < all.length; next += batch) await Promise.all(all.slice(next, next + batch).map(act));
  }
}
