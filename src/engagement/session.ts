import type {Settlement} from '../visit/visit.js';
import type {VisitEvent, VisitStorage, VisitStore} from '../visit/visit-store.js';
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
  /** The visitor can see the offer. Told to its source once per offer. */
  shown(): void;
  /** Sends engagement attributes to every source that takes them. */
  report(attributes: readonly unknown[]): Promise<void>;
  /** Hands a message of a platform to every source that takes such messages. */
  notify(message: unknown): void;
  /** Forgets the visitor in all tabs and goes to `idle`, until the next `refresh()`. */
  reset(): Promise<void>;
  /** Calls `listener` at every fact, until the returned function is called. */
  subscribe(listener: (change: EngagementChange) => void): () => void;
}

export interface EngagementSessionOptions {
  readonly sources: readonly EngagementSource[];
  /** What the browser remembers of the visitor. */
  readonly visits: VisitStore;
}

/** Makes a session; nothing happens before `start`. */
export function createEngagementSession(options: EngagementSessionOptions): EngagementSession {
  return new Session(options);
}

class Session implements EngagementSession {
  readonly #sources: readonly EngagementSource[];
  readonly #visits: VisitStore;
  readonly #listeners = new Set<(change: EngagementChange) => void>();
  readonly #holders = new Set<AbortSignal>();
  #state: EngagementState = idle;
  #life: AbortController | undefined;
  #run: AbortController | undefined;
  #shownOfferId: string | undefined;
  /** Messages that came before the sources were started. */
  readonly #early: unknown[] = [];
  #hasStarted = false;

  constructor({sources, visits}: EngagementSessionOptions) {
    this.#sources = sources;
    this.#visits = visits;
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
    this.#visits.watch((event) => this.#follow(event), this.#life.signal);
    void this.#startRun();
  }

  refresh(): void {
    if (this.#life) void this.#startRun();
  }

  accept(): void {
    this.#settle('accepted', {type: 'accept'});
  }

  dismiss(): void {
    this.#settle('dismissed', {type: 'dismiss'});
  }

  shown(): void {
    const offer = offerOf(this.#state);
    if (!offer || offer.id === this.#shownOfferId) return;
    this.#shownOfferId = offer.id;
    this.#acknowledge('shown');
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

  subscribe(listener: (change: EngagementChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #startRun(): Promise<void> {
    this.#endRun();
    const {signal} = (this.#run = new AbortController());
    this.#apply({type: 'start'});
    // Sources report offers that were settled on an earlier page, so the visit must be known first.
    await this.#visits.read();
    if (signal.aborted) return;
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
        this.#apply(this.#withSettlement(fact));
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

  #withSettlement(fact: SourceFact): SourceFact {
    const settled = fact.type === 'expose' && this.#visits.current.settled?.[fact.offer.id];
    return settled ? {...fact, settled} : fact;
  }

  #settle(settlement: Settlement, fact: EngagementFact): void {
    if (this.#state.name !== 'expose') return;
    const {id} = this.#state.offer;
    this.#acknowledge(settlement);
    this.#apply(fact);
    void this.#visits.update((visit) => ({...visit, settled: latest({...visit.settled, [id]: settlement})}));
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
      case 'changed': {
        const settled = event.visit.settled?.[offerOf(this.#state)?.id ?? ''];
        if (settled) this.#apply({type: settled === 'accepted' ? 'accept' : 'dismiss'});
      }
    }
  }

  #apply(fact: EngagementFact): void {
    const from = this.#state;
    const to = (this.#state = transition(from, fact));
    for (const listener of this.#listeners) listener({fact, from, to});
  }
}

/** How many answered invitations are remembered. */
const longestMemory = 100;

function latest<Entry>(entries: Readonly<Record<string, Entry>>): Record<string, Entry> {
  return Object.fromEntries(Object.entries(entries).slice(-longestMemory));
}

function isAnswer({type}: SourceFact): boolean {
  return ['expose', 'conversation', 'unavailable', 'fail'].includes(type);
}
