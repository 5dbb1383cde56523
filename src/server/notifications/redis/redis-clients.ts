import type * as redis from 'redis';
import {ConfigurationError} from '../../../check/configuration-error.js';
import {listenScript, publishScript, touchScript} from './scripts.js';

export interface RedisClientsOptions {
  readonly url: string;
  readonly random: () => number;
}

/**
 * Creates a client for commands and one for subscriptions, which connect when they are told to.
 *
 * @throws ConfigurationError when the package `redis` is not installed or the address is not one of Redis
 */
export async function createRedisClients({url, random}: RedisClientsOptions) {
  if (!/^rediss?:\/\/./.test(url)) throw badAddress();
  const {createClient, defineScript} = await loadRedis();
  // Many servers that lose the store at the same time do not come back at the same time.
  const reconnectStrategy = (retries: number): number => Math.min(100 * 2 ** retries, 2_000) * (0.5 + random() / 2);
  const socket = {connectTimeout: 2_000, reconnectStrategy};
  const scripts = createScripts(defineScript);
  try {
    const commands = createClient({url, socket, scripts, disableOfflineQueue: true, commandsQueueMaxLength: 50_000});
    return {commands, subscriptions: createClient({url, socket, pingInterval: 10_000})};
  } catch {
    // The client's own message may quote the address, which holds the password.
    throw badAddress();
  }
}

/** Answers are passed on as they come. */
const transformReply = undefined as unknown as () => unknown;

function createScripts(defineScript: typeof redis.defineScript) {
  return {
    publishEntry: defineScript({
      SCRIPT: publishScript,
      NUMBER_OF_KEYS: 4,
      parseCommand(parser, keys: string[], channel: string, data: string, isOnce: boolean) {
        parser.pushKeys(keys);
        parser.push(channel, data, isOnce ? '1' : '0');
      },
      transformReply,
    }),
    listenTo: defineScript({
      SCRIPT: listenScript,
      NUMBER_OF_KEYS: 3,
      parseCommand(parser, keys: string[], after: string, member: string, lifetime: number) {
        parser.pushKeys(keys);
        parser.push(after, member, String(lifetime));
      },
      transformReply,
    }),
    touchPage: defineScript({
      SCRIPT: touchScript,
      NUMBER_OF_KEYS: 1,
      parseCommand(parser, key: string, member: string, lifetime: number) {
        parser.pushKey(key);
        parser.push(member, String(lifetime));
      },
      transformReply,
    }),
  };
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
