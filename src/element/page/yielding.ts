import {find, type ElementHost} from '../element-host.js';
import {isCovered, watchFocus} from './focus-cover.js';
import {focusedElement, holdsFocus} from './focused.js';

/** Hides no more than half of what has the focus on the page: an open surface folds, and the launcher steps aside (WCAG 2.2, 2.4.11). */
export class Yielding {
  readonly #host: ElementHost;
  /** Called when `isYielded` has changed. */
  readonly #onChange: () => void;
  #isYielded = false;
  #watch: AbortController | undefined;

  constructor(host: ElementHost, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** Whether the launcher has stepped aside. */
  get isYielded(): boolean {
    return this.#isYielded;
  }

  /** Looks at what is on the page now, and from then on when the focus moves, as long as there is a launcher above it. */
  hostUpdated(): void {
    const launcher = this.#launcher;
    if (!!launcher !== !!this.#watch) this.#follow(!!launcher);
    if (launcher) this.#makeWay(launcher);
  }

  get #launcher(): HTMLElement | null {
    const {isConnected, placement} = this.#host;
    return isConnected && placement !== 'inline' ? find(this.#host, '.launcher') : null;
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
    const launcher = find(this.#host, '.launcher');
    if (launcher) this.#makeWay(launcher);
  }

  #makeWay(launcher: Element): void {
    const focused = focusedElement();
    if (!focused || holdsFocus(this.#host)) return;
    const surfaces = [...(this.#host.shadowRoot?.querySelectorAll('[data-open], [part=options]') ?? [])];
    if (isCovered(focused, [launcher])) this.#setYielded(true);
    else if (isCovered(focused, surfaces)) this.#host.hide();
  }

  #setYielded(isYielded: boolean): void {
    if (isYielded === this.#isYielded) return;
    this.#isYielded = isYielded;
    this.#onChange();
  }
}
