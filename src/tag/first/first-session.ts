import type {EngagementChange, EngagementSession} from '../../engagement/session.js';
import {
  canBeFolded,
  idle,
  offerOf,
  transition,
  type EngagementFact,
  type EngagementState,
} from '../../engagement/state.js';
import {snoozeProblem} from '../../engagement/snooze-problem.js';
import {Subscribers} from '../../engagement/subscribers.js';
import {NetworkError} from '../../http/errors.js';
import {offerIn, sourceName} from '../../vendors/liveperson/monitoring/offers.js';
import type {VisitStorage} from '../../visit/visit-store.js';
import type {Ask, AskListener, AskSettings, FirstQuestion} from './first-ask.js';
import type {FirstSessionOptions} from './first-session-options.js';
import {hearOfForgetting, type Forgetting} from './forgetting.js';
import {answerOf, keepAnswer, LateEngine, type Act} from './late-engine.js';
import {asksAlone, isAboutNobody, type SessionSettings} from '../settings/session-settings.js';
import {visitKey} from '../visit-key.js';
import {withoutAnswer} from './without-answer.js';

/** How long an offer may take to be seen before more is loaded, in ms. */
const patience = 1_000;

/**
 * A session for as long as one answer is all that there is to know. It holds the state of the answer. Its engine, which is
 * most of the code, comes when the offer was seen, or as soon as there is more to do.
 */
export class FirstSession implements EngagementSession {
  readonly #settings: SessionSettings;
  readonly #options: FirstSessionOptions;
  readonly #subscribers = new Subscribers<EngagementChange>();
  readonly #late: LateEngine;
  #engine: EngagementSession | undefined;
  #state: EngagementState = idle;
  /** The state of the answer, from which the engine goes on, whatever the visitor does meanwhile. */
  #answered: EngagementState | undefined;
  #question: FirstQuestion | undefined;
  #asking: ReturnType<Ask> | undefined;
  #stay: AbortSignal | undefined;
  /** Aborts when there is nothing to wait for without an engine. */
  #wait = new AbortController();

  constructor(settings: SessionSettings, options: FirstSessionOptions = {}) {
    this.#settings = settings;
    this.#options = options;
    this.#late = new LateEngine(() => this.#handOver(), options.sleep);
    const {question, state} = options;
    if (question?.key === visitKey(settings) && isAboutNobody(settings)) {
      this.#question = question;
      this.#state = state ?? {name: question.result === 'unavailable' ? 'unavailable' : 'connecting'};
    } else question?.release();
  }

  get state(): EngagementState {
    return this.#state;
  }

  get storage(): VisitStorage {
    return this.#engine?.storage ?? 'indexeddb';
  }

