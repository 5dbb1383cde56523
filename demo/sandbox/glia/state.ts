/** What earlier requests have changed. */
export class GliaState {
  readonly ended = new Set<number>();
  readonly #times = new Map<string, number>();

  /** How often this was called with the same argument before. */
  timesBefore(key: string): number {
    const times = this.#times.get(key) ?? 0;
    this.#times.set(key, times + 1);
    return times;
  }
}
