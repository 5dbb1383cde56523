import {focusedElement, isCovered, watchFocus} from './covering.js';
import {holdsFocus} from './focus.js';

/** What has to make way for the focus. */
export interface YieldingHost extends Element {
  hide(): void;
  /** Called when `isYielded` may have changed. */
  reflect(): void;
}

/** Hides nothing that has the focus on the page: an open surface folds, and the launcher steps aside (WCAG 2.2, 2.4.11). */
export class Yielding {
  readonly #host: YieldingHost;
  #isYielded = false;
  #watch: AbortController | undefined;

  constructor(host: YieldingHost) {
    this.#host = host;
  }

  /** Whether the launcher has stepped aside. */
  get isYielded(): boolean {
    return this.#isYielded;
  }

  /** Looks at what is on the page now, and when the focus moves; nothing of it is there without a launcher. */
  settle(launcher: Element | null): void {
    if (!!launcher !== !!this.#watch) this.#follow(!!launcher);
    if (launcher) this.#makeWay(launcher);
  }

  #follow(isThere: boolean): void {
    this.#watch?.abort();
    this.#watch = isThere ? new AbortController() : undefined;
    this.#setYielded(false);
    if (this.#watch) watchFocus((isNew) => this.#onMove(isNew), this.#watch.signal);
  }

  #onMove(isNew: boolean): void {
    // The launcher comes back when the focus has gone elsewhere, and not when its place was scrolled away.
    if (isNew) this.#setYielded(false);
    const launcher = this.#host.shadowRoot?.querySelector('.launcher');
    if (launcher) this.#makeWay(launcher);
  }

  #makeWay(launcher: Element): void {
    const focused = focusedElement();
    if (!focused || holdsFocus(this.#host)) return;
    if (isCovered(focused, [launcher])) this.#setYielded(true);
    else if (isCovered(focused, [...(this.#host.shadowRoot?.querySelectorAll('[data-open]') ?? [])])) this.#host.hide();
  }

  #setYielded(isYielded: boolean): void {
    if (isYielded === this.#isYielded) return;
    this.#isYielded = isYielded;
    this.#host.reflect();
  }
}
