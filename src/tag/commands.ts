import type {Diagnosis} from './diagnosis/diagnosis.js';
import type {EngagementAttribute} from '../vendors/liveperson/engagement-attributes.js';
import type {Settings} from './settings/settings.js';

/** What a page can tell the tag to do: methods of the element, and commands of the script tag. */
export interface Commands {
  /** Asks the platform again. */
  refresh(): void;
  /** Opens the card, if there is an offer, or the panel of the conversation, also one that the visitor has folded. */
  show(): void;
  /** Folds the card or the panel into the launcher, on this page only. */
  hide(): void;
  /** Accepts the invitation, or goes back into the conversation. */
  accept(): void;
  /** Declines the invitation. The card of a conversation is folded into the launcher. */
  dismiss(): void;
  /**
   * The visitor wants no invitations for this many seconds, in any tab and on any page; more than 30 days count as 30.
   * Then the page asks again. An open conversation stays.
   */
  snooze(seconds: number): void;
  /** The visitor wants no invitations any more, in any tab and on any page, until `reset()` or `revokeConsent()`. */
  optOut(): void;
  /** The visitor takes back a snooze or an opt-out, in any tab and on any page. An invitation that went by it comes back. */
  optIn(): void;
  /** States who the visitor is, which starts over with a new session. */
  identify(identities: Settings['identities']): void;
  /** Sends engagement attributes to the platform. It never rejects: a failure is an `engagement-error`. */
  report(attributes: readonly EngagementAttribute[]): Promise<void>;
  /** Hands over one message of the platform, or a list of them, that reached the page in another way. */
  notify(message: unknown): Promise<void>;
  /** Logs the visitor out: what is remembered is forgotten in all tabs. */
  reset(): Promise<void>;
  /**
   * The visitor agrees: a session starts as if it were just configured. It holds for this page only, because the answer is
   * not remembered.
   */
  grantConsent(): void;
  /**
   * The visitor does not agree any more: what is remembered is erased, and every tab goes to `idle`, until
   * `grantConsent()` is called there or a page is loaded anew. It resolves when that is done, and never rejects.
   */
  revokeConsent(): Promise<void>;
  /**
   * Tells what the widget does and why, without ids, and writes it to the console. It loads a file of its own.
   *
   * @throws Error, by a rejection, when that file cannot be loaded
   */
  diagnose(): Promise<Diagnosis>;
}
