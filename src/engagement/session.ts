import {sleep as realSleep, type Sleep} from '../http/sleep.js';
import {emptyVisit, type Settlement, type Visit} from '../visit/visit.js';
import type {VisitEvent, VisitStorage, VisitStore} from '../visit/visit-store.js';
import {ConfigurationError} from '../check/configuration-error.js';
import {longestSnooze, settlementOf, snoozeLeft, withSettlement, withShown} from './invitation-memory.js';
import type {Offer} from './offer.js';
import type {EngagementSource, OfferAct, SourceFact} from './source.js';
import {idle, offerOf, transition, type EngagementFact, type EngagementState} from './state.js';

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
   * The visitor wants no invitations for this many seconds, in any tab; more than 30 days count as 30 days. Then each open
   * page asks again. An open conversation stays. A number that cannot be is told as `trouble`.
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
  /** Calls `listener` at every fact, until the returned function is called. */
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
}

/** Makes a session; nothing happens before `start`. */
export function createEngagementSession(options: EngagementSessionOptions): EngagementSession {
  return new Session(options);
}

class Session implements EngagementSession {
  readonly #sources: readonly EngagementSource[];
  readonly #visits: VisitStore;
  readonly #maxInvitations: number;
  readonly #now: () => number;
  readonly #sleep: Sleep;
  readonly #listeners = new Set<(change: EngagementChange) => void>();
  readonly #holders = new Set<AbortSignal>();
  #state: EngagementState = idle;
  #life: AbortController | undefined;
  #run: AbortController | undefined;
  #shownOfferId: string | undefined;
  /** Whether the end of a snooze is waited for, or was when the page was left. */
  #isSnoozed = false;
  /** Messages that came before the sources were started. */
  readonly #early: unknown[] = [];
  #hasStarted = false;

  constructor(options: EngagementSessionOptions) {
    const {sources, visits, maxInvitations = Infinity, now = Date.now, sleep = realSleep} = options;
    this.#sources = sources;
    this.#visits = visits;
    this.#maxInvitations = maxInvitations;
    this.#now = now;
    this.#sleep = sleep;
  }

  get state(): EngagementState {
    return this.#state;
  }

  get storage(): VisitStorage {
    return this.#visits.storage;
  }

