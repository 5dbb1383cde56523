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

/** How long a page that is not painted is waited for, in ms. */
const patience = 200;

/** Shows what an answer offers, and resolves when it is painted; with undefined where a session has to decide. */
export async function showOffer(
  tag: HTMLElement,
  question: FirstQuestion,
  {tell, onAct}: OfferListener,
): Promise<ShownOffer | undefined> {
  const state = readOffer(tag, question);
  if (!state) return undefined;
  await tell(state.name);
  await showFirstCard(tag, state, onAct);
  await painted();
  const hide = (): void => {
    hideFirstCard(tag);
    tag.hidden = true;
  };
  return {state, hide};
}

/** Resolves after the next paint, or soon where there is none, as in a tab in the background. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, patience);
  });
}
