import type {Sleep} from '../http/sleep.js';
import type {VisitStorage, VisitStore} from '../visit/visit-store.js';
import type {PageMemory} from './invitation-memory.js';
import type {EngagementSource} from './source.js';
import type {EngagementFact, EngagementState} from './state.js';
import type {ReportError} from './subscribers.js';

/** A fact with the states before and after it. `from` and `to` are the same object if the fact changed nothing. */
export interface EngagementChange {
  /** What happened. */
  readonly fact: EngagementFact;
  /** The state before the fact. */
  readonly from: EngagementState;
  /** The state after it. */
  readonly to: EngagementState;
}

/**
 * Runs sources, keeps the state and notifies subscribers. It needs neither an element nor a DOM.
 *
 * @example
 * const stop = new AbortController();
 * session.subscribe(({to}) => {
 *   if (to.name === 'expose') showMyInvitation(to.offer, () => session.accept());
 * });
 * session.start(stop.signal);
 */
export interface EngagementSession {
  /** The current state. */
  readonly state: EngagementState;
  /** Where the visit is stored. */
  readonly storage: VisitStorage;
  /** Runs until every signal it was started with has aborted. */
  start(signal: AbortSignal): void;
  /** Asks every source again, without removing what is on the page. */
  refresh(): void;
  /** The visitor accepts the invitation. */
  accept(): void;
  /** The visitor declines the invitation. */
  dismiss(): void;
  /**
   * The visitor wants no invitations for some time, in any tab. Each open page asks again afterwards. An open
   * conversation stays.
   *
   * @param seconds a number above 0, otherwise a `trouble` fact is reported; more than 30 days count as 30 days
   */
  snooze(seconds: number): void;
  /**
   * The visitor wants no invitations any more, in any tab, until `reset()` or `revoke()`. An open conversation stays.
   */
  optOut(): void;
  /**
   * The visitor takes back a snooze or an opt-out, in any tab. An invitation that went by it comes back, unless it was
   * declined by itself.
   */
  optIn(): void;
  /**
   * The visitor folds the offer into the launcher. It stays folded on other pages and in other tabs.
   *
   * @param unread number of messages that the visitor has not read
   */
  fold(unread?: number): void;
  /** The offer is open again. */
  unfold(): void;
  /** The visitor can see the offer. Its source is notified once per offer. */
  shown(): void;
  /**
   * Sends engagement attributes to every source that accepts them.
   *
   * @throws the error of a source, by a rejection
   */
  report(attributes: readonly unknown[]): Promise<void>;
  /** Passes a platform's message to every source that accepts messages. */
  notify(message: unknown): void;
  /** Forgets the visitor in all tabs and goes to `idle`, until the next `refresh()`. */
  reset(): Promise<void>;
  /**
   * Forgets the visitor and ends every session of this visit, in all tabs, until it is started again. Resolves when the
   * browser's storage no longer holds the visit.
   */
  revoke(): Promise<void>;
  /**
   * Calls `listener` at every fact, until the returned function is called. A listener that throws does not stop the
   * others.
   */
  subscribe(listener: (change: EngagementChange) => void): () => void;
}

/** Options of `createEngagementSession`. */
export interface EngagementSessionOptions {
  /** Sources that are asked for an offer. Required. */
  readonly sources: readonly EngagementSource[];
  /** Stores what the browser remembers about the visitor. Required. */
  readonly visits: VisitStore;
  /** State at the start, if the page has been told one. When it is `idle`, nobody is asked before `refresh()`. @default idle */
  readonly state?: EngagementState | undefined;
  /** Number of different invitations that the visitor may see within 24 hours, in all tabs. @default Infinity */
  readonly maxInvitations?: number | undefined;
  /** What a session before this one has shown on the page, which is not reported again. @default nothing */
  readonly page?: PageMemory | undefined;
  /** Clock, in ms since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  /** Waits for a number of ms. @default a timer */
  readonly sleep?: Sleep | undefined;
  /** Called with the error of a subscriber that throws. @default the platform's `reportError` */
  readonly reportError?: ReportError | undefined;
}
