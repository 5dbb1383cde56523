/**
 * Outcome of an invitation or another message.
 *
 * - `offered`: it was visible. Then `accepted`, `rejected` or `cancelled` (withdrawn in time) follows.
 * - `timedout`: it came too late, or the page returned too late.
 * - `ignored`: it was not for this page, or was left unanswered.
 * - `errored`: it could not be read.
 */
export type NoticeOutcome = 'offered' | 'accepted' | 'rejected' | 'ignored' | 'timedout' | 'cancelled' | 'errored';

/**
 * The outcome of a message that a platform sent to the page on its own.
 *
 * @example
 * session.subscribe(({fact}) => {
 *   if (fact.type === 'notice') sendDisposition(fact.notice.engagementId, fact.notice.outcome);
 * });
 */
export interface Notice {
  /** Type of the message, in the platform's words, such as `engage`. */
  readonly type: string;
  /** What happened to it. */
  readonly outcome: NoticeOutcome;
  /** The reason in a few words, unless the outcome says it. */
  readonly reason?: string | undefined;
  /** The platform's id of the invitation, if the message names one. */
  readonly engagementId?: string | undefined;
}
