import type {Offer} from '../engagement/offer.js';
import type {Sleep} from '../http/sleep.js';
import type {Appeared} from './appeared.js';
import {untilLeftAlone} from './card/auto-collapse.js';
import {find, type ElementHost} from './element-host.js';
import {announce} from './page/announcement.js';
import {holdsFocus} from './page/focused.js';
import {watchVisibility} from './page/visibility.js';

export interface VisibleOfferOptions {
  /** What can be seen now. */
  readonly read: () => Appeared | undefined;
  /** Whether the visitor is at the card, so that it must not fold. */
  readonly isBusy: () => boolean;
  readonly onVisibility: (isVisible: boolean, offer: Offer) => void;
  /** Called when an offer appears that the visitor asked for. */
  readonly onAskedFor: () => void;
  readonly sleep?: Sleep | undefined;
}

/** Tells that an offer can be seen, says it to screen readers, and lets it fold when it is left alone. */
export class VisibleOffer {
  readonly #host: ElementHost;
  readonly #options: VisibleOfferOptions;
  #name: string | undefined;
  #end: AbortController | undefined;

  constructor(host: ElementHost, options: VisibleOfferOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const appeared = this.#options.read();
    if (appeared?.name === this.#name) return;
    this.#name = appeared?.name;
    this.#end?.abort();
    this.#end = appeared && new AbortController();
    if (appeared && this.#end) this.#begin(appeared, this.#end.signal);
  }

  #begin({offer, surface, words, collapses}: Appeared, signal: AbortSignal): void {
    const {onVisibility, onAskedFor, sleep} = this.#options;
    const endVisibility = watchVisibility(surface, (isVisible) => onVisibility(isVisible, offer));
    signal.addEventListener('abort', endVisibility);
    const status = find(this.#host, '[part=status]');
    if (!words) onAskedFor();
    else if (status) signal.addEventListener('abort', announce(status, words, sleep));
    if (!collapses) return;
    const isBusy = (): boolean =>
      document.hidden || holdsFocus(this.#host) || surface.matches(':hover') || this.#options.isBusy();
    untilLeftAlone({seconds: this.#host.autoCollapse, isBusy, sleep}, signal).then(
      () => this.#host.hide(),
      () => undefined,
    );
  }
}
