import type {Offer} from '../engagement/offer.js';
import {announce} from './page/announcement.js';
import {untilLeftAlone, type AutoCollapse} from './card/auto-collapse.js';
import type {TagSession} from '../tag/session-controller.js';
import {watchVisibility} from './page/visibility.js';

/** An offer that has come onto the page. */
export interface Appearance {
  /** What of it is to be seen. */
  readonly surface: Element;
  readonly offer: Offer;
  readonly running: TagSession;
  /** Where it is announced, unless the visitor has opened it. */
  readonly region: Element | undefined;
  readonly words: () => string;
  /** When it folds by itself, if it does. */
  readonly collapse: AutoCollapse | undefined;
  readonly fold: () => void;
}

/** Tells the page and the platform that an offer can be seen, says it to screen readers, and lets it fold; until `signal` aborts. */
export function followOffer(appearance: Appearance, signal: AbortSignal): void {
  const {surface, offer, running, region, words, collapse, fold} = appearance;
  const endVisibility = watchVisibility(surface, (isVisible) => {
    if (isVisible) running.current?.shown();
    running.dispatch(isVisible ? 'shown' : 'hidden', offer);
  });
  signal.addEventListener('abort', endVisibility);
  if (region) signal.addEventListener('abort', announce(region, words));
  if (collapse) untilLeftAlone(collapse, signal).then(fold, () => undefined);
}
