import type {Settlement, Visit} from '../visit/visit.js';
import type {VisitStore} from '../visit/visit-store.js';
import {complete, foldOf, longestSnooze, seenLately, settlementOf, snoozeLeft} from './recollection.js';
import type {SourceFact} from './source.js';

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
    return snoozeLeft(this.#visit, this.#now());
  }

  /** The answer to an invitation that must not be shown. Undefined if it may be shown, or is shown on this page. */
  settlementOf(offerId: string, shownOfferId: string | undefined): Settlement | undefined {
    return settlementOf(this.#visit, offerId, {most: this.#most, now: this.#now(), shownOfferId});
  }

  /** How many messages were unread when the visitor folded an offer. Undefined if it is not folded. */
  foldOf(offerId: string): number | undefined {
    return foldOf(this.#visit, offerId);
  }

  /** Adds to a fact what is remembered of its offer. */
  complete(fact: SourceFact, shownOfferId: string | undefined): SourceFact {
    return complete(fact, this.#visit, {most: this.#most, now: this.#now(), shownOfferId});
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

/** Adds what is known of an offer, and forgets what was added first when it becomes too much. */
function add<Fact>(facts: Readonly<Record<string, Fact>> = {}, offerId: string, fact: Fact): Record<string, Fact> {
  return Object.fromEntries(Object.entries({...facts, [offerId]: fact}).slice(-longestMemory));
}
