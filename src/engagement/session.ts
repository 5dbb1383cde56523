import type {Sleep} from '../http/sleep.js';
import type {VisitStorage, VisitStore} from '../visit/visit-store.js';
import type {EngagementSource} from './source.js';
import type {EngagementFact, EngagementState} from './state.js';
import type {ReportError} from './subscribers.js';

/** A fact and the states around it; `from` and `to` are the same object when the fact changed nothing. */
export interface EngagementChange {
  readonly fact: EngagementFact;
  readonly from: EngagementState;
  readonly to: EngagementState;
}

/** Runs sources, keeps the state and tells its subscribers. It needs no element and no DOM. */
export interface EngagementSession {
  readonly state: EngagementState;
  readonly storage: VisitStorage;
  /** Runs until every signal it was started with has aborted. */
  start(signal: AbortSignal): void;
  /** Asks every source again, without taking away what is on the page. */
  refresh(): void;
  /** The visitor wants the conversation that is on offer. */
  accept(): void;
  /** The visitor does not want the conversation that is on offer. */
  dismiss(): void;
  /**
   * The visitor wants no invitations for this many seconds, in any tab. More than 30 days count as 30 days. Then each
   * open page asks again. An open conversation stays. Anything but a number above 0 is told as `trouble`.
   */
  snooze(seconds: number): void;
  /** The visitor wants no invitations any more, in any tab, until `reset()` or `revoke()`. An open conversation stays. */
  optOut(): void;
  /** The visitor can see the offer. Told to its source once per offer. */
  shown(): void;
  /** Sends engagement attributes to every source that takes them. */
  report(attributes: readonly unknown[]): Promise<void>;
  /** Hands a message of a platform to every source that takes such messages. */
  notify(message: unknown): void;
  /** Forgets the visitor in all tabs and goes to `idle`, until the next `refresh()`. */
  reset(): Promise<void>;
  /**
   * Forgets the visitor in all tabs, and ends there every session of this visit, until it is started anew. Resolves when
   * the browser's storage holds nothing of the visit.
   */
  revoke(): Promise<void>;
  /** Calls `listener` at every fact, until the returned function is called. One that throws stops nobody else. */
  subscribe(listener: (change: EngagementChange) => void): () => void;
}

export interface EngagementSessionOptions {
  readonly sources: readonly EngagementSource[];
  /** What the browser remembers of the visitor. */
  readonly visits: VisitStore;
  /** How many different invitations the visitor may see within 24 hours, in all tabs. @default Infinity */
  readonly maxInvitations?: number | undefined;
  /** @default Date.now */
  readonly now?: (() => number) | undefined;
  readonly sleep?: Sleep | undefined;
  /** Told of a subscriber that throws. @default the platform's `reportError` */
  readonly reportError?: ReportError | undefined;
}
