import type {Offer} from '../../engagement/offer.js';
import type {Catalog} from '../../messages/catalog.js';
import type {CardAction} from '../card/card-action.js';

/** What a tag has shown, or was kept from showing, before it is an element. The element goes on from it. */
export interface FirstCard {
  readonly offer: Offer;
  /** Whether the page lets the offer be seen. */
  readonly isAllowed: boolean;
  /** The sentences on the card; undefined when it is not on the page. */
  catalog: Catalog | undefined;
  /** What the visitor has done with it. */
  act?: CardAction;
  /** Where the focus was before it came into the card. */
  focusOrigin?: HTMLElement;
  /** Whether it was said to screen readers. */
  isSaid?: boolean;
  /** Whether it can be seen, as the page has heard. */
  isSeen?: boolean;
  /** Ends what the card does by itself. */
  readonly end: AbortController;
}

/** Another copy of this code may make the element. It must not ask the page again, but it renders a card of its own. */
const key = Symbol.for('web-engagement-first-card');
const cardsOfThisCopy = new WeakSet<FirstCard>();

type Tag = HTMLElement & {[key]?: FirstCard | undefined};

export const firstCardOf = (tag: Tag): FirstCard | undefined => tag[key];

/** Whether a tag's card is on the page, and not yet in the hands of its element. */
export function hasFirstCard(tag: HTMLElement): boolean {
  const card = firstCardOf(tag);
  return !!card?.catalog && cardsOfThisCopy.has(card);
}

/** The launcher and the card that are on the page. */
export const surfacesOf = ({shadowRoot}: Element): readonly HTMLElement[] => [
  ...(shadowRoot?.querySelectorAll<HTMLElement>('.surface') ?? []),
];

/** Leaves a card to the element that the tag becomes. */
export function leaveFirstCard(tag: Tag, card: FirstCard): void {
  tag[key] = card;
  cardsOfThisCopy.add(card);
}

/** Leaves nothing to the element, which begins anew. */
export function dropFirstCard(tag: Tag): void {
  tag[key] = undefined;
}

/** Takes the card that was left, which happens once. */
export function takeFirstCard(tag: Tag): FirstCard | undefined {
  const card = firstCardOf(tag);
  const isOwn = hasFirstCard(tag);
  tag[key] = undefined;
  card?.end.abort();
  return card && (isOwn ? card : {...card, catalog: undefined});
}
