import type {PropertyValues} from 'lit';
import type {Offer} from '../engagement/offer.js';
import {offerOf, type EngagementStateName} from '../engagement/state.js';
import type {VisitStorage} from '../visit/visit-store.js';
import {ConfiguredElement} from './configured-element.js';
import {allowsSession} from '../tag/consent.js';
import type {SessionSettings} from '../tag/settings.js';
import type {SessionView, TagSession} from '../tag/session-controller.js';

/** Runs one session while it is on the page; it knows nothing of what is shown. */
export abstract class SessionElement extends ConfiguredElement implements SessionView {
  /** @internal */
  readonly running = this.createTagSession();

  constructor() {
    super();
    this.running.view = this;
  }

  /** Name of the state. */
  get state(): EngagementStateName {
    return this.running.state.name;
  }

  /** The invitation or the conversation that the state is about. */
  get offer(): Offer | undefined {
    return offerOf(this.running.state);
  }

  /** Where the visit is remembered. */
  get storage(): VisitStorage {
    return this.running.current?.storage ?? 'memory';
  }

  /** Asks the platform again. */
  refresh(): void {
    this.running.current?.refresh();
  }

  /**
   * The visitor wants no invitations for this many seconds, in any tab and on any page; more than 30 days count as 30.
   * Then the page asks again. An open conversation stays.
   */
  snooze(seconds: number): void {
    this.running.current?.snooze(seconds);
  }

  /** The visitor wants no invitations any more, in any tab and on any page, until `reset()` or `revokeConsent()`. */
  optOut(): void {
    this.running.current?.optOut();
  }

  /** Says who the visitor is, which starts over with a new session. */
  identify(identities: SessionSettings['identities']): void {
    this.identities = identities;
  }

  /** Sends engagement attributes to the platform. It never rejects: a failure is an `engagement-error`. */
  async report(attributes: readonly unknown[]): Promise<void> {
    await this.running.current?.report(attributes).catch((error: unknown) => this.running.tell(error));
  }

  /** Hands over a message of the platform that reached the page in another way, or a list of them. */
  async notify(message: unknown): Promise<void> {
    // A session begins with the first update.
    await this.updateComplete;
    this.running.current?.notify(message);
  }

  /** Logs the visitor out: what is remembered is forgotten in all tabs. */
  async reset(): Promise<void> {
    await this.running.current?.reset();
  }

  /**
   * The visitor agrees: a session starts as if it were just configured. It holds for this page; what the visitor said is
   * remembered by whoever asked, and not here.
   */
  grantConsent(): void {
    this.consent = 'granted';
    if (!this.isConnected) return;
    void this.#start(true);
  }

  /**
   * The visitor does not agree any more: what is remembered is erased, and every tab goes to `idle`, until
   * `grantConsent()` is called there or a page is loaded anew. Resolves when that is done, and never rejects.
   */
  async revokeConsent(): Promise<void> {
    this.consent = 'denied';
    await this.#start(true);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A move closes popovers, and may lead to a place in another language.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move disconnects and connects at once; only a lasting removal ends the session.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.running.end();
      this.follow();
    });
  }

  /** Runs a session when there is none, or one of other settings. */
  protected renewSession(changed: PropertyValues): void {
    const {running, session, hasUpdated} = this;
    if (!this.isConnected) return;
    // A session that ran before there was an element goes on, and so does one that the page itself has given.
    const isKept = running.current && (running.current === session || !hasUpdated || !this.affectsSession(changed));
    if (!isKept || !allowsSession(this.consent)) void this.#start();
    else if (!hasUpdated) this.follow();
  }

  /** `isAnswer` says that the visitor agrees or denies at this moment. */
  #start(isAnswer?: boolean): Promise<void> {
    const started = this.running.start(this.session ?? this.sessionSettings, this.consent, isAnswer);
    this.follow();
    return started;
  }

  /** Makes what runs the sessions of this element. */
  protected abstract createTagSession(): TagSession;

  /** @internal */
  abstract follow(): void;

  /** @internal */
  abstract reflect(): void;
}
