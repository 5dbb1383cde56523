/**
 * Says a text once through a live region.
 *
 * Screen readers miss a text that comes together with its region, and read one that stays when the visitor browses the
 * page later; so it comes a little later and goes soon.
 */
export class Announcer {
  readonly #delay: number;
  readonly #duration: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #region: Element | undefined;

  /** Both in ms. */
  constructor({delay = 100, duration = 10_000} = {}) {
    this.#delay = delay;
    this.#duration = duration;
  }

  announce(region: Element, text: () => string): void {
    this.clear();
    this.#region = region;
    this.#timer = setTimeout(() => {
      region.textContent = text();
      this.#timer = setTimeout(() => this.clear(), this.#duration);
    }, this.#delay);
  }

  clear(): void {
    clearTimeout(this.#timer);
    if (this.#region) this.#region.textContent = '';
  }
}
