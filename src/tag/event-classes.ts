import type {Notice} from '../engagement/notice.js';
import type {Offer} from '../engagement/offer.js';
import type {EngagementFact, EngagementStateName} from '../engagement/state.js';

export interface OfferDetail {
  /** The invitation or conversation, with every id the vendor gave. */
  readonly offer: Offer;
}

export interface StateChangeDetail {
  readonly from: EngagementStateName;
  readonly to: EngagementStateName;
  /** What brought the change about. */
  readonly cause: EngagementFact['type'];
  /** The setting that an invitation waits for, when the cause is `hold`. */
  readonly reason?: Extract<EngagementFact, {type: 'hold'}>['reason'];
}

export interface RetryDetail {
  /** Number of the request that comes next; the first retry is 2. */
  readonly attempt: number;
  /** Pause before it, in ms. */
  readonly delay: number;
  /** Why the last request failed; nothing when that was on an earlier page or in another tab. */
  readonly cause: Error | undefined;
}

export interface ErrorDetail {
  readonly error: Error;
}

// Not of `Event`, which MooTools replaces.
abstract class EngagementEvent<Detail> extends CustomEvent<Detail> {
  constructor(name: keyof WebEngagementEventMap, detail: Detail, cancelable = false) {
    super(name, {bubbles: true, composed: true, cancelable, detail});
  }
}

/** Asks the page whether the invitation or the way back may be shown. Cancelled, it shows nothing until `show()` or another offer. */
export class EngagementShowEvent extends EngagementEvent<OfferDetail> {
  constructor(offer: Offer) {
    super('engagement-show', {offer}, true);
  }
}

export interface AcceptDetail extends OfferDetail {
  /** Id of the topic that the visitor has chosen, if they have chosen one. */
  readonly topic?: string | undefined;
}

abstract class OpeningEvent<Detail extends OfferDetail> extends EngagementEvent<Detail> {
  /**
   * Lets the page do something before the conversation counts as opened, such as log the visitor in. Meanwhile the
   * button waits. A rejection keeps the offer as if nothing had happened, and is told by `engagement-error`. Call it
   * while the event is dispatched.
   *
   * @example
   * widget.addEventListener('engagement-accept', (event) => {
   *   event.preventDefault();
   *   event.waitUntil(logIn().then(() => openMyChat(event.detail.offer)));
   * });
   */
  readonly waitUntil: (promise: Promise<unknown>) => void;

  constructor(
    name: 'engagement-accept' | 'engagement-resume',
    detail: Detail,
    wait: (promise: Promise<unknown>) => void,
  ) {
    super(name, detail, true);
    this.waitUntil = wait;
  }
}

/** The visitor wants the conversation that is on offer. Cancelled, it opens nothing, and the offer counts as accepted. */
export class EngagementAcceptEvent extends OpeningEvent<AcceptDetail> {
  constructor(detail: AcceptDetail, wait: (promise: Promise<unknown>) => void) {
    super('engagement-accept', detail, wait);
  }
}

/** The visitor wants to go back into the open conversation. Cancelled, it opens nothing, and the card is folded. */
export class EngagementResumeEvent extends OpeningEvent<OfferDetail> {
  constructor(detail: OfferDetail, wait: (promise: Promise<unknown>) => void) {
    super('engagement-resume', detail, wait);
  }
}

/** The visitor does not want the offer now. Cancelled, it keeps the card, and nothing is remembered or reported. */
export class EngagementDismissEvent extends EngagementEvent<OfferDetail> {
  constructor(offer: Offer) {
    super('engagement-dismiss', {offer}, true);
  }
}

/** The state changed. It cannot be cancelled. */
export class EngagementStateChangeEvent extends EngagementEvent<StateChangeDetail> {
  constructor(detail: StateChangeDetail) {
    super('engagement-statechange', detail);
  }
}

/** The card, or the bubble that stands for it, became visible. It cannot be cancelled. */
export class EngagementShownEvent extends EngagementEvent<OfferDetail> {
  constructor(offer: Offer) {
    super('engagement-shown', {offer});
  }
}

/** What was shown is no longer visible. It cannot be cancelled. */
export class EngagementHiddenEvent extends EngagementEvent<OfferDetail> {
  constructor(offer: Offer) {
    super('engagement-hidden', {offer});
  }
}

/** A request failed and will be sent again. It cannot be cancelled. */
export class EngagementRetryEvent extends EngagementEvent<RetryDetail> {
  constructor(detail: RetryDetail) {
    super('engagement-retry', detail);
  }
}

/** A platform sent something to the page on its own; this is what became of it. It cannot be cancelled. */
export class EngagementNotificationEvent extends EngagementEvent<Notice> {
  constructor(notice: Notice) {
    super('engagement-notification', notice);
  }
}

/** Something went wrong: the settings, the network, the vendor's answer or the browser's storage. It cannot be cancelled. */
export class EngagementErrorEvent extends EngagementEvent<ErrorDetail> {
  constructor(error: Error) {
    super('engagement-error', {error});
  }
}

/** Further events about an offer: two that ask the page, and two that tell it. */
export const offerEvents = {
  show: EngagementShowEvent,
  dismiss: EngagementDismissEvent,
  shown: EngagementShownEvent,
  hidden: EngagementHiddenEvent,
};

/** The events that ask the page about opening a conversation, by the states in which they do. */
export const openingEvents = {expose: EngagementAcceptEvent, conversation: EngagementResumeEvent};

/** What the tag tells the page. All events bubble and are composed. The first four ask before something happens, which `preventDefault()` stops. */
export interface WebEngagementEventMap {
  /** The card is about to open. Cancel it to show nothing, no launcher either, until `show()` or another offer. */
  'engagement-show': EngagementShowEvent;

  /**
   * The visitor accepts. Cancel it if you open the conversation yourself: the widget opens nothing, and the offer counts as
   * accepted. `waitUntil(promise)` makes the button wait.
   */
  'engagement-accept': EngagementAcceptEvent;

  /**
   * The visitor goes back. Cancel it if you open the conversation yourself: the widget opens nothing, and the card is
   * folded. `waitUntil(promise)` makes the button wait.
   */
  'engagement-resume': EngagementResumeEvent;

  /** The visitor declines, snoozes or opts out. Cancel it to keep the card: nothing is remembered or reported. */
  'engagement-dismiss': EngagementDismissEvent;

  /** The state changed. It cannot be cancelled. */
  'engagement-statechange': EngagementStateChangeEvent;

  /** The card, or the bubble that stands for it, became visible. It cannot be cancelled. */
  'engagement-shown': EngagementShownEvent;

  /** What was shown is no longer visible. It cannot be cancelled. */
  'engagement-hidden': EngagementHiddenEvent;

  /** A request failed and will be sent again. It cannot be cancelled. */
  'engagement-retry': EngagementRetryEvent;

  /** The platform sent something on its own; this is what became of it. It cannot be cancelled. */
  'engagement-notification': EngagementNotificationEvent;

  /** Something went wrong. It cannot be cancelled. */
  'engagement-error': EngagementErrorEvent;
}

declare global {
  // Elements, the document and the window hear them, because they bubble.
  interface GlobalEventHandlersEventMap extends WebEngagementEventMap {}
}
