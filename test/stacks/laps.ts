/** How long the parts of one thing took, one after the other. */
export class Laps {
  readonly #laps: [part: string, seconds: number][] = [];
  #start = performance.now();

  /** The time since the lap before, or since the start, was this part. */
  end(part: string): void {
    const now = performance.now();
    this.#laps.push([part, (now - this.#start) / 1000]);
    this.#start = now;
  }

  /** @example 12.3 s = packages 10.0 + run 1.3 + visit 1.0 */
  toString(): string {
    const sum = this.#laps.reduce((total, [, seconds]) => total + seconds, 0);
    const parts = this.#laps.map(([part, seconds]) => `${part} ${seconds.toFixed(1)}`);
    return `${sum.toFixed(1).padStart(6)} s = ${parts.join(' + ')}`;
  }
}
