import {hideFirstCard, showFirstCard} from '../element/first-card/show-first-card.js';
import type {OfferedState} from '../engagement/state.js';
import type {FirstQuestion} from '../tag/first/first-ask.js';
import {readOffer} from '../tag/first/first-offer.js';

export interface OfferListener {
  /** Tells the page of the state, and resolves when it has heard of it. */
  readonly tell: (state: OfferedState['name']) => Promise<void>;
  /** Called when the visitor does something, which the element carries out. */
  readonly onAct: () => void;
}

/** An offer of which the page has heard, whether it can be seen or not. */
export interface ShownOffer {
  readonly state: OfferedState;
  /** Takes its card away, if there is one. */
  readonly hide: () => void;
}

/** How long a page is waited for that is not painted, as in a tab in the background, or that has no time, in ms. */
const patience = 500;

/** Shows what an answer offers, and resolves when it is painted and the page has time; with undefined where a session has to decide. */
export async function showOffer(
  tag: HTMLElement,
  question: FirstQuestion,
  {tell, onAct}: OfferListener,
): Promise<ShownOffer | undefined> {
  const state = readOffer(tag, question);
  if (!state) return undefined;
  await tell(state.name);
  await showFirstCard(tag, state, onAct);
  await rested();
  const hide = (): void => {
    hideFirstCard(tag);
    tag.hidden = true;
  };
  return {state, hide};
}

/** Resolves when the page has been painted and has nothing else to do, or when that takes too long. */
function rested(): Promise<unknown> {
  return new Promise((resolve) => {
    const {requestIdleCallback = setTimeout} = globalThis as {requestIdleCallback?: (resolve: () => void) => unknown};
    requestAnimationFrame(() => requestIdleCallback(() => resolve(undefined)));
    setTimeout(resolve, patience);
  });
}
