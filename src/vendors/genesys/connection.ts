import {RequestError} from '../../http/errors.js';
import {sleep as realSleep, type Sleep} from '../../http/sleep.js';

/** The server refuses, and says that asking again is of no use. */
export class RefusedError extends RequestError {
  override readonly name = 'RefusedError';
}

export interface ConnectionPause {
  /** How often the connection has been opened again in a row, this time included; the first is 1. */
  readonly attempt: number;
  /** In ms. */
  readonly delay: number;
  /** Why the connection ended; nothing when the server only closed it. */
  readonly cause: Error | undefined;
}

export interface ConnectionOptions {
  readonly signal: AbortSignal;
  readonly onPause: (pause: ConnectionPause) => void;
  readonly sleep?: Sleep | undefined;
  /** @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** Opens a connection and settles when it ends. It calls `markStable` once the connection is known to work. */
export type Connect = (markStable: () => void) => Promise<unknown>;

const firstPause = 1_000;
const longestPause = 60_000;

/**
 * Opens a connection again whenever it ends or fails, until `signal` aborts.
 *
 * The pauses double from 1 s to 60 s and start anew once a connection was stable. Each is stretched by a random factor
 * from 1 to 2 and never shortened, so that visitors who lost a server together do not return together.
 *
 * @throws RefusedError when the server refuses for good; nothing when `signal` aborts
 */
export async function keepConnected(connect: Connect, options: ConnectionOptions): Promise<void> {
  const {signal, onPause, sleep = realSleep, random = Math.random} = options;
  let failures = 0;
  const markStable = (): void => {
    failures = 0;
  };
  try {
    for (;;) {
      signal.throwIfAborted();
      const cause = await runOnce(connect, markStable);
      signal.throwIfAborted();
      if (cause instanceof RefusedError) throw cause;
      const delay = Math.min(firstPause * 2 ** failures++, longestPause) * (1 + random());
      onPause({attempt: failures, delay, cause});
      await sleep(delay, signal);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Settles with the reason why the connection ended. */
async function runOnce(connect: Connect, markStable: () => void): Promise<Error | undefined> {
  try {
    await connect(markStable);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : undefined;
  }
}
