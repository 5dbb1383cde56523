import {ConfigurationError} from '../engagement/configuration-error.js';
import type {Offer} from '../engagement/offer.js';
import type {EngagementSession} from '../engagement/session.js';
import {idle, type EngagementState} from '../engagement/state.js';
import {offerEvents} from './events.js';
import {relayFacts, tellError, type EventDispatcher} from './fact-relay.js';
import {runWhileOnPage} from './session-run.js';
import type {SessionSettings} from './settings.js';

export type SessionFactory = (settings: SessionSettings) => EngagementSession;

/** What shows a session. */
export interface SessionView {
  /** Called at each fact, before the page hears of it. */
  reflect(): void;
  /** Called at each fact, after the page has heard of it. */
  follow(): void;
}

/**
 * Runs one session at a time for a tag, and speaks to the page for it.
 *
 * It is all that a tag needs while there is nothing to show; an element gives it a view.
 */
export class TagSession {
  view: SessionView | undefined;
  readonly #target: EventDispatcher;
  readonly #createSession: SessionFactory;
  #current: EngagementSession | undefined;
  #run: AbortController | undefined;

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

  /** Runs a session, or one that is made from settings, in place of the one before. */
  start(given: EngagementSession | SessionSettings): void {
    this.end();
    const {signal} = (this.#run = new AbortController());
    try {
      const session = (this.#current = 'subscribe' in given ? given : this.#createSession(given));
      const subscriptions = [
        session.subscribe(() => this.view?.reflect()),
        relayFacts(session, this.#target),
        session.subscribe(() => this.view?.follow()),
      ];
      signal.addEventListener('abort', () => subscriptions.forEach((unsubscribe) => unsubscribe()));
      runWhileOnPage(session, signal);
    } catch (error) {
      this.tell(error);
    }
  }

  end(): void {
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
