import type {Sleep} from '../../src/http/sleep.js';

/** A clock that stands still until the test moves it; who sleeps wakes when the pause is over. */
export interface HeldClock {
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Moves the clock, and lets happen what follows from it. */
  pass(duration: number): Promise<void>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function createHeldClock(start = Date.now()): HeldClock {
  let time = start;
  const sleepers = new Set<Sleeper>();
  return {
    now: () => time,
    sleep: (delay, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = {at: time + delay, wake: resolve};
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(signal.reason as Error);
        });
      }),
    pass: async (duration) => {
      const end = time + duration;
      for (let next; (next = [...sleepers].sort((a, b) => a.at - b.at)[0]) && next.at <= end;) {
        time = next.at;
        sleepers.delete(next);
        next.wake();
        await new Promise((resolve) => setTimeout(resolve));
      }
      time = end;
    },
  };
}
