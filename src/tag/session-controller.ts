import {ConfigurationError} from '../check/configuration-error.js';
import type {Offer} from '../engagement/offer.js';
import type {EngagementChange, EngagementSession} from '../engagement/session.js';
import {idle, type EngagementFact, type EngagementState} from '../engagement/state.js';
import {allowsSession} from './consent.js';
import {warn} from './console.js';
import {EngagementErrorEvent, offerEvents, openingEvents, type AcceptDetail} from './event-classes.js';
import {toEvents} from './fact-events.js';
import {runWhileOnPage} from './page-stay.js';
import {
  isSameQuestion,
  isSameSession,
  readSessionSettings,
  type SessionFactory,
  type SessionSettings,
} from './settings/session-settings.js';
import {toTagProblem} from './settings/setting-problem.js';
import type {SettingName} from './settings/settings.js';
import {UnknownWords} from './settings/unknown-words.js';

/** The tag whose session is run. */
export interface SessionHost {
  readonly tag: HTMLElement;
  /** Whether a session is to run. */
  isThere(): boolean;
  /** What the page has set, at this moment. */
  setting(name: SettingName): unknown;
  /** Shows the state, before the page hears of it. */
  reflect(): void;
  /** Brings what is on the page in line with the state, after the page has heard of it. */
  follow(change?: EngagementChange): void;
}

/**
 * Runs one session at a time for a tag, as far as the visitor's consent allows, and speaks to the page for it.
 *
 * Each fact of the session makes one pass: the state, then the page's events, then the view. It is a reactive controller
 * that needs nothing of Lit.
 */
export class SessionController {
  readonly #host: SessionHost;
  readonly #createSession: SessionFactory;
  readonly #unknownWords = new UnknownWords();
  /** The lines that the page's author has got. */
  readonly #advice = new Set<string>();
  #session: EngagementSession | undefined;
  /** What the session was made from, unless the page has given it. */
  #settings: SessionSettings | undefined;
  #run: AbortController | undefined;
  #fact: EngagementFact | undefined;
  /** What the page has said last about the visitor's consent. */
  #consent: unknown;
  /** Whether the consent was withdrawn, here or in another tab, and the page has said nothing else since. */
  #isRevoked = false;

  constructor(host: SessionHost, createSession: SessionFactory) {
    this.#host = host;
    this.#createSession = createSession;
  }

  /** The session that runs. */
  get session(): EngagementSession | undefined {
    return this.#session;
  }

  get state(): EngagementState {
    return this.#session?.state ?? idle;
  }

  /** The fact that led to the state, or delays the next one. */
  get fact(): EngagementFact | undefined {
    return this.#fact;
  }

