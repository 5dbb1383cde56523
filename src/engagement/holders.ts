/** The signals that keep something running. */
export class Holders {
  readonly #signals = new Set<AbortSignal>();
  readonly #onRelease: () => void;

  /** @param onRelease called when the last of them has aborted */
  constructor(onRelease: () => void) {
    this.#onRelease = onRelease;
  }

  add(signal: AbortSignal): void {
    this.#signals.add(signal);
    const release = (): void => {
      if (this.#signals.delete(signal) && this.#signals.size === 0) this.#onRelease();
    };
    signal.addEventListener('abort', release);
  }

  /** Lets go of all of them, and calls nobody. */
  clear(): void {
    this.#signals.clear();
  }
}
