import {dropFirstCard, hasFirstCard} from '../element/first-card/first-card.js';
import {hideFirstCard, reopenFirstCard, showFirstCard} from '../element/first-card/show-first-card.js';
import type {OfferedState} from '../engagement/state.js';
import type {FirstQuestion} from '../tag/first/first-ask.js';
import type {FirstOfferOptions} from '../tag/first/first-offer.js';
import {readOffer} from '../tag/first/read-offer.js';
import type {Attendance} from './attendance-file.js';
import {endStandIn, standIn, type Call} from './before-element/stand-in.js';

export interface OfferListener {
  /** Whether the offer still counts. */
  readonly isWanted: () => boolean;
  /** Whether the visitor is forgotten, or the tag has gone. */
  readonly isVoid: () => boolean;
  /** Tells the page of the state, and resolves when it has heard of it. */
  readonly tell: (state: OfferedState['name']) => Promise<void>;
  /** Carries out what the page calls on the tag. */
  readonly call: Call;
  /** Called when there is something to do that takes the element. */
  readonly onNeed: () => void;
}

/** An offer of which the page has heard, whether it can be seen or not. */
export interface ShownOffer {
  readonly state: OfferedState;
  /** Resolves when the page has been painted and has time. */
  readonly rest: Promise<unknown>;
  /** Returns what the element goes on from. */
  readonly handOver: () => FirstQuestion;
  /** Opens its card anew, which was moved. */
  readonly reopen: () => void;
  /** Takes its card away, if there is one. */
  readonly hide: () => void;
}

/** Shows what an answer offers. Undefined where a session has to decide, or nothing is wanted any more. */
export async function showOffer(
  tag: HTMLElement,
  question: FirstQuestion,
  {isWanted, isVoid, tell, call, onNeed}: OfferListener,
): Promise<ShownOffer | undefined> {
  const state = isWanted() && readOffer(tag, question);
  if (!state) return undefined;
  const observer = watchAttributes(tag, onNeed);
  // A page that hears of it may ask the tag.
  standIn(tag, state, call);
  await tell(state.name);
  const isShown = isWanted() && (await showFirstCard(tag, state, {isWanted, onNeed}));
  // Where it is not shown, the element has to find a place for it, or to wait for one.
  if (!isShown) onNeed();
  const rest = rested();
  const attendance = attendLater(tag, question, {offer: state.offer, isVoid, onNeed}, rest);
  const hide = (): void => {
    observer.disconnect();
    attendance()?.end();
    hideFirstCard(tag);
    dropFirstCard(tag);
    endStandIn(tag);
    tag.hidden = true;
  };
  const reopen = (): void => {
    if (reopenFirstCard(tag)) return;
    hideFirstCard(tag);
    onNeed();
  };
  const handOver = (): FirstQuestion => {
    observer.disconnect();
    return attendance()?.handOver() ?? question;
  };
  return {state, rest, handOver, reopen, hide};
}

/** Lets a card that is on the page be looked after, as soon as the page has time. Returns by what, once that is there. */
function attendLater(
  tag: HTMLElement,
  question: FirstQuestion,
  options: FirstOfferOptions,
  rest: Promise<unknown>,
): () => Attendance | undefined {
  let attendance: Attendance | undefined;
  const load = async (): Promise<void> => {
    await rest;
    if (!hasFirstCard(tag)) return;
    const {attend} = await import('./attendance-file.js');
    if (hasFirstCard(tag)) attendance = attend(tag, question, options);
  };
  load().catch(options.onNeed);
  return () => attendance;
}

/** Hears what the page writes on the tag. That it hides the tag takes no element. */
function watchAttributes(tag: HTMLElement, onNeed: () => void): MutationObserver {
  const observer = new MutationObserver((records) => {
    if (records.some(({attributeName}) => attributeName !== 'hidden')) onNeed();
  });
  observer.observe(tag, {attributes: true});
  return observer;
}

/** How long a page is waited for that is not painted, as in a tab in the background, or that has no time, in ms. */
const patience = 500;

/** Resolves when the page has been painted and has nothing else to do, or when that takes too long. */
function rested(): Promise<unknown> {
  return new Promise((resolve) => {
    const {requestIdleCallback = setTimeout} = globalThis as {requestIdleCallback?: (resolve: () => void) => unknown};
    requestAnimationFrame(() => requestIdleCallback(() => resolve(undefined)));
    setTimeout(resolve, patience);
  });
}
