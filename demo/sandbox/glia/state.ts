/** What the requests so far have changed. */
export class GliaState {
  readonly ended = new Set<number>();
  readonly #times = new Map<string, number>();

  /** How often something was asked for before. */
  timesBefore(what: string): number {
    const times = this.#times.get(what) ?? 0;
    this.#times.set(what, times + 1);
    return times;
  }
}
