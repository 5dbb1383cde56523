import {announce, titleOf} from '../page/announcement.js';
import {watchFocus} from '../page/focus-cover.js';
import {hasPageModal} from '../page/obstacles/page-modal.js';
import {watchPageLanguage} from '../page/page-language-watch.js';
import {watchPage} from '../page/page-watch.js';
import {setInTopLayer} from '../page/top-layer.js';
import {watchVisibility} from '../page/visibility.js';
import {firstCardOf, surfacesOf, type FirstCard} from './first-card.js';
import {hasRoom, hidesFocus} from './room.js';

export interface Attention {
  /** Called when the card can be seen, and when it cannot be seen any more. */
  readonly onVisibility: (isVisible: boolean) => void;
  /** Called when there is something to do that takes the element. */
  readonly onNeed: () => void;
}

/** By these the visitor comes to the card. What they do there takes the element. A finger may swipe first. */
const approaches = ['pointerover', 'touchend', 'focusin'];

/** After these something of the page's may be in the way. Not every browser tells when scrolling has ended. */
const occasions = [
  ...['resize', 'toggle', 'transitionend', 'animationend', 'pointerup'],
  'onscrollend' in globalThis ? 'scrollend' : 'scroll',
];

/** How often the page is looked at without an occasion, in ms. */
const interval = 1_000;

/**
 * Looks after a card until its element comes. Most visitors never touch it, and on most pages nothing gets into its way, so
 * that neither the element nor an engine of its session is needed.
 */
export function attendFirstCard(tag: HTMLElement, {onVisibility, onNeed}: Attention): void {
  const card = firstCardOf(tag);
  if (!card) return;
  const {signal} = card.end;
  const approach = (event: Event): void => {
    if ((event as Partial<PointerEvent>).pointerType !== 'touch') onNeed();
  };
  for (const name of approaches) tag.addEventListener(name, approach, {signal, passive: true});
  tag.addEventListener('focusin', (event) => noteOrigin(tag, card, event), {signal});
  watchPageLanguage(document, onNeed, signal);
  watchRoom(tag, onNeed, signal);
  watchSight(tag, card, onVisibility);
  say(tag, card);
  // Only the element folds it when it is left alone, and an element of the npm package has the tag at once.
  if (Number(tag.getAttribute('auto-collapse')) > 0) onNeed();
  void customElements.whenDefined(tag.localName).then(() => signal.aborted || onNeed());
}

function noteOrigin(tag: HTMLElement, card: FirstCard, {relatedTarget}: FocusEvent): void {
  if (relatedTarget instanceof HTMLElement && !tag.contains(relatedTarget)) card.focusOrigin = relatedTarget;
}

/** Looks whether the page gets into the way of the card, or has set a property of the tag, of which no browser tells. */
function watchRoom(tag: HTMLElement, onNeed: () => void, signal: AbortSignal): void {
  const surfaces = surfacesOf(tag);
  const look = (): void => {
    if (!tag.isConnected) return;
    // A move closes them.
    for (const surface of surfaces) setInTopLayer(surface, true);
    if (!hasRoom(tag, surfaces) || hasPageModal(tag) || hasOwnSettings(tag)) onNeed();
  };
  if (hasOwnSettings(tag)) onNeed();
  watchPage(occasions, look, signal);
  watchFocus(() => hidesFocus(tag, surfaces) && onNeed(), signal);
  const timer = setInterval(() => document.hidden || look(), interval);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Whether the page has set a property of the tag. The script has given it a method of its own. */
const hasOwnSettings = (tag: HTMLElement): boolean => Object.keys(tag).some((key) => key !== 'remove');

function watchSight(tag: HTMLElement, card: FirstCard, onVisibility: Attention['onVisibility']): void {
  const end = watchVisibility(surfacesOf(tag).at(-1) ?? tag, (isVisible) => {
    // An element goes on from what was seen.
    if (firstCardOf(tag) !== card) return;
    card.isSeen = isVisible;
    onVisibility(isVisible);
  });
  card.end.signal.addEventListener('abort', end);
}

/** Says once to screen readers that the card is there. */
function say(tag: HTMLElement, card: FirstCard): void {
  const status = tag.shadowRoot?.querySelector('[part=status]');
  if (!status) return;
  card.isSaid = true;
  announce(status, () => `${card.catalog?.messages.launcher ?? ''}: ${titleOf(tag)}`);
}
