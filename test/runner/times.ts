/** How long the parts of a run and their files took. */
export class Times {
  readonly #files = new Map<string, number>();

  /** @param duration in ms, added to what is known of this name */
  add(name: string, duration: number): void {
    this.#files.set(name, (this.#files.get(name) ?? 0) + duration);
  }

  /** One line for each of the slowest, the slowest first. */
  slowest(count: number): string[] {
    return [...this.#files]
      .sort(([, a], [, b]) => b - a)
      .slice(0, count)
      .map(([name, duration]) => `${(duration / 1000).toFixed(1).padStart(7)} s  ${name}`);
  }
}
