import {own} from '../check/own.js';
import {sleep as realSleep} from '../http/sleep.js';
import {emptyVisit, isForgotten, type Settlement} from '../visit/visit.js';
import type {VisitEvent, VisitStorage, VisitStore} from '../visit/visit-store.js';
import {Holders} from './holders.js';
import {InvitationMemory} from './invitation-memory.js';
import type {EngagementChange, EngagementSession, EngagementSessionOptions} from './session.js';
import {SnoozeClock} from './snooze-clock.js';
import {snoozeProblem} from './snooze-problem.js';
import type {OfferAct, SourceFact} from './source.js';
import {SourceSet} from './sources/source-set.js';
import {canBeFolded, idle, offerOf, transition, type EngagementFact, type EngagementState} from './state.js';
import {Subscribers} from './subscribers.js';

/**
 * Creates a session, which does nothing before `start`.
 *
 * @example
 * const visits = createVisitStore({key: accountId});
 * const source = createMonitoringSource({accountId, appInstallationId}, {visits, lockName: accountId});
 * const session = createEngagementSession({sources: [source], visits});
 * session.subscribe(({to}) => console.log(to.name));
 * session.start(new AbortController().signal);
 */
export function createEngagementSession(options: EngagementSessionOptions): EngagementSession {
  return new SessionEngine(options);
}

