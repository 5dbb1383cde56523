import {adoptStyles} from '@lit/reactive-element/css-tag.js';
import {nothing, render} from 'lit/html.js';
import type {Offer} from '../../engagement/offer.js';
import type {OfferedState} from '../../engagement/state.js';
import {chooseLanguage, loadCatalog} from '../../messages/catalog.js';
import {pageLanguage} from '../../messages/page-language.js';
import {EngagementShowEvent} from '../../tag/event-classes.js';
import type {Placement} from '../../tag/settings/settings.js';
import {renderCard, type CardView} from '../card/card.js';
import type {CardAction} from '../card/card-action.js';
import {renderLauncher} from '../card/launcher.js';
import {renderSurfaces} from '../card/surfaces.js';
import {SwipeDown} from '../card/swipe-down.js';
import {depthOfWindow, findHolder, hearClaims, released, tell} from '../place-claim.js';
import {isPageBlocked} from '../page/obstacles/obstruction.js';
import {heedEscape} from '../page/escape.js';
import {keepsListeners} from '../page/listeners.js';
import {setInTopLayer} from '../page/top-layer.js';
import {findTemplateProblem} from '../template-problem.js';
import {styles} from '../web-engagement.styles.js';
import {firstCardOf, hasFirstCard, leaveFirstCard, surfacesOf, type FirstCard} from './first-card.js';
import {hasRoom} from './room.js';

export interface FirstCardOptions {
  /** Whether the offer still counts. */
  readonly isWanted: () => boolean;
  /** Called when there is something to do that takes the element. */
  readonly onNeed: () => void;
}

/**
 * Shows an offer by its card before the tag is an element, so that it need not wait for the element's code. Where anything
 * is in its way, nothing is shown, and the element has to find a place. Resolves with whether the card is there.
 */
export async function showFirstCard(
  tag: HTMLElement,
  {name, offer}: OfferedState,
  {isWanted, onNeed}: FirstCardOptions,
): Promise<boolean> {
  // In a frame, an outer widget may go before.
  if (depthOfWindow() > 0 || findTemplateProblem() || findHolder(tag)) return false;
  const card = takePlace(tag, offer);
  if (!card.isAllowed) return false;
  const wanted = [tag.getAttribute('locale') ?? undefined, offer.language, pageLanguage(tag), ...navigator.languages];
  const catalog = await loadCatalog(chooseLanguage(wanted));
  if (!isWanted() || isPageBlocked(tag)) return false;
  const act = (action: CardAction): void => {
    card.act = action;
    onNeed();
  };
  if (!renderFirst(tag, {name, catalog, act})) return false;
  card.catalog = catalog;
  return true;
}

/** Opens a card anew that was moved, which has closed it. Returns whether it still works. */
export function reopenFirstCard(tag: HTMLElement): boolean {
  const isAlive = keepsListeners(tag);
  if (isAlive && hasFirstCard(tag) && tag.isConnected)
    for (const surface of surfacesOf(tag)) setInTopLayer(surface, true);
  return isAlive;
}

/** Takes the card from the page, if it is there. */
export function hideFirstCard(tag: HTMLElement): void {
  const card = firstCardOf(tag);
  if (!card) return;
  card.end.abort();
  tell(released);
  if (card.catalog) clear(tag);
  card.catalog = undefined;
}

function clear(tag: HTMLElement): void {
  if (tag.shadowRoot) render(nothing, tag.shadowRoot);
}

/** Takes the place of the page's one invitation, as far as the page lets it be shown. */
function takePlace(tag: HTMLElement, offer: Offer): FirstCard {
  const end = new AbortController();
  hearClaims(tag, (claim) => tag.isConnected && (claim.holder = tag), end.signal);
  const isAllowed = tag.dispatchEvent(new EngagementShowEvent(offer));
  const card: FirstCard = {offer, isAllowed, catalog: undefined, end};
  // What the page has prevented holds no place.
  if (!isAllowed) end.abort();
  leaveFirstCard(tag, card);
  return card;
}

/** Puts the card on the page, unless something is in its way. Returns whether it is there. */
function renderFirst(tag: HTMLElement, view: Pick<CardView, 'name' | 'catalog' | 'act'>): boolean {
  const root = tag.shadowRoot ?? tag.attachShadow({mode: 'open'});
  adoptStyles(root, [styles]);
  render(renderSurfaces(renderedFor(tag, view), view.catalog), root, {host: tag});
  keepsListeners(tag);
  tag.hidden = false;
  const isShown = open(tag, surfacesOf(tag));
  if (!isShown) clear(tag);
  // Until there is something to show, the tag must not count as an item of a grid or flex layout.
  tag.hidden = !isShown;
  return isShown;
}

function renderedFor(tag: HTMLElement, view: Pick<CardView, 'name' | 'catalog' | 'act'>): readonly unknown[] {
  const placement = (tag.getAttribute('placement')?.trim() ?? 'end') as Placement;
  const headingLevel = Number(tag.getAttribute('heading-level') ?? 2);
  const looks = {...view, placement, format: 'card'} as const;
  return [
    renderLauncher({...looks, isOpen: true, controls: 'card', calling: view.name, unread: undefined}),
    renderCard({
      ...looks,
      headingLevel,
      isBusy: false,
      hasMore: false,
      onKeydown: (event) => heedEscape(event, () => view.act('hide')),
      onTouch: new SwipeDown(() => view.act('hide')).follow,
    }),
  ];
}

/** Opens surfaces, and tests, before they are painted, that the visitor can use them where they are. */
function open(tag: HTMLElement, surfaces: readonly HTMLElement[]): boolean {
  for (const surface of surfaces) {
    setInTopLayer(surface, true);
    surface.classList.add('probed');
  }
  const isFree = hasRoom(tag, surfaces);
  for (const surface of surfaces) surface.classList.remove('probed');
  return isFree;
}
