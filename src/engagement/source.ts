import type {Offer} from './offer.js';
import type {EngagementFact, EngagementState} from './state.js';

/**
 * The facts a source may report; the others belong to the visitor and to the page. A `hint` says that
 * an offer is likely to come, so that what shows it can be loaded meanwhile.
 */
export type SourceFact = Extract<
  EngagementFact,
  {type: 'expose' | 'conversation' | 'unavailable' | 'withdraw' | 'hint' | 'notice' | 'retry' | 'fail' | 'trouble'}
>;

/** What the visitor did with an offer; `left` when they left the page without an answer. */
export type OfferAct = 'shown' | 'accepted' | 'dismissed' | 'left';

/** The port through which a vendor joins: it learns facts in the vendor's words and reports them in ours. */
export interface EngagementSource {
  /** Unique among the sources of a session; every offer of this source carries it. */
  readonly name: string;
  /** It waits to be told instead of asking, so nobody waits for its answer. */
  readonly isListener?: boolean;
  /**
   * Works until `signal` aborts. It never throws: what goes wrong is reported as `fail` or `trouble`.
   * `state` tells the session's state at any moment.
   */
  start(report: (fact: SourceFact) => void, signal: AbortSignal, state: () => EngagementState): void;
  /** Tells the vendor what the visitor did with an offer of this source. It never throws. */
  acknowledge?(act: OfferAct, offer: Offer): void;
  /**
   * Sends engagement attributes about the visitor, in the vendor's own format.
   *
   * @throws the vendor's error, by a rejection
   */
  report?(attributes: readonly unknown[]): Promise<void>;
  /** Takes a message of the vendor that reached the page in another way. It never throws. */
  notify?(message: unknown): void;
}
