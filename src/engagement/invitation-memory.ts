import {emptyVisit, type Settlement, type Visit} from '../visit/visit.js';
import type {VisitStore} from '../visit/visit-store.js';
import {
  complete,
  foldOf,
  longestSnooze,
  settlementOf,
  snoozeLeft,
  withFact,
  withShown,
  type InvitationLimit,
} from './recollection.js';
import type {SourceFact} from './source.js';

/** The id of the offer that a page shows. A session that follows another one on the page goes on with it. */
export interface PageMemory {
  shown?: string | undefined;
  /** Whether that was shown to the visitor whom the next run is about, whatever is stored. */
  isSame?: boolean;
}

/** Notes that an offer was shown, which is reported just now. It is not reported again, unless that fails. */
export function noteShown(page: PageMemory, offerId: string | undefined, reported: Promise<boolean>): void {
  Object.assign(page, {shown: offerId, isSame: true});
  void reported.then((isHeard) => {
    if (!isHeard && page.shown === offerId) page.shown = undefined;
  });
}

/** What the browser remembers of the offers that a visitor has seen, answered and folded, on all pages and in all tabs. */
export class InvitationMemory {
  readonly #visits: VisitStore;
  readonly #most: number;
  readonly #now: () => number;
  readonly #page: PageMemory;
  #wasRefused = false;

  /**
   * @param most number of different invitations that may be seen within 24 hours
   * @param now clock, in ms since the epoch
   */
  constructor(visits: VisitStore, most: number, now: () => number, page: PageMemory = {}) {
    this.#visits = visits;
    this.#most = most;
    this.#now = now;
    this.#page = page;
  }

  /** Reads it. What was shown to a visitor of whom nothing is known any more was shown to somebody else. */
  async recall(): Promise<Visit> {
    const visit = await this.#visits.read();
    if (visit === emptyVisit && !this.#page.isSame) this.see(undefined);
    this.#page.isSame = false;
    return visit;
  }

  /** Time left of a snooze, in ms. 0 if there is none or it is over. */
  get snoozeLeft(): number {
    return snoozeLeft(this.#visit, this.#now());
  }

  /** Whether the visitor has wanted no invitations, be it for a time that is over, and has not taken it back. */
  get isRefused(): boolean {
    const {snoozedUntil, optedOut} = this.#visit;
    return !!optedOut || snoozedUntil !== undefined;
  }

  /** Whether the visitor has taken a refusal back since this was asked last. */
  isTakenBack(): boolean {
    const wasRefused = this.#wasRefused;
    this.#wasRefused = this.isRefused;
    return wasRefused && !this.isRefused;
  }

  /** The answer to an invitation that must not be shown. Undefined if it may be shown, or is shown on this page. */
  settlementOf(offerId: string): Settlement | undefined {
    return settlementOf(this.#visit, offerId, this.#limit);
  }

  /** How many messages were unread when the visitor folded an offer. Undefined if it is not folded. */
  foldOf(offerId: string): number | undefined {
    return foldOf(this.#visit, offerId);
  }

  /** Adds to a fact what is remembered of its offer. */
  complete(fact: SourceFact): SourceFact {
    return complete(fact, this.#visit, this.#limit);
  }

  /** Notes which offer this page shows. Returns whether that is another one than before. */
  see(offerId: string | undefined): boolean {
    const isNew = offerId !== this.#page.shown;
    this.#page.shown = offerId;
    return isNew;
  }

  settle(offerId: string, settlement: Settlement): Promise<Visit> {
    return this.#visits.update((visit) => ({...visit, settled: withFact(visit.settled, offerId, settlement)}));
  }

  /** @param duration in ms */
  snooze(duration: number): Promise<void> {
    return this.#refuse({snoozedUntil: this.#now() + Math.min(duration, longestSnooze)});
  }

  optOut(): Promise<void> {
    return this.#refuse({optedOut: true});
  }

  /** Takes back a snooze and an opt-out. */
  optIn(): Promise<Visit> {
    return this.#visits.update(({snoozedUntil: _, optedOut: __, ...visit}) => visit);
  }

  show(offerId: string): Promise<Visit> {
    const now = this.#now();
    return this.#visits.update((visit) => withShown(visit, offerId, now));
  }

  /** @param unread number of messages that were unread; undefined when the offer is not folded any more */
  fold(offerId: string, unread: number | undefined): Promise<Visit> {
    return this.#visits.update(({folded, ...visit}) => {
      const {[offerId]: _, ...others} = folded ?? {};
      return {...visit, folded: unread === undefined ? others : withFact(others, offerId, unread)};
    });
  }

  async #refuse(refusal: Pick<Visit, 'snoozedUntil' | 'optedOut'>): Promise<void> {
    await this.#visits.update((visit) => ({...visit, ...refusal}));
    // It may have been taken back while it was written.
    this.#wasRefused = true;
  }

  get #limit(): InvitationLimit {
    return {most: this.#most, now: this.#now(), shownOfferId: this.#page.shown};
  }

  get #visit(): Visit {
    return this.#visits.current;
  }
}
