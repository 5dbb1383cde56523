import type {ElementHost} from '../element-host.js';
import {holdsFocus} from './focused.js';

export interface FocusReturnOptions {
  /** Whether the card or the panel can be seen. */
  readonly isOpen: () => boolean;
  readonly launcher: () => HTMLElement | null;
  /** Whether the visitor opened the surface, and so by the launcher. */
  readonly wasLauncherUsed: () => boolean;
  /** Where the focus was, if it is in the element already. */
  readonly origin?: HTMLElement | undefined;
}

/** Remembers where the focus was before it came into the element, and leads it back when its surface goes. */
export class FocusReturn {
  readonly #host: ElementHost;
  readonly #options: FocusReturnOptions;
  #origin: HTMLElement | undefined;
  #hadFocus = false;

  constructor(host: ElementHost, options: FocusReturnOptions) {
    this.#host = host;
    this.#options = options;
    this.#origin = options.origin;
    host.addController(this);
    host.addEventListener('focusin', ({relatedTarget}) => {
      const origin = relatedTarget as HTMLElement | null;
      if (origin && !host.contains(origin)) this.#origin = origin;
    });
  }

  hostUpdate(): void {
    this.#hadFocus = holdsFocus(this.#host);
  }

  hostUpdated(): void {
    const launcher = this.#options.launcher();
    if (this.#hadFocus && !this.#options.isOpen() && !(launcher && holdsFocus(launcher))) this.#lead(launcher);
  }

  /** Moves the focus to where it came from, or to the launcher; in the other order when the launcher was used. */
  #lead(launcher: HTMLElement | null): void {
    const candidates = [this.#origin, launcher];
    if (this.#options.wasLauncherUsed()) candidates.reverse();
    for (const candidate of candidates) {
      candidate?.focus();
      // Not everything takes the focus back.
      if (candidate && holdsFocus(candidate)) return;
    }
  }
}
