import type {Offer} from '../engagement/offer.js';
import {find, type ElementHost} from './element-host.js';
import type {SurfaceState} from './surface-state.js';

/** An offer as it can be seen on the page. */
export interface Appeared {
  /** The same for all updates of one appearance, so that each offer appears, and is announced, once. */
  readonly name: string;
  readonly offer: Offer;
  readonly surface: HTMLElement;
  /** What is said to screen readers; absent when the visitor asked for the offer. */
  readonly words: (() => string) | undefined;
  /** Whether it folds when it is left alone. */
  readonly collapses: boolean;
}

interface Circumstances {
  /** Whether nothing keeps a surface that is wanted from being seen. */
  readonly isReady: boolean;
  /** What is said of a card to screen readers. */
  readonly words: () => string;
}

/** Reads which offer can be seen now, in its card or in the bubble that stands for it. */
export function readAppeared(
  host: ElementHost,
  {presented, name, surface, hasCard, isAskedFor, isFolded}: SurfaceState,
  {isReady, words}: Circumstances,
): Appeared | undefined {
  const isCard = hasCard && isReady;
  // What the visitor has folded is no offer that appears again.
  const isBubble = surface === 'launcher' && host.format === 'bubble' && !isFolded && isReady;
  const element = find(host, isCard ? '.card' : '.launcher');
  if (!presented || !element || !(isCard || isBubble)) return undefined;
  const isUnasked = isCard && !isAskedFor;
  return {
    name: `${isBubble ? 'bubble' : 'card'} ${String(name)}`,
    offer: presented.offer,
    surface: element,
    words: isUnasked ? words : isBubble ? () => element.ariaLabel ?? '' : undefined,
    collapses: isUnasked && presented.name === 'expose' && host.autoCollapse > 0,
  };
}
