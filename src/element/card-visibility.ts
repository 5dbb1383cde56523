/** Tells when a card can really be seen: not in a background tab, not below a hidden ancestor, not off screen. */
export class CardVisibility {
  readonly #onChange: (isVisible: boolean) => void;
  #observer: IntersectionObserver | undefined;
  #isVisible = false;

  constructor(onChange: (isVisible: boolean) => void) {
    this.#onChange = onChange;
  }

  /** Watches a card from its first frame on. */
  watch(card: Element): void {
    this.stop();
    this.#observer = new IntersectionObserver((entries) => this.#change(entries.at(-1)?.isIntersecting ?? false));
    this.#observer.observe(card);
  }

  /** From now on nothing is visible. */
  stop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#change(false);
  }

  #change(isVisible: boolean): void {
    if (isVisible === this.#isVisible) return;
    this.#isVisible = isVisible;
    this.#onChange(isVisible);
  }
}
