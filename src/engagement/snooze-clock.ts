import {longestNap, type Sleep} from '../http/sleep.js';

interface SnoozeMemory {
  /** Time left of a snooze, in ms; 0 if there is none or it is over. */
  readonly snoozeLeft: number;
  /** Whether it has not been taken back. */
  readonly isRefused: boolean;
}

/** Waits for the end of a snooze, which may begin, end or be changed in another tab. */
export class SnoozeClock {
  readonly #memory: SnoozeMemory;
  readonly #onEnd: () => void;
  readonly #sleep: Sleep;
  #isRunning = false;

  /** @param onEnd called when a snooze ends */
  constructor(memory: SnoozeMemory, onEnd: () => void, sleep: Sleep) {
    this.#memory = memory;
    this.#onEnd = onEnd;
    this.#sleep = sleep;
  }

  /** Waits for the end of the snooze, if there is one, until `signal` aborts. */
  watch(signal: AbortSignal): void {
    if (!this.#isRunning) void this.#wait(signal);
  }

  /** Starts again after the last signal has aborted. Returns whether the snooze has ended in the meantime. */
  restart(signal: AbortSignal): boolean {
    const wasRunning = this.#isRunning;
    this.#isRunning = false;
    this.watch(signal);
    return wasRunning && !this.#isRunning;
  }

  async #wait(signal: AbortSignal): Promise<void> {
    for (let left; (left = this.#memory.snoozeLeft);) {
      this.#isRunning = true;
      await this.#sleep(Math.min(left, longestNap), signal).catch(() => undefined);
      if (signal.aborted) return;
    }
    if (this.#isRunning && this.#memory.isRefused) this.#onEnd();
  }
}
