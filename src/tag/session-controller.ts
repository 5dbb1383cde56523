import {ConfigurationError} from '../check/configuration-error.js';
import type {Offer} from '../engagement/offer.js';
import type {EngagementChange, EngagementSession} from '../engagement/session.js';
import {idle, type EngagementState} from '../engagement/state.js';
import {allowsSession} from './consent.js';
import {offerEvents} from './events.js';
import {relayFacts, tellError, type EventDispatcher} from './fact-relay.js';
import {runWhileOnPage} from './page-stay.js';
import type {SessionSettings} from './settings.js';

export type SessionFactory = (settings: SessionSettings) => EngagementSession;

/** What shows a session. */
export interface SessionView {
  /** Called at each fact, before the page hears of it. */
  reflect?(): void;
  /** Called at each fact, after the page has heard of it. */
  follow(change?: EngagementChange): void;
}

/**
 * Runs one session at a time for a tag, as far as the visitor's consent allows, and speaks to the page for it.
 *
 * It is all that a tag needs while there is nothing to show; an element gives it a view.
 */
export class TagSession {
  view: SessionView | undefined;
  readonly #target: EventDispatcher;
  readonly #createSession: SessionFactory;
  #current: EngagementSession | undefined;
  #run: AbortController | undefined;
  /** What the page has said last of the visitor's consent. */
  #consent: unknown;
  /** The consent was withdrawn here or in another tab; until the page says something else. */
  #isRevoked = false;

  constructor(target: EventDispatcher, createSession: SessionFactory) {
    this.#target = target;
    this.#createSession = createSession;
  }

  /** The session that runs. */
  get current(): EngagementSession | undefined {
    return this.#current;
  }

  get state(): EngagementState {
    return this.#current?.state ?? idle;
  }

  /**
   * Runs a session, or one that is made from settings, in place of the one before, as far as the visitor's consent allows.
   * `isAnswer` says that the visitor agrees or denies at this moment. Resolves when what has to be erased is erased.
   */
  async start(given: EngagementSession | SessionSettings, consent: unknown, isAnswer = false): Promise<void> {
    // A tag that says nothing says the same as the element that it becomes.
    const said = consent ?? 'not-required';
    const isNews = isAnswer || (this.#consent !== undefined && this.#consent !== said);
    this.#consent = said;
    this.#isRevoked &&= !isNews;
    if (isNews && consent === 'denied') return this.#revoke(given);
    // Who agrees again has nothing to wait for.
    if (isAnswer && this.#current) return;
    this.end();
    if (allowsSession(consent) && !this.#isRevoked) this.#begin(given);
  }

  #toSession(given: EngagementSession | SessionSettings): EngagementSession {
    return 'subscribe' in given ? given : this.#createSession(given);
  }

  async #revoke(given: EngagementSession | SessionSettings): Promise<void> {
    this.#isRevoked = true;
    try {
      await (this.#current ?? this.#toSession(given)).revoke();
    } catch (error) {
      this.tell(error);
    }
  }

  #begin(given: EngagementSession | SessionSettings): void {
    const {signal} = (this.#run = new AbortController());
    try {
      const session = (this.#current = this.#toSession(given));
      const subscriptions = [
        session.subscribe(() => this.view?.reflect?.()),
        relayFacts(session, this.#target),
        session.subscribe((change) => this.view?.follow(change)),
        session.subscribe(({fact}) => {
          if (fact.type === 'revoke') this.end(true);
        }),
      ];
      signal.addEventListener('abort', () => subscriptions.forEach((unsubscribe) => unsubscribe()));
      runWhileOnPage(session, signal);
    } catch (error) {
      this.tell(error);
    }
  }

  end(isRevoked = this.#isRevoked): void {
    this.#isRevoked = isRevoked;
    this.#run?.abort();
    this.#run = this.#current = undefined;
  }

  /** Dispatches the event of what is to happen, or has happened, with an offer. Returns whether the page lets it happen. */
  dispatch(name: keyof typeof offerEvents, offer: Offer): boolean {
    const event = new offerEvents[name](offer);
    return this.#target.dispatchEvent(event);
  }

  /** Tells the page of an error; a text is one of the settings, and says what to write instead. */
  tell(problem: unknown): void {
    tellError(problem instanceof Error ? problem : new ConfigurationError(String(problem)), this.#target);
  }
}
