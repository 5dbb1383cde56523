import {own} from '../check/own.js';
export interface TabLockOptions {
  readonly signal?: AbortSignal | undefined;
  /** Null on pages that are not secure contexts. @default the page's */
  readonly locks?: LockManager | null | undefined;
  /** How long another tab may hold the lock, in ms, before it counts as frozen. @default 15_000 */
  readonly patience?: number | undefined;
}

/**
 * Runs `task` while no other tab runs one under the same name.
 *
 * The task also runs, exactly once, where locks are missing or denied, because two tabs doing the same work are better
 * than none.
 *
 * @throws whatever `task` throws, or the reason of `signal`
 */
export async function withTabLock<T>(name: string, task: () => Promise<T>, options: TabLockOptions = {}): Promise<T> {
  const {signal, locks = navigator.locks, patience = 15_000} = own(options);
  signal?.throwIfAborted();
  let work: Promise<T> | undefined;
  const run = (): Promise<T> => (work ??= task());
  // A task that does not heed the signal keeps no other tab waiting.
  const stopped = new Promise((resolve) => signal?.addEventListener('abort', resolve));
  const runHeld = (): Promise<unknown> => Promise.race([run().catch(() => undefined), stopped]);

  const end = new AbortController();
  const over = new Promise((resolve) => end.signal.addEventListener('abort', resolve));
  const giveUp = (): void => end.abort();
  // Some browsers have no `AbortSignal.timeout`.
  const timer = setTimeout(giveUp, patience);
  signal?.addEventListener('abort', giveUp);
  const ask = async (how: LockOptions): Promise<unknown> => locks?.request(name, how, runHeld);

  // What is given up may never settle, and nor may a lock that is stolen.
  await Promise.race([over, ask({signal: end.signal})]).catch(() => undefined);
  clearTimeout(timer);
  signal?.throwIfAborted();
  if (!work) ask({steal: true}).catch(() => undefined);
  return run();
}
