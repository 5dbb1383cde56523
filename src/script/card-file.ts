import {hideFirstCard, showFirstCard, type FirstCardOptions} from '../element/first-card/show-first-card.js';
import type {OfferedState} from '../engagement/state.js';
import type {FirstQuestion} from '../tag/first/first-ask.js';
import {readOffer} from '../tag/first/first-offer.js';

export interface OfferListener extends FirstCardOptions {
  /** Tells the page of the state, and resolves when it has heard of it. */
  readonly tell: (state: OfferedState['name']) => Promise<void>;
}

/** An offer of which the page has heard, whether it can be seen or not. */
export interface ShownOffer {
  readonly state: OfferedState;
  /** Takes its card away, if there is one. */
  readonly hide: () => void;
}

/** Shows what an answer offers. Undefined where a session has to decide, or nothing is wanted any more. */
export async function showOffer(
  tag: HTMLElement,
  question: FirstQuestion,
  listener: OfferListener,
): Promise<ShownOffer | undefined> {
  const state = listener.isWanted() && readOffer(tag, question);
  if (!state) return undefined;
  const {name, offer} = state;
  // Who hears of it may ask the tag, as an element.
  Object.defineProperties(tag, {
    state: {value: name, configurable: true},
    offer: {value: offer, configurable: true},
  });
  await listener.tell(name);
  if (listener.isWanted()) await showFirstCard(tag, state, listener);
  const hide = (): void => {
    hideFirstCard(tag);
    forgetOffer(tag);
    tag.hidden = true;
  };
  return {state, hide};
}

/** Leaves what the tag says about its offer to the element that it becomes. */
export function forgetOffer(tag: HTMLElement): void {
  Reflect.deleteProperty(tag, 'state');
  Reflect.deleteProperty(tag, 'offer');
}

/** How long a page is waited for that is not painted, as in a tab in the background, or that has no time, in ms. */
const patience = 500;

/** Resolves when the page has been painted and has nothing else to do, or when that takes too long. */
export function rested(): Promise<unknown> {
  return new Promise((resolve) => {
    const {requestIdleCallback = setTimeout} = globalThis as {requestIdleCallback?: (resolve: () => void) => unknown};
    requestAnimationFrame(() => requestIdleCallback(() => resolve(undefined)));
    setTimeout(resolve, patience);
  });
}
