/** How often an engagement that goes on is drawn anew, in ms. */
const period = 10_000;

/** Calls a task from time to time, as long as it runs. */
export class Ticker {
  readonly #task: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(task: () => void) {
    this.#task = task;
  }

  run(isRunning: boolean): void {
    if (isRunning === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = isRunning ? setInterval(this.#task, period) : undefined;
  }
}
