import {own} from '../check/own.js';
import {LitElement, noChange, nothing, render, type PropertyValues} from 'lit';
import type {Offer} from '../engagement/offer.js';
import type {VisitStorage} from '../engagement/index.js';
import {canBeFolded, offerOf, type EngagementStateName} from '../engagement/state.js';
import {NetworkError} from '../http/errors.js';
import type {Sleep} from '../http/sleep.js';
import type {Commands} from '../tag/commands.js';
import {connectSession, type ConnectSession} from '../tag/connect-session.js';
import type {Diagnosis} from '../tag/diagnosis/diagnosis.js';
import type {SessionController} from '../tag/session-controller.js';
import type {Settings} from '../tag/settings/settings.js';
import {version} from '../tag/version.js';
import {find} from './element-host.js';
import {findTemplateProblem} from './template-problem.js';
import {Explanation} from './explanation.js';
import {firstCardOf, hasFirstCard} from './first-card/first-card.js';
import {adoptFirst} from './first-styles.js';
import {CustomStates} from './page/custom-states.js';
import {keepsListeners} from './page/listeners.js';
import {initialSettings, reactiveProperties} from './reactive-properties.js';
import type {OfferView} from './offer-view.js';

/** @internal The element's edges to the world. */
export interface ElementEdges {
  readonly connect?: ConnectSession;
  readonly sleep?: Sleep;
}

export interface WebEngagementElement extends Settings {}

/**
 * Offers a visitor a conversation when the brand's contact-centre platform says so, and leads back into an open one.
 *
 * @tag web-engagement
 * @summary An invitation to chat that appears only when the platform offers one.
 *
 * @slot title - Title of the card. Falls back to a short sentence in the visitor's language.
 * @slot body - What the card says. Falls back to a short sentence in the visitor's language.
 * @slot icon - Picture beside the title. Falls back to a chat glyph.
 * @slot privacy - A word on privacy, below the buttons.
 * @slot actions - Further buttons or links, after the card's own.
 */
export class WebEngagementElement extends LitElement implements Commands {
  static readonly version = version;
  static override properties = reactiveProperties;

  readonly #states = new CustomStates(this);
  readonly #session: SessionController;
  readonly #explanation: Explanation;
  readonly #sleep: Sleep | undefined;
  #view: OfferView | undefined;
  /** Resolves when the view is there, if it is wanted. */
  #arrival: Promise<void> | undefined;

