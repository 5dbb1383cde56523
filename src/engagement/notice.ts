/**
 * What became of an invitation or of another message: `offered` when it was visible, then `accepted`, `rejected` or
 * `cancelled` (withdrawn in time); `timedout` when it came or came back too late; `ignored` when it was not for this
 * page, or was left unanswered; `errored` when it could not be read.
 */
export type NoticeOutcome = 'offered' | 'accepted' | 'rejected' | 'ignored' | 'timedout' | 'cancelled' | 'errored';

/** What became of a message that a platform sent to the page on its own. */
export interface Notice {
  /** What the message is about, in the platform's word. */
  readonly type: string;
  readonly outcome: NoticeOutcome;
  /** Why, in a few words, when the outcome does not say it. */
  readonly reason?: string | undefined;
  /** The platform's id of the invitation, when the message names one. */
  readonly engagementId?: string | undefined;
}
