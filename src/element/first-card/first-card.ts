import type {Catalog} from '../../messages/catalog.js';
import type {CardAction} from '../card/card-action.js';

/** What a tag has shown, or was kept from showing, before it is an element. The element goes on from it. */
export interface FirstCard {
  readonly offerId: string;
  /** Whether the page lets the offer be seen. */
  readonly isAllowed: boolean;
  /** The sentences on the card; undefined when it is not on the page. */
  catalog: Catalog | undefined;
  /** What the visitor has done with it. */
  act?: CardAction;
  /** Ends what the card does by itself. */
  readonly end: AbortController;
}

const cards = new WeakMap<HTMLElement, FirstCard>();

export const firstCardOf = (tag: HTMLElement): FirstCard | undefined => cards.get(tag);

/** Whether a tag's card is on the page, and not yet in the hands of its element. */
export const hasFirstCard = (tag: HTMLElement): boolean => !!firstCardOf(tag)?.catalog;

/** Leaves a card to the element that the tag becomes. */
export const leaveFirstCard = (tag: HTMLElement, card: FirstCard): void => void cards.set(tag, card);

/** Takes the card that was left, which happens once. */
export function takeFirstCard(tag: HTMLElement): FirstCard | undefined {
  const card = cards.get(tag);
  cards.delete(tag);
  card?.end.abort();
  return card;
}
