/** Remembers where the focus came from when it entered an element, and takes it back there. */
export class FocusReturn {
  #origin: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    // Moves inside of the host's shadow root do not reach the host.
    host.addEventListener('focusin', ({relatedTarget}) => {
      if (relatedTarget instanceof HTMLElement && !host.contains(relatedTarget)) this.#origin = relatedTarget;
    });
  }

  /** Focuses the first of these that takes it; `origin` stands for where the focus came from. */
  focusFirst(candidates: readonly (HTMLElement | 'origin' | null)[]): void {
    for (const candidate of candidates) {
      const element = candidate === 'origin' ? this.#origin : candidate;
      element?.focus();
      if (element && hasFocus(element)) return;
    }
  }

  forget(): void {
    this.#origin = undefined;
  }
}

function hasFocus(element: HTMLElement): boolean {
  const root = element.getRootNode();
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element;
}
