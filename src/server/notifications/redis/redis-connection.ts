import {NotificationsUnavailableError} from '../notifications.js';
import {createRedisClients} from './redis-clients.js';

/** An entry of a stream as Redis gives it. */
type RawEntry = readonly [id: string, fields: readonly string[]];

export interface RawDelivery {
  readonly isNew: boolean;
  /** How many servers have listeners of the visit. */
  readonly heard: number;
  readonly pages: readonly string[];
}

export interface RawMissed {
  /** Id of the newest entry, or one that comes before all new ones. */
  readonly newest: string;
  readonly entries: readonly {readonly id: string; readonly data: string}[];
}

export interface RedisConnectionOptions {
  readonly url: string;
  /** How long a command may take, in ms. */
  readonly patience: number;
  readonly random: () => number;
  /** Called whenever both connections are there, the first time included. */
  readonly onReady: () => void;
  /** Called when one of them is lost. */
  readonly onLost: () => void;
}

/** What goes over the two connections to Redis. One of them is only for subscriptions, as the protocol wants it. */
export interface RedisConnection {
  readonly isReady: boolean;
  publish(keys: readonly string[], channel: string, data: string, isOnce: boolean): Promise<RawDelivery>;
  listen(keys: readonly string[], after: string, member: string, lifetime: number): Promise<RawMissed>;
  /** Keeps a member of a sorted set for so many ms. */
  touch(key: string, member: string, lifetime: number): Promise<unknown>;
  forget(key: string, member: string): Promise<unknown>;
  claim(key: string, lifetime: number): Promise<boolean>;
  release(key: string): Promise<unknown>;
  subscribe(channel: string, receive: Receive): Promise<unknown>;
  unsubscribe(channel: string, receive: Receive): void;
  /** Resolves when all subscriptions made so far are in force. */
  settle(): Promise<unknown>;
  close(): void;
}

type Receive = (message: string, channel: string) => void;

/**
 * Opens the connections, and opens them again whenever they are lost.
 *
 * @throws ConfigurationError when the package `redis` is not installed or the address is not one of Redis
 */
export async function openRedisConnection(options: RedisConnectionOptions): Promise<RedisConnection> {
  const {commands, subscriptions} = await createRedisClients(options);
  const both = [commands, subscriptions];
  const isReady = (): boolean => both.every((client) => client.isReady);
  for (const client of both) {
    client.on('ready', () => isReady() && options.onReady());
    // An error without a listener would end the process. Its message holds the address of the server.
    client.on('error', () => options.onLost());
    void client.connect().catch(() => undefined);
  }
  const run = <T>(command: () => Promise<T>): Promise<T> => {
    if (!isReady()) return Promise.reject(new NotificationsUnavailableError());
    return inTime(command(), options.patience);
  };
  return {
    get isReady() {
      return isReady();
    },
    publish: (keys, channel, data, isOnce) =>
      run(async () => {
        const answer = await commands.publishEntry([...keys], channel, data, isOnce);
        const [isNew, heard, pages] = answer as [number, number, string[]];
        return {isNew: isNew === 1, heard, pages};
      }),
    listen: (keys, after, member, lifetime) =>
      run(async () => toMissed(await commands.listenTo([...keys], after, member, lifetime))),
    touch: (key, member, lifetime) => run(() => commands.touchPage(key, member, lifetime)),
    forget: (key, member) => run(() => commands.zRem(key, member)),
    claim: (key, lifetime) =>
      run(
        async () =>
          (await commands.set(key, '1', {condition: 'NX', expiration: {type: 'PX', value: lifetime}})) !== null,
      ),
    release: (key) => run(() => commands.del(key)),
    subscribe: (channel, receive) => run(() => subscriptions.subscribe(channel, receive)),
    unsubscribe: (channel, receive) => void subscriptions.unsubscribe(channel, receive).catch(() => undefined),
    settle: () => run(() => subscriptions.ping()),
    close: () => both.forEach((client) => client.destroy()),
  };
}

function toMissed(answer: unknown): RawMissed {
  const [newest, missed] = answer as [string, readonly RawEntry[]];
  return {newest, entries: missed.map(([id, [, data = '']]) => ({id, data}))};
}

/** @throws NotificationsUnavailableError when the command fails or takes longer than `patience` ms */
async function inTime<T>(command: Promise<T>, patience: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotificationsUnavailableError()), patience);
  });
  try {
    return await Promise.race([command, late]);
  } catch (cause) {
    throw cause instanceof NotificationsUnavailableError ? cause : new NotificationsUnavailableError({cause});
  } finally {
    clearTimeout(timer);
  }
}
