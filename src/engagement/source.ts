import type {Offer} from './offer.js';
import type {EngagementFact, EngagementState} from './state.js';

/**
 * The facts that a source may report. The others come from the visitor and the page. A `hint` says that an offer is
 * likely, so that the code that shows it can be loaded early.
 */
export type SourceFact = Extract<
  EngagementFact,
  {
    type:
      | 'stranger'
      | 'expose'
      | 'conversation'
      | 'unavailable'
      | 'withdraw'
      | 'hold'
      | 'hint'
      | 'notice'
      | 'retry'
      | 'fail'
      | 'trouble';
  }
>;

/** What the visitor did with an offer. `left`: they left the page without an answer. */
export type OfferAct = 'shown' | 'accepted' | 'dismissed' | 'left';

/**
 * The interface that a vendor implements: it learns facts in the vendor's words and reports them in those of the
 * session.
 *
 * @example
 * const source: EngagementSource = {
 *   name: 'my-platform',
 *   async start(report, signal) {
 *     try {
 *       const answer = await askMyPlatform(signal);
 *       if (answer.invites) report({type: 'expose', offer: {id: `my-platform/${answer.id}`, source: 'my-platform'}});
 *       else report({type: 'unavailable', source: 'my-platform'});
 *     } catch (error) {
 *       report({type: 'fail', error: error as Error});
 *     }
 *   },
 * };
 */
export interface EngagementSource {
  /** Unique among the sources of a session. Every offer of this source carries it. */
  readonly name: string;
  /** Whether it only listens, so that the session does not wait for its answer. @default false */
  readonly isListener?: boolean;
  /**
   * Works until `signal` aborts. It never throws, and reports problems as `fail` or `trouble`.
   *
   * @param report reports a fact to the session
   * @param state returns the current state of the session
   * @param stay aborts when the visitor leaves or logs out, and not when the session asks again
   */
  start(
    report: (fact: SourceFact) => void,
    signal: AbortSignal,
    state: () => EngagementState,
    stay?: AbortSignal,
  ): void;
  /** Reports to the vendor what the visitor did with an offer of this source. It never throws. */
  acknowledge?(act: OfferAct, offer: Offer): void;
  /**
   * Sends engagement attributes about the visitor, in the vendor's own format.
   *
   * @throws the vendor's error, by a rejection
   */
  report?(attributes: readonly unknown[]): Promise<void>;
  /** Accepts a message of the vendor that reached the page in another way. It never throws. */
  notify?(message: unknown): void;
}
