/** Whether an element, its shadow tree or one of its children has the focus, also while the window itself has it not. */
export function holdsFocus(element: Element): boolean {
  const {activeElement} = element.getRootNode() as Partial<DocumentOrShadowRoot>;
  return element.contains(activeElement ?? null);
}

/** Remembers where the focus was before it came into an element, and leads it back. */
export class FocusReturn {
  #origin: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    host.addEventListener('focusin', ({relatedTarget}) => {
      const origin = relatedTarget as HTMLElement | null;
      if (origin && !host.contains(origin)) this.#origin = origin;
    });
  }

  /** Moves the focus to where it came from, or to the launcher; in the other order when the launcher was used. */
  lead(launcher: HTMLElement | null, wasLauncherUsed: boolean): void {
    const candidates = [this.#origin, launcher];
    if (wasLauncherUsed) candidates.reverse();
    for (const candidate of candidates) {
      candidate?.focus();
      // Not everything takes the focus back.
      if (candidate && holdsFocus(candidate)) return;
    }
  }
}
