import {own} from '../check/own.js';
import {isUnanswered, TimeoutError} from './errors.js';
import {createLadder, readLadder, type Ladder, type LadderStore} from './ladder.js';
import {isOffline, whenOnline, type NetworkEdges} from './network.js';
import {sleep as realSleep, type Sleep} from './sleep.js';

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
  /** How the page knows that it is offline. Nothing is asked or counted then. @default nothing is known of it */
  readonly network?: NetworkEdges | undefined;
  /**
   * How long a page waits for an answer before that counts as a failure, in ms, also when it is left or has no answer
   * sooner. Whoever leaves before has learned nothing about the server. @default an attempt counts when it has failed
   */
  readonly patience?: number | undefined;
}

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
  const {exclusively = atOnce, ladder = createLadder(), sleep = realSleep, now = Date.now, ...given} = own(options);
  const {signal, onPause, network} = given;
  const edges = network && own({sleep, ...network});
  for (;;) {
    if (edges) await whenOnline(signal, edges);
    const outcome = await exclusively(() => attemptOnce(attempt, own({...given, network: edges}), ladder, now));
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
  {policy, signal, patience, network}: RetryOptions,
  store: LadderStore,
  now: () => number,
): Promise<Outcome<T>> {
  signal.throwIfAborted();
  const ladder = await readLadder(store, now());
  // Another page or tab has tried and failed.
  if (ladder.notBefore > now()) return {...ladder, cause: undefined};
  const judge = (cause: unknown) => judgeBy(policy, cause, ladder, now());
  const long = wait(patience, signal, () => store.write(judge(new TimeoutError('', patience ?? 0)).next));
  try {
    const value = await attempt();
    if (ladder.failures > 0 || long.isOver) await store.write(undefined);
    return {value};
  } catch (cause) {
    signal.throwIfAborted();
    if (network && isOffline(network.page)) {
      if (long.isOver) await store.write(ladder.failures > 0 ? ladder : undefined);
      return {...ladder, cause};
    }
    const {again, next} = judge(cause);
    // Some engines end the requests of a page before the page hears that it is left.
    if (isUnanswered(cause)) await long.over;
    await store.write(next);
    if (!again) throw cause;
    return {failures: 0, notBefore: 0, ...next, cause};
  } finally {
    long.end();
  }
}

/** What a failure means for the series, and what is stored of it. */
function judgeBy(policy: RetryPolicy, cause: unknown, {failures}: Ladder, now: number) {
  const {again, pause} = policy(cause, failures + 1);
  const next: Ladder = {failures: again ? failures + 1 : 0, notBefore: now + pause};
  return {again, next: pause > 0 ? next : undefined};
}

/** Waits beside an attempt, and calls back unless that has ended before. */
function wait(duration: number | undefined, signal: AbortSignal, act: () => Promise<unknown>) {
  const done = new AbortController();
  const long = {isOver: false, over: Promise.resolve<unknown>(undefined), end: () => done.abort(signal.reason)};
  signal.addEventListener('abort', long.end, {signal: done.signal});
  if (duration !== undefined) {
    long.over = realSleep(duration, done.signal).then(() => {
      long.isOver = true;
      return act();
    });
  }
  long.over.catch(() => undefined);
  return long;
}
