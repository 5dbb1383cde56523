import type {Offer} from '../engagement/offer.js';
import type {Sleep} from '../http/sleep.js';
import type {Appeared} from './appeared.js';
import {untilLeftAlone} from './card/auto-collapse.js';
import {find, type ElementHost} from './element-host.js';
import type {FirstCard} from './first-card/first-card.js';
import {announce} from './page/announcement.js';
import {holdsFocus} from './page/focused.js';
import {watchVisibility} from './page/visibility.js';

export interface VisibleOfferOptions {
  /** What can be seen now. */
  readonly read: () => Appeared | undefined;
  /** Whether the visitor is at the card, so that it must not fold. */
  readonly isBusy: () => boolean;
  /** Called with whether the page has not heard of it. */
  readonly onVisibility: (isVisible: boolean, offer: Offer, isNews: boolean) => void;
  /** Called when an offer appears that the visitor asked for. */
  readonly onAskedFor: () => void;
  /** What a tag has shown before it was an element. */
  readonly first?: FirstCard | undefined;
  readonly sleep?: Sleep | undefined;
}

/** Tells that an offer can be seen, says it to screen readers, and lets it fold when it is left alone. */
export class VisibleOffer {
  readonly #host: ElementHost;
  readonly #options: VisibleOfferOptions;
  #name: string | undefined;
  #end: AbortController | undefined;
  #first: FirstCard | undefined;

  constructor(host: ElementHost, options: VisibleOfferOptions) {
    this.#host = host;
    this.#options = options;
    this.#first = options.first;
    host.addController(this);
  }

  hostUpdated(): void {
    const appeared = this.#options.read();
    if (!appeared) this.#endFirst();
    if (appeared?.name === this.#name) return;
    this.#name = appeared?.name;
    this.#end?.abort();
    this.#end = appeared && new AbortController();
    if (appeared && this.#end) this.#begin(appeared, this.#end.signal);
  }

  #begin({offer, surface, words, collapses}: Appeared, signal: AbortSignal): void {
    const {onVisibility, onAskedFor, sleep} = this.#options;
    const {isSeen = false, isSaid} = this.#takeFirst(offer) ?? {};
    if (isSeen) onVisibility(true, offer, false);
    const endVisibility = watchVisibility(surface, (isVisible) => onVisibility(isVisible, offer, true), isSeen);
    signal.addEventListener('abort', endVisibility);
    const status = find(this.#host, '[part=status]');
    if (!words) onAskedFor();
    else if (status && !isSaid) signal.addEventListener('abort', announce(status, words, sleep));
    if (!collapses) return;
    const isBusy = (): boolean =>
      document.hidden || holdsFocus(this.#host) || surface.matches(':hover') || this.#options.isBusy();
    untilLeftAlone({seconds: this.#host.autoCollapse, isBusy, sleep}, signal).then(
      () => this.#host.hide(),
      () => undefined,
    );
  }

  /** What was on the page before, from which the first appearance of its offer goes on. */
  #takeFirst({id}: Offer): FirstCard | undefined {
    const first = this.#first;
    if (first?.offer.id !== id) this.#endFirst();
    this.#first = undefined;
    return first?.offer.id === id ? first : undefined;
  }

  /** What was seen before is not seen any more. */
  #endFirst(): void {
    const first = this.#first;
    this.#first = undefined;
    if (first?.isSeen) this.#options.onVisibility(false, first.offer, true);
  }
}