  /** Runs a session when there is none, or one of other settings. */
  hostUpdate(): void {
    if (!this.#host.isThere()) return;
    this.#unknownWords.check((name) => this.#host.setting(name), this.#host.tag);
    if (!this.#isCurrent() || !allowsSession(this.#host.setting('consent'))) void this.#start();
    else this.#askAgain();
  }

  /** Ends the session, unless the tag was only moved. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isThere()) return;
      this.#end();
      this.#host.follow();
    });
  }

  /** The visitor has agreed or denied just now. Resolves when what has to be erased is erased, and never rejects. */
  async heedConsent(): Promise<void> {
    await this.#start(true);
  }

  /** Logs the visitor out, also where no session runs. It never rejects. */
  async reset(): Promise<void> {
    try {
      await (this.#session ?? this.#create()).reset();
    } catch (error) {
      this.tell(error);
    }
  }

  /** Sends engagement attributes to the platform. It never rejects: a failure is told to the page. */
  async report(attributes: readonly unknown[]): Promise<void> {
    await this.#session?.report(attributes).catch((error: unknown) => this.tell(error));
  }

  /** Dispatches the event of what is to happen, or has happened, with an offer. Returns whether the page lets it happen. */
  dispatch(name: keyof typeof offerEvents, offer: Offer): boolean {
    return this.#dispatch(new offerEvents[name](offer));
  }

  /**
   * Asks the page about opening a conversation. Returns whether that is left to us.
   *
   * @param wait called with what the page wants to do first
   */
  request(state: keyof typeof openingEvents, detail: AcceptDetail, wait: (promise: Promise<unknown>) => void) {
    const event = new openingEvents[state](detail, wait);
    return {event, isOurs: this.#dispatch(event)};
  }

  /** Tells the page about an error; a text is about one of the settings, and says what to write instead. */
  tell(problem: unknown): void {
    const error = problem instanceof Error ? problem : new ConfigurationError(String(problem));
    this.#dispatch(new EngagementErrorEvent(toTagProblem(error)));
  }

  /** Writes a line for the page's author, each of them once. */
  advise(line: string): void {
    if (!this.#advice.has(line)) warn(line);
    this.#advice.add(line);
  }

  get #own(): EngagementSession | undefined {
    return (this.#host.setting('session') ?? undefined) as EngagementSession | undefined;
  }

  get #wanted(): SessionSettings {
    return readSessionSettings((name) => this.#host.setting(name));
  }

  /** Whether the session that runs is the one that the page wants. */
  #isCurrent(): boolean {
    if (!this.#session) return false;
    if (this.#own) return this.#own === this.#session;
    return !!this.#settings && isSameSession(this.#wanted, this.#settings);
  }

  /** Lets the session ask with what the page has said since. What is on the page stays until there is an answer. */
  #askAgain(): void {
    if (!this.#settings || isSameQuestion(this.#wanted, this.#settings)) return;
    // The sources of the session read their settings from it.
    Object.assign(this.#settings, this.#wanted);
    this.#session?.refresh();
  }

  /** Runs another session, as far as the visitor's consent allows. `isAnswer` says that it was given or denied just now. */
  async #start(isAnswer = false): Promise<void> {
    const consent = this.#host.setting('consent') ?? 'not-required';
    const isNews = isAnswer || (this.#consent !== undefined && this.#consent !== consent);
    this.#consent = consent;
    this.#isRevoked &&= !isNews;
    if (isNews && consent === 'denied') return this.#revoke();
    // A visitor who agrees again has nothing to wait for.
    if (isAnswer && this.#session) return;
    this.#end();
    if (allowsSession(consent) && !this.#isRevoked) this.#begin();
    this.#host.follow();
  }

  async #revoke(): Promise<void> {
    this.#isRevoked = true;
    try {
      await (this.#session ?? this.#create()).revoke();
    } catch (error) {
      this.tell(error);
    }
  }

  #create(): EngagementSession {
    this.#settings = this.#own ? undefined : this.#wanted;
    return this.#own ?? this.#createSession(this.#settings ?? this.#wanted);
  }

  #begin(): void {
    const {signal} = (this.#run = new AbortController());
    try {
      const session = (this.#session = this.#create());
      const unsubscribe = session.subscribe((change) => this.#pass(change));
      signal.addEventListener('abort', unsubscribe);
      runWhileOnPage(session, signal);
    } catch (error) {
      this.tell(error);
    }
  }

  #end(isRevoked = this.#isRevoked): void {
    this.#isRevoked = isRevoked;
    this.#run?.abort();
    this.#run = this.#session = undefined;
  }

  #pass(change: EngagementChange): void {
    if (change.to !== change.from || change.fact.type === 'retry') this.#fact = change.fact;
    this.#host.reflect();
    for (const event of toEvents(change)) this.#dispatch(event);
    this.#host.follow(change);
    if (change.fact.type === 'revoke') this.#end(true);
  }

  #dispatch(event: Event): boolean {
    // Only an error that the page's author can mend is worth a line. By name, because a session or a source of the page's
    // may come with another copy of the class.
    if (event instanceof EngagementErrorEvent && event.detail.error.name === 'ConfigurationError') {
      this.advise(event.detail.error.message);
    }
    return this.#host.tag.dispatchEvent(event);
  }
}
