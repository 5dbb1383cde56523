/** The custom states of an element, for the page's style sheets. */
export class CustomStates {
  readonly #states: Set<string>;
  #written = '';

  constructor(host: HTMLElement) {
    this.#states = host.attachInternals().states;
  }

  /** Sets these states and no others; what is so already is not written again. */
  write(...names: readonly string[]): void {
    const written = names.join(' ');
    if (written === this.#written) return;
    this.#written = written;
    this.#states.clear();
    for (const name of names) this.#states.add(name);
  }
}
