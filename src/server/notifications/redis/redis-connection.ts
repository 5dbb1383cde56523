import {ConfigurationError} from '../../../check/configuration-error.js';
import {NotificationsUnavailableError} from '../notifications.js';
import {listenScript, publishScript, touchScript} from './scripts.js';

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
  const {patience} = options;
  const {commands, subscriptions} = await createClients(options);
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
    return inTime(command(), patience);
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

async function createClients({url, random}: RedisConnectionOptions) {
  if (!/^rediss?:\/\/./.test(url)) throw badAddress();
  const {createClient, defineScript} = await loadRedis();
  const publishEntry = defineScript({
    SCRIPT: publishScript,
    NUMBER_OF_KEYS: 4,
    parseCommand(parser, keys: string[], channel: string, data: string, isOnce: boolean) {
      parser.pushKeys(keys);
      parser.push(channel, data, isOnce ? '1' : '0');
    },
    transformReply: undefined as unknown as () => unknown,
  });
  const listenTo = defineScript({
    SCRIPT: listenScript,
    NUMBER_OF_KEYS: 3,
    parseCommand(parser, keys: string[], after: string, member: string, lifetime: number) {
      parser.pushKeys(keys);
      parser.push(after, member, String(lifetime));
    },
    transformReply: undefined as unknown as () => unknown,
  });
  const touchPage = defineScript({
    SCRIPT: touchScript,
    NUMBER_OF_KEYS: 1,
    parseCommand(parser, key: string, member: string, lifetime: number) {
      parser.pushKey(key);
      parser.push(member, String(lifetime));
    },
    transformReply: undefined as unknown as () => unknown,
  });
  // Many servers that lose the store at the same time do not come back at the same time.
  const reconnectStrategy = (retries: number): number => Math.min(100 * 2 ** retries, 2_000) * (0.5 + random() / 2);
  const socket = {connectTimeout: 2_000, reconnectStrategy};
  try {
    const commands = createClient({
      url,
      socket,
      disableOfflineQueue: true,
      commandsQueueMaxLength: 50_000,
      scripts: {publishEntry, listenTo, touchPage},
    });
    return {commands, subscriptions: createClient({url, socket, pingInterval: 10_000})};
  } catch {
    // The client's own message may quote the address, which holds the password.
    throw badAddress();
  }
}

function badAddress(): ConfigurationError {
  return new ConfigurationError(
    'Expected url to be an address such as rediss://user:password@redis.example:6379',
    'url',
  );
}

async function loadRedis() {
  try {
    return await import('redis');
  } catch {
    throw new ConfigurationError('Cannot find the package redis: npm install redis');
  }
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
