import type {Sleep} from '../../../src/http/sleep.js';

/** Time in the test's own hands. It stands still unless the test or a pause moves it. */
export interface TestClock {
  /** In ms. Never set back, but it stands still while the machine sleeps. */
  readonly now: () => number;
  /** In ms since the epoch. It goes on while the machine sleeps, and can be set. */
  readonly date: () => number;
  readonly sleep: Sleep;
  /** Every pause so far, in ms. */
  readonly pauses: readonly number[];
  /** How many pauses are under way. */
  sleepers(): number;
  /** Moves the clock, and ends the pauses that are over by then, one after the other with what follows from each. */
  pass(duration: number): Promise<void>;
  /** Moves the clock, and ends no pause. */
  advance(duration: number): void;
  /** The machine sleeps: only `date` moves. A negative duration sets the date back. */
  suspend(duration: number): void;
}

interface TestClockOptions {
  /** In ms since the epoch. @default the present */
  readonly start?: number;
  /** Whether each pause moves the clock to its end and is over, instead of lasting until the test moves the clock. */
  readonly jumps?: boolean;
}

interface Sleeper {
  readonly end: number;
  readonly wake: () => void;
}

export function createTestClock({start = Date.now(), jumps = false}: TestClockOptions = {}): TestClock {
  let time = start;
  let suspended = 0;
  const pauses: number[] = [];
  const sleepers = new Set<Sleeper>();

  const hold: Sleep = (delay, signal) =>
    new Promise((resolve, reject) => {
      const sleeper = {end: time + delay, wake: resolve};
      sleepers.add(sleeper);
      signal?.addEventListener('abort', () => {
        sleepers.delete(sleeper);
        reject(signal.reason as Error);
      });
    });

  const jump: Sleep = async (delay, signal) => {
    time += delay;
    // Whoever waits for the pause sees what came before it.
    await nextTask();
    signal?.throwIfAborted();
  };

  return {
    now: () => time,
    date: () => time + suspended,
    sleep: async (delay, signal) => {
      signal?.throwIfAborted();
      pauses.push(delay);
      await (jumps ? jump : hold)(delay, signal);
    },
    pauses,
    sleepers: () => sleepers.size,
    pass: async (duration) => {
      const end = time + duration;
      for (let next; (next = [...sleepers].sort((a, b) => a.end - b.end)[0]) && next.end <= end;) {
        time = Math.max(time, next.end);
        sleepers.delete(next);
        next.wake();
        await nextTask();
      }
      time = end;
    },
    advance: (duration) => {
      time += duration;
    },
    suspend: (duration) => {
      suspended += duration;
    },
  };
}

/** Lets happen what follows at once from what has happened. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
