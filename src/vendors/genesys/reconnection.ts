import {own} from '../../check/own.js';
import {RequestError} from '../../http/errors.js';
import {isOffline, whenOnline, type NetworkEdges} from '../../http/network.js';
import {sleep as realSleep, type Sleep} from '../../http/sleep.js';

/** The server refuses the connection for good. */
export class RefusedError extends RequestError {
  override readonly name = 'RefusedError';
}

export interface ConnectionPause {
  /** Number of the retry since the connection last worked, from 1. */
  readonly attempt: number;
  /** Length of the pause, in ms. */
  readonly delay: number;
  /** Why the connection ended. Undefined when the server simply closed it. */
  readonly cause: Error | undefined;
}

export interface ConnectionOptions {
  readonly signal: AbortSignal;
  readonly onPause: (pause: ConnectionPause) => void;
  /** The pause that the server asks for, in ms. @default none */
  readonly wanted?: (() => number) | undefined;
  readonly sleep?: Sleep | undefined;
  /** @default Math.random */
  readonly random?: (() => number) | undefined;
  /** A clock that is never set back, in ms. @default performance.now */
  readonly now?: (() => number) | undefined;
  /** How the page knows that it is offline. Nothing is opened then. @default by its window */
  readonly network?: NetworkEdges | undefined;
}

/** A connection that worked for this long counts as stable, in ms. */
const stableAfter = 5_000;

/** Opens a connection and settles when it ends. It calls `markStable` once the connection is known to work. */
export type Connect = (markStable: () => void) => Promise<unknown>;

const firstPause = 1_000;
const longestPause = 60_000;

/**
 * Opens a connection again whenever it ends or fails, until `signal` aborts.
 *
 * The pauses double from 1 s to 60 s and start again at 1 s after a stable connection. Each is lengthened by a random
 * factor from 1 to 2, so that visitors who lost a server at the same time do not return at the same time.
 *
 * @throws RefusedError when the server refuses for good. It resolves when `signal` aborts.
 */
export async function keepConnected(connect: Connect, options: ConnectionOptions): Promise<void> {
  const {signal, onPause, wanted = () => 0, sleep = realSleep} = own(options);
  const {random = Math.random, now = () => performance.now(), network} = own(options);
  const edges = own({sleep, random, ...network});
  let failures = 0;
  try {
    for (;;) {
      await whenOnline(signal, edges);
      signal.throwIfAborted();
      let workingSince = Infinity;
      const cause = await runOnce(connect, () => (workingSince = Math.min(workingSince, now())));
      signal.throwIfAborted();
      if (now() - workingSince >= stableAfter) failures = 0;
      if (cause instanceof RefusedError) throw cause;
      if (isOffline(edges.page)) continue;
      const ownPause = Math.min(firstPause * 2 ** failures++, longestPause) * (1 + random());
      const delay = Math.max(ownPause, Math.min(wanted(), longestPause));
      onPause({attempt: failures, delay, cause});
      await sleep(delay, signal);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Resolves with the reason for the end of the connection. */
async function runOnce(connect: Connect, markStable: () => void): Promise<Error | undefined> {
  try {
    await connect(markStable);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : undefined;
  }
}
