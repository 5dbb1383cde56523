/** The custom states of an element, for the page's style sheets. Where the browser knows none, there are none. */
export class CustomStates {
  readonly #states: Set<string> | undefined;
  #written = '';

  constructor(host: HTMLElement) {
    this.#states = statesOf(host);
  }

  /** Sets these states and no others; what is so already is not written again. */
  write(...names: readonly string[]): void {
    const written = names.join(' ');
    if (written === this.#written) return;
    this.#written = written;
    this.#states?.clear();
    for (const name of names) this.#states?.add(name);
  }
}

function statesOf(host: HTMLElement): Set<string> | undefined {
  try {
    return (host.attachInternals() as Partial<ElementInternals>).states;
  } catch {
    return undefined;
  }
}
