import {own} from '../check/own.js';
import {sleep as realSleep, type Sleep} from './sleep.js';

/** Progress of a series of attempts. It can be stored, so that another page continues the series. */
export interface Ladder {
  /** Failed attempts so far. */
  readonly failures: number;
  /** Earliest start of the next attempt, in ms since the epoch. */
  readonly notBefore: number;
}

/** Stores a ladder. */
export interface LadderStore {
  read(): Promise<Ladder | undefined>;
  write(ladder: Ladder | undefined): Promise<unknown>;
}

/** What to do after a failure: wait `pause` ms, and then try `again` or leave that to a later page. */
export interface RetryVerdict {
  readonly again: boolean;
  readonly pause: number;
}

/** Judges a failure; `failures` counts it. */
export type RetryPolicy = (error: unknown, failures: number) => RetryVerdict;

export interface Pause {
  /** Number of the next attempt. The first retry is 2. */
  readonly attempt: number;
  /** Length of the pause, in ms. */
  readonly delay: number;
  /** The error. Undefined when it occurred on an earlier page or in another tab. */
  readonly cause: unknown;
}

/** Runs a task while no other task of the same kind runs. */
export type Exclusively = <T>(task: () => Promise<T>) => Promise<T>;

const atOnce: Exclusively = (task) => task();

export interface RetryOptions {
  readonly policy: RetryPolicy;
  /** Stores the progress, so that another page or tab continues the series. @default the memory of this call */
  readonly ladder?: LadderStore | undefined;
  readonly signal: AbortSignal;
  /** Runs an attempt while no other attempt of the same ladder runs. @default runs it at once */
  readonly exclusively?: Exclusively | undefined;
  readonly onPause?: ((pause: Pause) => void) | undefined;
  readonly sleep?: Sleep | undefined;
  /** @default Date.now */
  readonly now?: (() => number) | undefined;
}

/** A ladder this far from now, in ms, belongs to another visit or a changed clock. */
const ladderLifetime = 900_000;

/**
 * Calls `attempt` until it succeeds, with the pauses of the policy.
 *
 * The progress is read from and written to `ladder`, so that the series continues where an earlier page left it, and
 * several tabs share one series.
 *
 * @throws the error of the last attempt, unchanged; or the reason of `signal`
 *
 * @example
 * const policy = createPausePolicy({pauses: [1_000, 3_000], mayPass: isUnanswered});
 * const answer = await retry(() => request(url, {}, {signal}), {policy, signal});
 */
export async function retry<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const {
    signal,
    exclusively = atOnce,
    onPause,
    sleep = realSleep,
    now = Date.now,
    ladder = createLadder(),
  } = own(options);
  for (;;) {
    const outcome = await exclusively(() => attemptOnce(attempt, options, ladder, now));
    if ('value' in outcome) return outcome.value;
    const {cause, failures, notBefore} = outcome;
    const delay = notBefore - now();
    if (delay > 0) {
      onPause?.({attempt: failures + 1, delay, cause});
      await sleep(delay, signal);
    }
  }
}

/** What came of an attempt: a value, or how far the series has come by then. */
type Outcome<T> = {readonly value: T} | (Ladder & {readonly cause: unknown});

async function attemptOnce<T>(
  attempt: () => Promise<T>,
  {policy, signal}: RetryOptions,
  store: LadderStore,
  now: () => number,
): Promise<Outcome<T>> {
  signal.throwIfAborted();
  const ladder = await readLadder(store, now());
  // Another page or tab has tried and failed.
  if (ladder.notBefore > now()) return {...ladder, cause: undefined};
  try {
    const value = await attempt();
    if (ladder.failures > 0) await store.write(undefined);
    return {value};
  } catch (cause) {
    signal.throwIfAborted();
    const {again, pause} = policy(cause, ladder.failures + 1);
    const next = {failures: again ? ladder.failures + 1 : 0, notBefore: now() + pause};
    await store.write(pause > 0 ? next : undefined);
    if (!again) throw cause;
    return {...next, cause};
  }
}

async function readLadder(store: LadderStore, now: number): Promise<Ladder> {
  const ladder = await store.read();
  return ladder && Math.abs(ladder.notBefore - now) <= ladderLifetime ? ladder : {failures: 0, notBefore: 0};
}

function createLadder(): LadderStore {
  let current: Ladder | undefined;
  return {
    read: () => Promise.resolve(current),
    write: (ladder) => Promise.resolve((current = ladder)),
  };
}