  start(signal: AbortSignal): void {
    const wasStarted = !!this.#stay;
    this.#stay = signal;
    if (this.#engine) return this.#engine.start(signal);
    if (signal.aborted) return this.#leave();
    signal.addEventListener('abort', () => this.#leave());
    // Nobody is asked about a visitor who has logged out.
    if (this.#late.isComing || (wasStarted && this.#state === idle)) return;
    this.#wait = new AbortController();
    if (this.#question && !wasStarted) this.#goOn(this.#question);
    else this.#begin();
  }

  refresh(): void {
    if (this.#engine) return this.#engine.refresh();
    if (!this.#question) return this.#late.use((engine) => engine.refresh());
    // Who asks again wants no answer that came before, and an engine asks when it starts.
    this.#question = withoutAnswer(this.#question, Date.now());
    this.#late.hurry();
  }

  accept(): void {
    this.#settle('accept', (engine) => engine.accept());
  }

  dismiss(): void {
    this.#settle('dismiss', (engine) => engine.dismiss());
  }

  snooze(seconds: number): void {
    this.#settle(!snoozeProblem(seconds) && 'dismiss', (engine) => engine.snooze(seconds));
  }

  optOut(): void {
    this.#settle('dismiss', (engine) => engine.optOut());
  }

  optIn(): void {
    this.#late.use((engine) => engine.optIn());
  }

  fold(unread = 0): void {
    this.#setFold(unread, (engine) => engine.fold(unread));
  }

  unfold(): void {
    this.#setFold(undefined, (engine) => engine.unfold());
  }

  shown(): void {
    this.#late.use((engine) => engine.shown());
  }

  async report(attributes: readonly unknown[]): Promise<void> {
    await (await this.#late.get()).report(attributes);
  }

  notify(message: unknown): void {
    this.#late.use((engine) => engine.notify(message));
  }

  async reset(): Promise<void> {
    this.#forget('reset');
    await (await this.#late.get()).reset();
  }

  async revoke(): Promise<void> {
    this.#forget('revoke');
    await (await this.#late.get()).revoke();
  }

  subscribe(listener: (change: EngagementChange) => void): () => void {
    return this.#subscribers.add(listener);
  }

  #begin(): void {
    this.#apply({type: 'start'});
    const {ask} = this.#options;
    if (!ask || !asksAlone(this.#settings)) return this.#late.hurry();
    const listener: AskListener = {
      onHint: () => this.#apply({type: 'hint'}),
      onAnswer: (question) => this.#learn(question),
      onForget: (cause) => this.#forget(cause),
    };
    this.#asking = ask(this.#settings as AskSettings, listener, this.#question);
  }

  #learn(question: FirstQuestion): void {
    this.#question = question;
    if (question.result === 'open') this.#heed(question);
    else if (question.result === 'erased') this.#forget('revoke');
    else if (question.result === 'cleared') this.#forget('reset');
    else this.#apply({type: 'unavailable', source: sourceName});
  }

  /** Goes on from what the page has heard of already. */
  #goOn(question: FirstQuestion): void {
    hearOfForgetting(question.key, (cause) => this.#forget(cause), this.#wait.signal);
    if (question.result !== 'unavailable') this.#learn(question);
  }

  #heed(question: FirstQuestion): void {
    const {answer, visit} = question;
    const fact = asksAlone(this.#settings) && offerIn(answer, visit, this.#settings.maxInvitations);
    if (!fact) return this.#late.hurry();
    this.#apply(fact);
    const answered = (this.#answered = this.#state);
    void keepAnswer(question, () => this.#answered !== answered);
    this.#late.hurryAfter(patience, this.#wait.signal);
  }

  /** The visitor answers the invitation, which goes at once. */
  #settle(type: 'accept' | 'dismiss' | false, act: Act): void {
    if (type && !this.#late.isHere && this.#state.name === 'expose') this.#apply({type});
    this.#late.use(act);
  }

  #setFold(unread: number | undefined, act: Act): void {
    if (!canBeFolded(this.#state) || this.#state.folded === unread) return;
    if (!this.#late.isHere) this.#apply({type: 'fold', unread});
    this.#late.use(act);
  }

  /** Nothing that happened before counts any more. */
  #forget(type: Forgetting): void {
    this.#late.forget();
    if (this.#engine) return;
    this.#dropQuestion();
    this.#question = this.#answered = undefined;
    this.#apply({type});
  }

  #leave(): void {
    this.#wait.abort();
    if (this.#engine) return;
    this.#dropQuestion();
    // Who comes back asks again.
    if (this.#question) this.#question = withoutAnswer(this.#question, Infinity);
  }

  /** Lets the other tabs ask. */
  #dropQuestion(): void {
    this.#asking?.stop();
    this.#question?.release();
  }

  async #handOver(): Promise<EngagementSession> {
    const engine = await this.#createEngine();
    this.#engine = engine;
    this.#wait.abort();
    this.#asking?.stop();
    engine.subscribe(({fact}) => this.#follow(fact));
    void this.#question?.reported?.then((isHeard) => isHeard || this.shown());
    if (!this.#stay) return engine;
    // What the visitor has done must not be forgotten with an earlier session of the platform.
    const answer = this.#answered && answerOf(engine, this.#stay);
    engine.start(this.#stay);
    await answer;
    return engine;
  }

  /** The engine has the answer that is known already. What the visitor has done since stands. */
  #follow(fact: EngagementFact): void {
    const isKnown = 'offer' in fact && fact.offer.id === offerOf(this.#state)?.id;
    if (this.#late.isHere || !isKnown) this.#apply(fact);
  }

  async #createEngine(): Promise<EngagementSession> {
    const {loadEngine = () => import('../create-session.js')} = this.#options;
    try {
      const [{createSession}] = await Promise.all([loadEngine(), this.#asking?.question]);
      // Before it was started, it is idle as one that waits, and not as one whose visitor has logged out.
      return createSession(this.#settings, this.#answered ?? (this.#stay && this.#state), this.#question);
    } catch (cause) {
      const error = new NetworkError("GET the session's file", {cause});
      this.#question?.release();
      this.#apply({type: this.#state.name === 'connecting' ? 'fail' : 'trouble', error});
      throw error;
    }
  }

  #apply(fact: EngagementFact): void {
    const from = this.#state;
    const to = (this.#state = transition(from, fact));
    this.#subscribers.tell({fact, from, to});
  }
}
