import type {Settlement} from '../visit/visit.js';
import type {Notice} from './notice.js';
import type {Offer} from './offer.js';
import type {TriggerSettings} from './triggers/trigger.js';

/**
 * The state of a session, exactly one of these at a time. `folded` is there if the visitor has folded the offer into the
 * launcher: the number of messages that were unread then.
 */
export type EngagementState =
  | {readonly name: 'idle'}
  | {readonly name: 'connecting'}
  | {readonly name: 'unavailable'}
  | {readonly name: 'expose'; readonly offer: Offer; readonly folded?: number}
  | {readonly name: 'conversation'; readonly offer: Offer; readonly folded?: number}
  | {readonly name: 'accepted'; readonly offer: Offer}
  | {readonly name: 'dismissed'; readonly offer: Offer}
  | {readonly name: 'failed'; readonly error: Error};

/** Name of a state. */
export type EngagementStateName = EngagementState['name'];

/** Something that a source learned, the visitor did, or the page asked for. `delay` is in ms. */
export type EngagementFact =
  | {readonly type: 'start'}
  | {readonly type: 'reset'}
  /** Another visitor than before has logged in. */
  | {readonly type: 'stranger'}
  | {readonly type: 'expose'; readonly offer: Offer; readonly settled?: Settlement; readonly folded?: number}
  | {readonly type: 'conversation'; readonly offer: Offer; readonly folded?: number}
  | {readonly type: 'unavailable'; readonly source: string}
  | {readonly type: 'withdraw'; readonly offerId: string}
  /** There is an invitation, whose moment has not come: the setting that it waits for. */
  | {readonly type: 'hold'; readonly source: string; readonly reason: keyof TriggerSettings}
  | {readonly type: 'hint'}
  | {readonly type: 'notice'; readonly notice: Notice}
  | {readonly type: 'retry'; readonly attempt: number; readonly delay: number; readonly cause: Error | undefined}
  | {readonly type: 'fail'; readonly error: Error}
  | {readonly type: 'trouble'; readonly error: Error}
  | {readonly type: 'accept'}
  | {readonly type: 'dismiss'}
  /** The visitor has folded the offer, or not any more when `unread` is undefined, here or in another tab. */
  | {readonly type: 'fold'; readonly unread: number | undefined}
  /** A snooze is over. */
  | {readonly type: 'wake'}
  /** The visitor has taken back a snooze or an opt-out, here or in another tab. */
  | {readonly type: 'restore'}
  /** The visitor's consent was withdrawn, here or in another tab. */
  | {readonly type: 'revoke'};

export const idle: EngagementState = {name: 'idle'};

/**
 * Returns the offer that a state is about, or undefined.
 *
 * @example
 * session.subscribe(({to}) => console.log(offerOf(to)?.waitSeconds));
 */
export function offerOf(state: EngagementState): Offer | undefined {
  return 'offer' in state ? state.offer : undefined;
}

/**
 * Returns the state that follows from a fact, or the same object if nothing changes. A pure function.
 *
 * An open conversation replaces an invitation. The first invitation stays when another source has one too.
 *
 * @example
 * transition({name: 'connecting'}, {type: 'expose', offer}); // {name: 'expose', offer}
 */
export function transition(state: EngagementState, fact: EngagementFact): EngagementState {
  switch (fact.type) {
    case 'start':
      return offerOf(state) || state.name === 'connecting' ? state : {name: 'connecting'};
    case 'reset':
    case 'revoke':
      return idle;
    case 'stranger':
      return state.name === 'connecting' ? state : {name: 'connecting'};
    case 'expose':
      return expose(state, fact);
    case 'conversation':
      return withFold({name: 'conversation', offer: fact.offer}, fact.folded);
    case 'unavailable':
    case 'hold':
      return isAnothersOffer(state, fact.source) ? state : {name: 'unavailable'};
    case 'withdraw':
      return state.name === 'expose' && state.offer.id === fact.offerId ? {name: 'unavailable'} : state;
    case 'fail':
      // What is on the page stays until a source reports otherwise.
      return offerOf(state) ? state : {name: 'failed', error: fact.error};
    case 'accept':
      return state.name === 'expose' ? {name: 'accepted', offer: state.offer} : state;
    case 'dismiss':
      return state.name === 'expose' ? {name: 'dismissed', offer: state.offer} : state;
    case 'fold':
      return canBeFolded(state) ? withFold(state, fact.unread) : state;
    case 'wake':
      return state.name === 'dismissed' ? {name: 'connecting'} : state;
    case 'restore':
      return state.name === 'dismissed' ? {name: 'expose', offer: state.offer} : state;
    case 'hint':
    case 'notice':
    case 'retry':
    case 'trouble':
      return state;
  }
}

/** A state in which there is something to show. */
export type OfferedState = Extract<EngagementState, {name: 'expose' | 'conversation'}>;

/** Whether there is an offer that the visitor can fold. */
export function canBeFolded(state: EngagementState): state is OfferedState {
  return state.name === 'expose' || state.name === 'conversation';
}

function withFold(state: OfferedState, folded: number | undefined): EngagementState {
  const {name, offer} = state;
  return state.folded === folded ? state : {name, offer, ...(folded !== undefined && {folded})};
}

type Expose = Extract<EngagementFact, {type: 'expose'}>;

function expose(state: EngagementState, {offer, settled, folded}: Expose): EngagementState {
  if (isAnothersOffer(state, offer.source)) return state;
  if (settled) return {name: settled, offer};
  const isSettled = state.name === 'accepted' || state.name === 'dismissed';
  return isSettled && state.offer.id === offer.id ? state : withFold({name: 'expose', offer}, folded);
}

/** Whether another source than this one has an offer that the visitor has not declined. */
function isAnothersOffer(state: EngagementState, source: string): boolean {
  const offer = offerOf(state);
  return !!offer && offer.source !== source && state.name !== 'dismissed';
}
