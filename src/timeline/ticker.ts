/** Calls a task again and again, `period` ms apart, until the returned function is called. */
export type Repeat = (task: () => void, period: number) => () => void;

/** How often an engagement that goes on is drawn anew, in ms. */
const period = 10_000;

/** Calls a task from time to time, as long as it runs. */
export class Ticker {
  readonly #task: () => void;
  readonly #repeat: Repeat;
  #stop: (() => void) | undefined;

  constructor(task: () => void, repeat: Repeat = repeatByTimer) {
    this.#task = task;
    this.#repeat = repeat;
  }

  run(isRunning: boolean): void {
    if (isRunning === (this.#stop !== undefined)) return;
    this.#stop?.();
    this.#stop = isRunning ? this.#repeat(this.#task, period) : undefined;
  }
}

function repeatByTimer(task: () => void, delay: number): () => void {
  const timer = setInterval(task, delay);
  return () => clearInterval(timer);
}
