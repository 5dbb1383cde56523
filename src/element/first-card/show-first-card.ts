import {adoptStyles} from '@lit/reactive-element/css-tag.js';
import {nothing, render} from 'lit/html.js';
import type {OfferedState} from '../../engagement/state.js';
import {chooseLanguage, loadCatalog} from '../../messages/catalog.js';
import {pageLanguage} from '../../messages/page-language.js';
import {EngagementShowEvent} from '../../tag/event-classes.js';
import type {Placement} from '../../tag/settings/settings.js';
import {renderCard} from '../card/card.js';
import {renderLauncher} from '../card/launcher.js';
import {renderSurfaces} from '../card/surfaces.js';
import {depthOfWindow, findHolder, hearClaims} from '../claim.js';
import {topOfFixed} from '../page/obstacles/fixed-boxes.js';
import {isPageBlocked, isReachable} from '../page/obstacles/obstruction.js';
import {areaOf} from '../page/obstacles/surface-area.js';
import {setInTopLayer} from '../page/top-layer.js';
import {findTemplateProblem} from '../template-problem.js';
import {styles} from '../web-engagement.styles.js';
import {firstCardOf, leaveFirstCard, type FirstCard} from './first-card.js';

/**
 * Shows an offer by its card before the tag is an element, so that it need not wait for the element's code. Where anything
 * is in its way, nothing is shown, and the element has to find a place.
 *
 * @param onAct called when the visitor does something, which the element carries out
 */
export async function showFirstCard(tag: HTMLElement, {name, offer}: OfferedState, onAct: () => void): Promise<void> {
  // In a frame, an outer widget may go before.
  if (depthOfWindow() > 0 || findHolder(tag)) return;
  const end = new AbortController();
  hearClaims(tag, (claim) => tag.isConnected && (claim.holder = tag), end.signal);
  const isAllowed = tag.dispatchEvent(new EngagementShowEvent(offer));
  const card: FirstCard = {offerId: offer.id, isAllowed, catalog: undefined, end};
  leaveFirstCard(tag, card);
  // What the page has prevented holds no place.
  if (!isAllowed) { end.abort(); return; }
  const wanted = [tag.getAttribute('locale') ?? undefined, offer.language, pageLanguage(tag), ...navigator.languages];
  const catalog = await loadCatalog(chooseLanguage(wanted));
  if (!tag.isConnected || isPageBlocked(tag) || findTemplateProblem()) return;
  const act: CardOptions['act'] = (act) => {
    card.act = act;
    onAct();
  };
  if (renderFirst(tag, {name, catalog, act})) card.catalog = catalog;
}

/** Takes the card from the page, if it is there. */
export function hideFirstCard(tag: HTMLElement): void {
  const card = firstCardOf(tag);
  card?.end.abort();
  if (!card?.catalog || !tag.shadowRoot) return;
  card.catalog = undefined;
  render(nothing, tag.shadowRoot);
}

type CardOptions = Pick<Parameters<typeof renderCard>[0], 'name' | 'catalog' | 'act'>;

/** Puts the card on the page, unless something is in its way. Returns whether it is there. */
function renderFirst(tag: HTMLElement, {name, catalog, act}: CardOptions): boolean {
  const placement = (tag.getAttribute('placement')?.trim() ?? 'end') as Placement;
  const headingLevel = Number(tag.getAttribute('heading-level') ?? 2);
  const view = {catalog, placement, format: 'card', act} as const;
  const ignore = (): void => undefined;
  const launcher = renderLauncher({...view, isOpen: true, controls: 'card', calling: name, unread: undefined});
  const card = renderCard({
    ...view,
    ...{name, headingLevel, isBusy: false, hasMore: false, onKeydown: ignore, onTouch: ignore},
  });
  const root = tag.shadowRoot ?? tag.attachShadow({mode: 'open'});
  adoptStyles(root, [styles]);
  render(renderSurfaces([launcher, card], catalog), root, {host: tag});
  const isShown = open(tag, [...root.querySelectorAll<HTMLElement>('.surface')]);
  if (!isShown) render(nothing, root);
  return isShown;
}

/** Opens surfaces, and tests, before they are painted, that the visitor can use them where they are. */
function open(tag: HTMLElement, surfaces: readonly HTMLElement[]): boolean {
  for (const surface of surfaces) {
    setInTopLayer(surface, true);
    surface.classList.add('probed');
  }
  const avoids = tag.getAttribute('avoid')?.trim() !== 'none';
  const isFree = surfaces.every(
    (surface) => isReachable(tag, surface) && !(avoids && topOfFixed(areaOf(surface), tag) < innerHeight),
  );
  for (const surface of surfaces) surface.classList.remove('probed');
  return isFree;
}