  /** @internal */
  constructor(edges: ElementEdges = {}) {
    super();
    const {connect = connectSession, sleep} = own(edges);
    Object.assign(this, initialSettings);
    this.#session = connect({
      tag: this,
      isThere: () => this.isConnected,
      setting: (name) => this[name],
      reflect: () => this.#reflect(),
      follow: (change) => {
        if (change?.fact.type === 'hint') preloadView();
        else this.#follow();
        this.#explanation.follow(change?.fact);
      },
    });
    this.addController(this.#session);
    this.#explanation = new Explanation(this, this.#session, () => this.#view);
    this.#sleep = sleep;
  }

  /** Name of the state. */
  get state(): EngagementStateName {
    return this.#session.state.name;
  }

  /** The invitation or the conversation that the state is about. */
  get offer(): Offer | undefined {
    return offerOf(this.#session.state);
  }

  /** Where the visit is remembered. */
  get storage(): VisitStorage {
    return this.#session.session?.storage ?? 'memory';
  }

  refresh(): void {
    this.#session.session?.refresh();
  }

  show(): void {
    if (this.#view || this.offer) this.#use((view) => view.open('page'));
  }

  hide(): void {
    this.#view?.fold();
  }

  accept(): void {
    if (canBeFolded(this.#session.state)) this.#use((view) => view.accept());
  }

  dismiss(): void {
    const {state} = this.#session;
    if (state.name !== 'expose') return this.hide();
    if (this.#session.dispatch('dismiss', state.offer)) this.#session.session?.dismiss();
  }

  snooze(seconds: number): void {
    this.#session.session?.snooze(seconds);
  }

  optOut(): void {
    this.#session.session?.optOut();
  }

  optIn(): void {
    this.#session.session?.optIn();
  }

  identify(identities: Settings['identities']): void {
    this.identities = identities;
  }

  async report(attributes: Parameters<Commands['report']>[0]): Promise<void> {
    await this.#session.report(attributes);
  }

  async notify(message: unknown): Promise<void> {
    // A session begins with the first update.
    if (!this.hasUpdated) await this.updateComplete;
    this.#session.session?.notify(message);
  }

  async reset(): Promise<void> {
    await this.#session.reset();
  }

  grantConsent(): void {
    this.consent = 'granted';
    if (this.isConnected) void this.#session.heedConsent();
  }

  async revokeConsent(): Promise<void> {
    this.consent = 'denied';
    await this.#session.heedConsent();
  }

  async diagnose(): Promise<Diagnosis> {
    // Elsewhere there is no update to wait for.
    if (this.isConnected) await this.updateComplete;
    return this.#explanation.diagnose();
  }

  /** Moves the focus to the main button of the open card, or to the launcher. */
  override focus(options?: FocusOptions): void {
    find(this, this.#view?.isOpen ? '.primary' : '.launcher')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#revive();
    // A move closes popovers, and may lead to a place in another language.
    this.requestUpdate();
  }

  // Unlike `willUpdate`, this does not run on a server.
  protected override update(changed: PropertyValues<this>): void {
    if (!this.hasUpdated && this.expectOffer && this.#session.session) preloadView();
    this.#view?.prepare();
    super.update(changed);
  }

  protected override updated(): void {
    this.#reflect();
  }

  protected override render(): unknown {
    return this.#view?.render() ?? (hasFirstCard(this) ? noChange : nothing);
  }

  /** Goes on in the tree of a card that came before the element, and leaves its looks as they are. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (hasFirstCard(this) && this.shadowRoot) return this.shadowRoot;
    // Another copy's card goes. Lit begins before a node that is none of its own.
    if (firstCardOf(this)) this.shadowRoot?.replaceChildren(new Comment());
    return super.createRenderRoot();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#arrival;
    return super.getUpdateComplete();
  }

  /** Renders from scratch when the document was opened anew, which takes the listeners of everything that was in it. */
  #revive(): void {
    if (!keepsListeners(this) && this.hasUpdated) render(nothing, this.renderRoot, this.renderOptions);
  }

  #reflect(): void {
    const {isUnfolded, isYielded} = this.#view ?? {};
    this.#states.write(this.state, ...(isUnfolded ? ['open'] : []), ...(isYielded ? ['yielded'] : []));
  }

  /** Brings what is on the page in line with the state. */
  #follow(): void {
    const {state} = this.#session;
    if (this.#view || canBeFolded(state) || hasFirstCard(this)) this.#use((view) => view.follow(this.#session.state));
  }

  /** Does something with the view: at once if it is there, and otherwise when it has been loaded. */
  #use(act: (view: OfferView) => void): void {
    if (this.#view) return act(this.#view);
    this.#arrival ??= this.#loadView().catch((cause: unknown) => {
      this.#arrival = undefined;
      this.#session.tell(new NetworkError('GET the file of the card', {cause}));
    });
    void this.#arrival.then(() => this.#view && act(this.#view));
  }

  async #loadView(): Promise<void> {
    const {styles, OfferView} = await import('./offer-view.js');
    const problem = findTemplateProblem();
    if (problem) this.#session.advise(problem);
    else {
      if (!hasFirstCard(this)) adoptFirst(this, styles);
      this.#view = new OfferView(this, this.#session, {onYield: () => this.#reflect(), sleep: this.#sleep});
      this.#view.goOn();
    }
  }
}

/** An offer is likely. A failure shows when the view is needed. */
function preloadView(): void {
  import('./offer-view.js').catch(() => undefined);
}
