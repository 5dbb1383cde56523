import type {Sleep} from '../../src/http/sleep.js';

/** A clock that stands still until something sleeps, and then jumps to the end of the pause. */
export interface ManualClock {
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Every pause so far, in ms. */
  readonly pauses: readonly number[];
  advance(duration: number): void;
}

export function createManualClock(start = Date.now()): ManualClock {
  let time = start;
  const pauses: number[] = [];
  return {
    now: () => time,
    sleep: async (delay, signal) => {
      signal?.throwIfAborted();
      pauses.push(delay);
      time += delay;
      // A task and not a microtask, so that whoever waits for the pause sees what came before it.
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
    },
    pauses,
    advance: (duration) => {
      time += duration;
    },
  };
}