class SessionEngine implements EngagementSession {
  readonly #sources: SourceSet;
  readonly #visits: VisitStore;
  readonly #memory: InvitationMemory;
  readonly #snooze: SnoozeClock;
  readonly #subscribers: Subscribers<EngagementChange>;
  readonly #holders = new Holders(() => {
    this.#acknowledge('left');
    this.#end();
  });
  #state: EngagementState;
  #life: AbortController | undefined;
  #run: AbortController | undefined;
  /** Whether the visitor has logged out, so that nobody is asked until the page says so. */
  #isLoggedOut: boolean;
  /** Resolves when the sources run. */
  #starting: Promise<void> | undefined;

  constructor(options: EngagementSessionOptions) {
    const {sources, visits, state, reportError, ...edges} = own(options);
    const {maxInvitations = Infinity, now = Date.now, sleep = realSleep, page} = own(edges);
    [this.#state, this.#isLoggedOut] = [state ?? idle, state === idle];
    this.#sources = new SourceSet(sources);
    this.#visits = visits;
    this.#memory = new InvitationMemory(visits, maxInvitations, now, page);
    this.#snooze = new SnoozeClock(this.#memory, () => this.refresh(), sleep);
    this.#subscribers = new Subscribers(reportError);
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
    if (this.#life) return;
    this.#life = new AbortController();
    const known = this.#visits.current;
    this.#visits.watch((event) => this.#follow(event), this.#life.signal);
    if (!this.#isLoggedOut) this.#starting = this.#startRun(known);
  }

  refresh(): void {
    this.#isLoggedOut = false;
    if (this.#life) this.#starting = this.#startRun();
  }

  accept(): void {
    this.#settle('accepted');
  }

  dismiss(): void {
    this.#settle('dismissed');
  }

  snooze(seconds: number): void {
    const error = snoozeProblem(seconds);
    if (error) return this.#apply({type: 'trouble', error});
    this.#answer('dismissed', () => this.#memory.snooze(seconds * 1_000));
  }

  optOut(): void {
    this.#answer('dismissed', () => this.#memory.optOut());
  }

  optIn(): void {
    void this.#memory.optIn().then(() => this.#applyMemory());
  }

  fold(unread = 0): void {
    this.#setFold(unread);
  }

  unfold(): void {
    this.#setFold(undefined);
  }

  shown(): void {
    const offer = offerOf(this.#state);
    if (!offer || !this.#memory.see(offer.id)) return;
    this.#sources.acknowledge('shown', offer);
    if (this.#state.name === 'expose') void this.#memory.show(offer.id);
  }

  async report(attributes: readonly unknown[]): Promise<void> {
    await this.#starting;
    return this.#sources.report(attributes);
  }

  notify(message: unknown): void {
    this.#sources.notify(message);
  }

  async reset(): Promise<void> {
    this.#logOut();
    await this.#visits.clear();
  }

  async revoke(): Promise<void> {
    this.#withdraw();
    await this.#visits.erase();
  }

  subscribe(listener: (change: EngagementChange) => void): () => void {
    return this.#subscribers.add(listener);
  }

  /** @param known what this page knew of the visit when it went into the back/forward cache, where it gets no messages */
  async #startRun(known = emptyVisit): Promise<void> {
    this.#run?.abort();
    const {signal} = (this.#run = new AbortController());
    // A page that has been told a state before there was a session hears nothing new at the first start.
    if (this.#starting || this.#state === idle) this.#apply({type: 'start'});
    // Sources report offers that were settled on an earlier page, so the visit must be known first.
    const visit = await this.#memory.recall();
    if (signal.aborted) return;
    if (known !== emptyVisit && visit === emptyVisit) this.#withdraw();
    else if (isForgotten(known, visit)) this.#logOut();
    else {
      const isAwake = this.#snooze.restart(signal);
      this.#applyMemory();
      if (isAwake) this.#apply({type: 'wake'});
      this.#sources.start(this.#learn, signal, () => this.#state);
    }
  }

  #endRun(): void {
    this.#sources.leave();
    this.#run?.abort();
    this.#run = undefined;
  }

  readonly #learn = (fact: SourceFact): void => {
    const known = this.#memory.complete(fact);
    // An invitation that must not be shown does not replace the visible one.
    if (this.#state.name !== 'expose' || !('settled' in known)) this.#apply(known);
  };

  #setFold(unread: number | undefined): void {
    const offer = offerOf(this.#state);
    if (this.#applyFold(unread) && offer) void this.#memory.fold(offer.id, unread);
  }

  /** Returns whether this is news. */
  #applyFold(unread: number | undefined): boolean {
    const isNews = canBeFolded(this.#state) && this.#state.folded !== unread;
    if (isNews) this.#apply({type: 'fold', unread});
    return isNews;
  }

  #settle(settlement: Settlement): void {
    if (this.#state.name !== 'expose') return;
    const {id} = this.#state.offer;
    this.#answer(settlement, () => this.#memory.settle(id, settlement));
  }

  /** Removes an invitation, if there is one, and remembers the visitor's choice. */
  #answer(settlement: Settlement, remember: () => Promise<unknown>): void {
    this.#acknowledge(settlement);
    this.#takeAway(settlement);
    void remember().then(() => this.#applyMemory());
  }

  #takeAway(settlement: Settlement | undefined): void {
    const type = settlement === 'accepted' ? 'accept' : 'dismiss';
    if (settlement && this.#state.name === 'expose') this.#apply({type});
  }

  /** Reports the outcome of an invitation to its source. */
  #acknowledge(act: OfferAct): void {
    if (this.#state.name === 'expose') this.#sources.acknowledge(act, this.#state.offer);
  }

  #follow(event: VisitEvent): void {
    if (event.type === 'storage-failed') this.#apply({type: 'trouble', error: event.error});
    else if (event.type === 'cleared') this.#logOut();
    else if (event.type === 'erased') this.#withdraw();
    else this.#applyMemory();
  }

  /** Acts on the facts that are remembered now. */
  #applyMemory(): void {
    const offer = offerOf(this.#state);
    const settlement = offer && this.#memory.settlementOf(offer.id);
    if (this.#memory.isTakenBack() && !settlement) this.#apply({type: 'restore'});
    this.#takeAway(settlement);
    if (offer) this.#applyFold(this.#memory.foldOf(offer.id));
    if (this.#run) this.#snooze.watch(this.#run.signal);
  }

  #logOut(): void {
    this.#isLoggedOut = true;
    this.#endRun();
    this.#apply({type: 'reset'});
  }

  /** Ends the session until it is started again. */
  #withdraw(): void {
    this.#isLoggedOut = false;
    this.#holders.clear();
    this.#end();
    this.#apply({type: 'revoke'});
  }

  #end(): void {
    this.#endRun();
    this.#life?.abort();
    this.#life = undefined;
  }

  #apply(fact: EngagementFact): void {
    const from = this.#state;
    if (['reset', 'stranger', 'revoke'].includes(fact.type)) this.#memory.see(undefined);
    const to = (this.#state = transition(from, fact));
    this.#subscribers.tell({fact, from, to});
  }
}