  start(signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#holders.add(signal);
    signal.addEventListener('abort', () => this.#release(signal), {once: true});
    if (this.#life) return;
    this.#life = new AbortController();
    const isKnown = this.#visits.current !== emptyVisit;
    this.#visits.watch((event) => this.#follow(event), this.#life.signal);
    void this.#startRun(isKnown);
  }

  refresh(): void {
    if (this.#life) void this.#startRun();
  }

  accept(): void {
    this.#settle('accepted');
  }

  dismiss(): void {
    this.#settle('dismissed');
  }

  snooze(seconds: number): void {
    if (!Number.isFinite(seconds) || seconds <= 0) {
      const got = typeof seconds === 'number' ? seconds : typeof seconds;
      const message = `Expected snooze() to get seconds above 0, got ${got}; write 3600 for an hour`;
      return this.#apply({type: 'trouble', error: new ConfigurationError(message)});
    }
    const snoozedUntil = this.#now() + Math.min(seconds * 1_000, longestSnooze);
    this.#answer('dismissed', (visit) => ({...visit, snoozedUntil}));
  }

  optOut(): void {
    this.#answer('dismissed', (visit) => ({...visit, optedOut: true}));
  }

  shown(): void {
    const offer = offerOf(this.#state);
    if (!offer || offer.id === this.#shownOfferId) return;
    this.#shownOfferId = offer.id;
    this.#acknowledge('shown');
    const now = this.#now();
    if (this.#state.name === 'expose') void this.#visits.update((visit) => withShown(visit, offer.id, now));
  }

  async report(attributes: readonly unknown[]): Promise<void> {
    await Promise.all(this.#sources.map(async (source) => source.report?.(attributes)));
  }

  notify(message: unknown): void {
    if (!this.#hasStarted) this.#early.push(message);
    else for (const source of this.#sources) source.notify?.(message);
  }

  async reset(): Promise<void> {
    this.#endRun();
    this.#apply({type: 'reset'});
    await this.#visits.clear();
  }

  async revoke(): Promise<void> {
    this.#withdraw();
    await this.#visits.erase();
  }

  subscribe(listener: (change: EngagementChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #startRun(isKnown = false): Promise<void> {
    this.#endRun();
    const {signal} = (this.#run = new AbortController());
    this.#apply({type: 'start'});
    // Sources report offers that were settled on an earlier page, so the visit must be known first.
    const visit = await this.#visits.read();
    if (signal.aborted) return;
    // Erased while this page lay in the back/forward cache, where it hears nothing.
    if (isKnown && visit === emptyVisit) {
      this.#withdraw();
      return;
    }
    const wasSnoozed = this.#isSnoozed;
    this.#isSnoozed = false;
    if (!this.#heed() && wasSnoozed) this.#apply({type: 'wake'});
    this.#startSources(signal);
  }

  #startSources(signal: AbortSignal): void {
    const asked = new Set(this.#sources.filter(({isListener}) => !isListener));
    for (const source of this.#sources) {
      const report = (fact: SourceFact): void => {
        if (signal.aborted) return;
        if (isAnswer(fact)) asked.delete(source);
        // Nothing is unavailable as long as another source may still have an offer.
        if (fact.type === 'unavailable' && asked.size > 0 && this.#state.name === 'connecting') return;
        this.#learn(fact);
      };
      source.start(report, signal, () => this.#state);
    }
    this.#hasStarted = true;
    for (const message of this.#early.splice(0)) this.notify(message);
  }

  #endRun(): void {
    this.#run?.abort();
    this.#run = undefined;
    this.#hasStarted = false;
  }

  #release(signal: AbortSignal): void {
    this.#holders.delete(signal);
    if (this.#holders.size > 0) return;
    if (this.#state.name === 'expose') this.#acknowledge('left');
    this.#endRun();
    this.#life?.abort();
    this.#life = undefined;
  }

  #learn(fact: SourceFact): void {
    const settled = fact.type === 'expose' && this.#settlementOf(fact.offer);
    if (!settled) this.#apply(fact);
    // What is not to be shown does not take the place of what is.
    else if (this.#state.name !== 'expose') this.#apply({...fact, settled});
  }

  /** The answer to an invitation that is not to be shown; the one that the visitor sees is never one too many. */
  #settlementOf({id}: Offer): Settlement | undefined {
    const most = id === this.#shownOfferId ? Infinity : this.#maxInvitations;
    return settlementOf(this.#visits.current, id, most, this.#now());
  }

  #settle(settlement: Settlement): void {
    if (this.#state.name !== 'expose') return;
    const {id} = this.#state.offer;
    this.#answer(settlement, (visit) => withSettlement(visit, id, settlement));
  }

  /** Takes an invitation away, if there is one, and remembers what the visitor wants. */
  #answer(settlement: Settlement, remember: (visit: Visit) => Visit): void {
    if (this.#state.name === 'expose') this.#acknowledge(settlement);
    this.#takeAway(settlement);
    void this.#visits.update(remember).then(() => this.#heed());
  }

  #takeAway(settlement: Settlement | undefined): void {
    if (!settlement || this.#state.name !== 'expose') return;
    this.#apply({type: settlement === 'accepted' ? 'accept' : 'dismiss'});
  }

  #acknowledge(act: OfferAct): void {
    const offer = offerOf(this.#state);
    const source = this.#sources.find(({name}) => name === offer?.source);
    if (offer) source?.acknowledge?.(act, offer);
  }

  #follow(event: VisitEvent): void {
    switch (event.type) {
      case 'storage-failed':
        return this.#apply({type: 'trouble', error: event.error});
      case 'cleared':
        this.#endRun();
        return this.#apply({type: 'reset'});
      case 'erased':
        return this.#withdraw();
      case 'changed':
        this.#heed();
    }
  }

  /** Does what follows from what is remembered now; tells whether there is a snooze to wait for. */
  #heed(): boolean {
    const offer = offerOf(this.#state);
    this.#takeAway(offer && this.#settlementOf(offer));
    if (this.#run && !this.#isSnoozed) void this.#outlastSnooze(this.#run.signal);
    return this.#isSnoozed;
  }

  /** Asks again when the visitor wants invitations again. */
  async #outlastSnooze(signal: AbortSignal): Promise<void> {
    for (let left; (left = snoozeLeft(this.#visits.current, this.#now()));) {
      this.#isSnoozed = true;
      await this.#sleep(Math.min(left, longestNap), signal).catch(() => undefined);
      if (signal.aborted) return;
    }
    if (this.#isSnoozed) this.refresh();
  }

  /** Ends for good, until it is started anew. */
  #withdraw(): void {
    this.#holders.clear();
    this.#endRun();
    this.#life?.abort();
    this.#life = undefined;
    this.#apply({type: 'revoke'});
  }

  #apply(fact: EngagementFact): void {
    const from = this.#state;
    const to = (this.#state = transition(from, fact));
    for (const listener of this.#listeners) listener({fact, from, to});
  }
}

/** A timer is late when the machine slept, so none is longer than this, in ms. */
const longestNap = 60_000;

function isAnswer({type}: SourceFact): boolean {
  return ['expose', 'conversation', 'unavailable', 'fail'].includes(type);
}
