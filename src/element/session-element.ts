import type {PropertyValues} from 'lit';
import type {Offer} from '../engagement/offer.js';
import type {EngagementSession} from '../engagement/session.js';
import {idle, offerOf, type EngagementState, type EngagementStateName} from '../engagement/state.js';
import type {VisitStorage} from '../visit/visit-store.js';
import {ConfiguredElement} from './configured-element.js';
import {EngagementErrorEvent} from './events.js';
import {relayFacts} from './fact-relay.js';
import {watchPageLanguage} from './page-language.js';
import {runWhileOnPage} from './session-run.js';
import type {SessionSettings} from './settings.js';

/** Runs one session while it is on the page, and tells the page its facts; it knows nothing of what is shown. */
export abstract class SessionElement extends ConfiguredElement {
  readonly #internals = this.attachInternals();
  #session: EngagementSession | undefined;
  #run: AbortController | undefined;

  /** Name of the state. */
  get state(): EngagementStateName {
    return this.engagement.name;
  }

  /** The invitation or the conversation that the state is about. */
  get offer(): Offer | undefined {
    return offerOf(this.engagement);
  }

  /** Where the visit is remembered. */
  get storage(): VisitStorage {
    return this.#session?.storage ?? 'memory';
  }

  /** Asks the platform again. */
  refresh(): void {
    this.#session?.refresh();
  }

  /** Says who the visitor is, which starts over with a new session. */
  identify(identities: SessionSettings['identities']): void {
    this.identities = identities;
  }

  /** Sends engagement attributes to the platform. It never rejects: a failure is an `engagement-error`. */
  async report(attributes: readonly unknown[]): Promise<void> {
    await this.#attempt(() => this.#session?.report(attributes));
  }

  /** Logs the visitor out: what is remembered is forgotten in all tabs. It never rejects. */
  async reset(): Promise<void> {
    await this.#attempt(() => this.#session?.reset());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A move closes popovers, and may lead to a place in another language.
    this.requestUpdate();
  }

  /** Makes `moveBefore()` a move instead of a removal and an insertion. */
  connectedMoveCallback(): void {
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move disconnects and connects at once; only a lasting removal ends the session.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  /** Makes and runs a session when there is none, or one of other settings. */
  protected renewSession(changed: PropertyValues): void {
    if (this.isConnected && this.#needsRun(changed)) this.#start();
  }

  protected get engagement(): EngagementState {
    return this.#session?.state ?? idle;
  }

  protected get runningSession(): EngagementSession | undefined {
    return this.#session;
  }

  /** Custom states beside the one that is named after the state. */
  protected get furtherStates(): readonly string[] {
    return [];
  }

  /** Makes the session that runs while the element is on the page and no `session` is set. */
  protected abstract createSession(): EngagementSession;

  /** Called when `engagement` may have changed. */
  protected abstract follow(): void;

  /** Tells the page of an error. */
  protected tell(error: unknown): void {
    const problem = new EngagementErrorEvent(error instanceof Error ? error : new Error(String(error)));
    this.dispatchEvent(problem);
  }

  protected updateStates(): void {
    try {
      const {states} = this.#internals;
      states.clear();
      for (const name of [this.state, ...this.furtherStates]) states.add(name);
    } catch {
      // Older browsers have no custom states, or want their names to begin with two dashes.
    }
  }

  #needsRun(changed: PropertyValues): boolean {
    if (!this.#run) return true;
    return this.affectsSession(changed) && !(this.session && this.session === this.#session);
  }

  #start(): void {
    this.#end();
    const {signal} = (this.#run = new AbortController());
    try {
      const session = (this.#session = this.session ?? this.createSession());
      // A page that hears of a fact finds `:state()` up to date, and hears of it before it is asked about the card.
      const subscriptions = [
        session.subscribe(() => this.updateStates()),
        relayFacts(session, this),
        session.subscribe(() => this.follow()),
      ];
      signal.addEventListener('abort', () => subscriptions.forEach((unsubscribe) => unsubscribe()));
      watchPageLanguage(() => this.requestUpdate(), signal);
      runWhileOnPage(session, signal);
    } catch (error) {
      this.tell(error);
    }
    this.follow();
  }

  #end(): void {
    this.#run?.abort();
    this.#run = undefined;
    this.#session = undefined;
    this.follow();
  }

  async #attempt(action: () => Promise<void> | undefined): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.tell(error);
    }
  }
}
