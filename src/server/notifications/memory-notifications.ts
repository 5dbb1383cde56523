import {replayWindow, type Delivery, type Entry, type Listener, type Notifications} from './notifications.js';
import {VisitQueue} from './visit-queue.js';

/** Options of `createMemoryNotifications`. */
export interface MemoryNotificationsOptions {
  /** Clock, in ms since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/**
 * Keeps notifications in the memory of this process. Several processes need `createRedisNotifications`.
 *
 * @example
 * const notifications = createMemoryNotifications();
 * const gateway = createGateway({notifications, authorize: createBearerCheck(token)});
 */
export function createMemoryNotifications({now = Date.now}: MemoryNotificationsOptions = {}): Notifications {
  return new MemoryNotifications(now);
}

class MemoryNotifications implements Notifications {
  readonly #now: () => number;
  readonly #visits = new Map<string, VisitQueue>();
  /** When each claim ends, in the order in which they were made. */
  readonly #claims = new Map<string, number>();
  /** Ids of another process are not taken for those of this one. */
  readonly #prefix = crypto.randomUUID().slice(0, 8);
  #count = 0;
  #sweptAt = -Infinity;

  constructor(now: () => number) {
    this.#now = now;
  }

  publish(visit: string, messages: readonly object[], once?: string): Promise<Delivery> {
    this.#sweep();
    const queue = this.#visits.get(visit) ?? new VisitQueue(this.#now);
    this.#visits.set(visit, queue);
    const isNew = once === undefined || this.#claim(`once/${visit}/${once}`, replayWindow);
    if (isNew) queue.add(this.#toEntry(messages), this.#count);
    return Promise.resolve({isNew, isListening: queue.isListening, pages: queue.pages});
  }

  listen(visit: string, listener: Listener): Promise<() => void> {
    const queue = this.#visits.get(visit) ?? new VisitQueue(this.#now);
    this.#visits.set(visit, queue);
    queue.join(listener, this.#countIn(listener.after));
    listener.settle(`${this.#prefix}-${this.#count}`);
    return Promise.resolve(() => {
      queue.leave(listener);
      if (queue.isIdle && this.#visits.get(visit) === queue) this.#visits.delete(visit);
    });
  }

  claim(key: string, duration: number): Promise<boolean> {
    this.#sweep();
    return Promise.resolve(this.#claim(key, duration));
  }

  release(key: string): Promise<void> {
    this.#claims.delete(key);
    return Promise.resolve();
  }

  isReady(): Promise<boolean> {
    return Promise.resolve(true);
  }

  close(): Promise<void> {
    this.#visits.clear();
    this.#claims.clear();
    return Promise.resolve();
  }

  #toEntry(messages: readonly object[]): Entry {
    return {id: `${this.#prefix}-${++this.#count}`, at: this.#now(), data: JSON.stringify(messages)};
  }

  /** The count in an id. That of another process is older than all that is kept. */
  #countIn(id: string | undefined): number | undefined {
    const [, prefix, count] = /^(\w+)-(\d+)$/.exec(id ?? '') ?? [];
    if (id === undefined) return undefined;
    return prefix === this.#prefix ? Number(count) : 0;
  }

  #claim(key: string, duration: number): boolean {
    const now = this.#now();
    const end = this.#claims.get(key) ?? -Infinity;
    if (now < end && end - now <= duration) return false;
    this.#claims.set(key, now + duration);
    return true;
  }

  /** Forgets what has expired, once in 10 s at most. */
  #sweep(): void {
    const now = this.#now();
    if (now - this.#sweptAt < 10_000 && now >= this.#sweptAt) return;
    this.#sweptAt = now;
    for (const [key, end] of this.#claims) if (now >= end) this.#claims.delete(key);
    for (const [visit, queue] of this.#visits) if (queue.isIdle) this.#visits.delete(visit);
  }
}
