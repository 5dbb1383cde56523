import {ConfigurationError} from '../check/configuration-error.js';
import type {Settlement, Visit} from '../visit/visit.js';
import type {VisitStore} from '../visit/visit-store.js';
import type {SourceFact} from './source.js';

const day = 86_400_000;

/** Longest snooze, in ms. */
const longestSnooze = 30 * day;

/** How many answered invitations are remembered, how many seen ones, and how many folded offers. */
const longestMemory = 100;

/** What the browser remembers of the offers that a visitor has seen, answered and folded, on all pages and in all tabs. */
export class InvitationMemory {
  readonly #visits: VisitStore;
  readonly #most: number;
  readonly #now: () => number;

  /**
   * @param most number of different invitations that may be seen within 24 hours
   * @param now clock, in ms since the epoch
   */
  constructor(visits: VisitStore, most: number, now: () => number) {
    this.#visits = visits;
    this.#most = most;
    this.#now = now;
  }

  /** Time left of a snooze, in ms. 0 if there is none or it is over. */
  get snoozeLeft(): number {
    const left = (this.#visit.snoozedUntil ?? 0) - this.#now();
    // A longer time than can be set comes from a clock that was changed later.
    return left > 0 && left <= longestSnooze ? left : 0;
  }

  /**
   * The answer to an invitation that must not be shown, because the visitor has answered it, wants no invitations, or has
   * already seen too many others, unless it is the one shown on this page. Undefined if it may be shown.
   */
  settlementOf(offerId: string, shownOfferId: string | undefined): Settlement | undefined {
    const seen = seenLately(this.#visit, this.#now());
    const wasSeen = this.#most > 0 && seen.some(([id]) => id === offerId);
    const isOneTooMany = seen.length >= this.#most && !wasSeen && offerId !== shownOfferId;
    const isUnwanted = this.#visit.optedOut || this.snoozeLeft > 0 || isOneTooMany;
    return this.#visit.settled?.[offerId] ?? (isUnwanted ? 'dismissed' : undefined);
  }

  /** How many messages were unread when the visitor folded an offer. Undefined if it is not folded. */
  foldOf(offerId: string): number | undefined {
    return this.#visit.folded?.[offerId];
  }

  /** Adds to a fact what is remembered of its offer. */
  complete(fact: SourceFact, shownOfferId: string | undefined): SourceFact {
    if (fact.type !== 'expose' && fact.type !== 'conversation') return fact;
    const {id} = fact.offer;
    const [folded, settled] = [this.foldOf(id), fact.type === 'expose' && this.settlementOf(id, shownOfferId)];
    return {...fact, ...(folded !== undefined && {folded}), ...(settled && {settled})};
  }

  settle(offerId: string, settlement: Settlement): Promise<Visit> {
    return this.#visits.update((visit) => ({...visit, settled: add(visit.settled, offerId, settlement)}));
  }

  /** @param duration in ms */
  snooze(duration: number): Promise<Visit> {
    const snoozedUntil = this.#now() + Math.min(duration, longestSnooze);
    return this.#visits.update((visit) => ({...visit, snoozedUntil}));
  }

  optOut(): Promise<Visit> {
    return this.#visits.update((visit) => ({...visit, optedOut: true}));
  }

  show(offerId: string): Promise<Visit> {
    const now = this.#now();
    return this.#visits.update((visit) => {
      return {...visit, shown: add(Object.fromEntries(seenLately(visit, now)), offerId, now)};
    });
  }

  /** @param unread number of messages that were unread; undefined when the offer is not folded any more */
  fold(offerId: string, unread: number | undefined): Promise<Visit> {
    return this.#visits.update(({folded, ...visit}) => {
      const {[offerId]: _, ...others} = folded ?? {};
      return {...visit, folded: unread === undefined ? others : add(others, offerId, unread)};
    });
  }

  get #visit(): Visit {
    return this.#visits.current;
  }
}

/** What is wrong with the duration of a snooze, in seconds. */
export function snoozeProblem(seconds: unknown): Error | undefined {
  if (typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0) return undefined;
  const got = typeof seconds === 'number' ? seconds : typeof seconds;
  return new ConfigurationError(`Expected snooze() to get seconds above 0, got ${got}; write 3600 for an hour`);
}

/** Adds what is known of an offer, and forgets what was added first when it becomes too much. */
function add<Fact>(facts: Readonly<Record<string, Fact>> = {}, offerId: string, fact: Fact): Record<string, Fact> {
  return Object.fromEntries(Object.entries({...facts, [offerId]: fact}).slice(-longestMemory));
}

/** The invitations seen within 24 hours. A time in the future comes from a clock that was changed later. */
function seenLately({shown = {}}: Visit, now: number): readonly (readonly [offerId: string, at: number])[] {
  return Object.entries(shown).filter(([, at]) => Math.abs(now - at) < day);
}
