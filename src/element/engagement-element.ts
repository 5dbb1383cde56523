import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {ConfigurationError} from '../engagement/configuration-error.js';
import type {Offer} from '../engagement/offer.js';
import type {EngagementState} from '../engagement/state.js';
import {directionOf, type Catalog} from '../messages/catalog.js';
import {Announcer} from './announcer.js';
import type {CardView} from './card.js';
import {CardVisibility} from './card-visibility.js';
import {SessionElement} from './session-element.js';
import {renderConversationCard} from './conversation-card.js';
import {conversationUrl, openConversation} from './conversation-opener.js';
import {
  EngagementAcceptEvent,
  EngagementDismissEvent,
  EngagementHiddenEvent,
  EngagementResumeEvent,
  EngagementShowEvent,
  EngagementShownEvent,
} from './events.js';
import {renderExposeCard} from './expose-card.js';
import {FocusReturn} from './focus-return.js';
import {renderLauncher} from './launcher.js';
import {pageLanguage} from './page-language.js';
import {setInTopLayer} from './top-layer.js';
import {Translation} from './translation.js';
import {version} from './version.js';
import {styles} from './web-engagement.styles.js';

type PresentedState = Extract<EngagementState, {name: 'expose' | 'conversation'}>;

/** What is on the page: nothing, the launcher alone, or the launcher and the card. */
type Surface = 'nothing' | 'launcher' | 'card';

/** Shows what a session offers and tells it what the visitor does. A subclass says where sessions come from. */
export abstract class EngagementElement extends SessionElement {
  static readonly version = version;
  static override styles = styles;

  readonly #translation = new Translation(() => this.requestUpdate());
  readonly #announcer = new Announcer();
  readonly #visibility = new CardVisibility((isVisible) => this.#changeVisibility(isVisible));
  readonly #focusReturn = new FocusReturn(this);
  #presented: PresentedState | undefined;
  #surface: Surface = 'nothing';
  /** Names what the open card is about, so that each offer appears, and is announced, once. */
  #appearance: string | undefined;
  #visibleOffer: Offer | undefined;
  #isOpenedByVisitor = false;
  #isPrimaryDue = false;

  /** Opens the card, if there is an offer. */
  show(): void {
    this.#open(false);
  }

  /** Folds the card into the launcher. */
  hide(): void {
    if (this.#surface === 'card') this.#setSurface('launcher');
  }

  /** Accepts the invitation, or goes back into the conversation. */
  accept(): void {
    const presented = this.#presented;
    if (!presented) return;
    const {name, offer} = presented;
    const request = name === 'expose' ? new EngagementAcceptEvent(offer) : new EngagementResumeEvent(offer);
    const isOurs = this.dispatchEvent(request);
    if (name === 'expose') this.runningSession?.accept();
    else this.hide();
    if (isOurs) this.#openConversation(offer);
  }

  /** Declines the invitation; a conversation's card is folded into the launcher. */
  dismiss(): void {
    if (this.#presented?.name !== 'expose') return this.hide();
    const request = new EngagementDismissEvent(this.#presented.offer);
    if (this.dispatchEvent(request)) this.runningSession?.dismiss();
  }

  /** Focuses the card's main button, or the launcher while the card is closed. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => {
      this.#find(this.#surface === 'card' ? '.primary' : '.launcher')?.focus(options);
    });
  }

  // Unlike `willUpdate`, this does not run on a server.
  protected override update(changed: PropertyValues<this>): void {
    this.renewSession(changed);
    if (this.#presented) this.#chooseLanguage(this.#presented.offer);
    const focused = this.#focusedElement;
    super.update(changed);
    setInTopLayer(this.#find('.launcher'), this.#surface !== 'nothing' && this.isConnected);
    setInTopLayer(this.#find('.card'), this.#isOpen && this.isConnected);
    this.#followAppearance();
    this.#settleFocus(focused);
  }

  protected override render(): TemplateResult {
    const catalog = this.#catalog;
    return html`
      <div
        part="status"
        class="status"
        role="status"
        lang=${catalog?.language ?? nothing}
        dir=${catalog ? directionOf(catalog.language) : nothing}
      ></div>
      ${catalog && this.#renderSurface(catalog)}
    `;
  }

  #renderSurface(catalog: Catalog): unknown {
    if (!this.#presented || this.#surface === 'nothing') return nothing;
    const hasConversation = this.#presented.name === 'conversation';
    const view: CardView = {
      catalog,
      headingLevel: this.headingLevel,
      placement: this.placement,
      isOpen: this.#isOpen,
      onAccept: () => this.accept(),
      onDismiss: () => this.dismiss(),
      onFold: () => this.hide(),
      onToggle: () => (this.#isOpen ? this.hide() : this.#open(true)),
      onKeydown: (event) => this.#leaveByEscape(event),
    };
    return [
      renderLauncher(view, hasConversation),
      hasConversation ? renderConversationCard(view) : renderExposeCard(view),
    ];
  }

  /** The sentences of the visitor's language, with the page's own. */
  get #catalog(): Catalog | undefined {
    const {catalog} = this.#translation;
    if (!catalog || !this.messages) return catalog;
    // Who brings sentences and names their language may bring a language that we do not have.
    return {language: this.locale ?? catalog.language, messages: {...catalog.messages, ...this.messages}};
  }

  get #isOpen(): boolean {
    return this.#surface === 'card' && !!this.#translation.catalog;
  }

  protected override get furtherStates(): readonly string[] {
    return this.#isOpen ? ['open'] : [];
  }

  protected override follow(): void {
    const {engagement} = this;
    const presented = engagement.name === 'expose' || engagement.name === 'conversation' ? engagement : undefined;
    const isSame = nameOf(presented) === nameOf(this.#presented);
    this.#presented = presented;
    if (!isSame) {
      this.#setSurface('nothing');
      this.#open(false);
    }
    this.updateStates();
  }

  #open(isByVisitor: boolean): void {
    const presented = this.#presented;
    if (!presented || this.#surface === 'card') return;
    const request = new EngagementShowEvent(presented.offer);
    if (!this.dispatchEvent(request) || nameOf(presented) !== nameOf(this.#presented)) return;
    this.#isOpenedByVisitor = this.#isPrimaryDue = isByVisitor;
    this.#setSurface('card');
  }

  #setSurface(surface: Surface): void {
    this.#surface = surface;
    this.updateStates();
    this.requestUpdate();
  }

  #chooseLanguage({language}: Offer): void {
    this.#translation.choose([this.locale, language, pageLanguage(this), ...navigator.languages]);
    this.updateStates();
  }

  #followAppearance(): void {
    const appearance = this.#isOpen ? nameOf(this.#presented) : undefined;
    if (appearance === this.#appearance) return;
    this.#appearance = appearance;
    this.#visibility.stop();
    this.#announcer.clear();
    const card = this.#find('.card');
    if (!appearance || !card) return;
    this.#visibility.watch(card);
    const status = this.#find('.status');
    if (status && !this.#isOpenedByVisitor) this.#announcer.announce(status, () => this.#announcement);
  }

  get #announcement(): string {
    const title = this.renderRoot
      .querySelector<HTMLSlotElement>('slot[name=title]')
      ?.assignedNodes({flatten: true})
      .map(({textContent}) => textContent)
      .join('')
      .trim();
    const sentence = this.#presented?.name === 'expose' ? this.#catalog?.messages.exposeAnnouncement : '{title}';
    return sentence?.replace('{title}', () => title ?? '') ?? '';
  }

  #changeVisibility(isVisible: boolean): void {
    const offer = isVisible ? this.#presented?.offer : this.#visibleOffer;
    if (!offer) return;
    this.#visibleOffer = isVisible ? offer : undefined;
    if (isVisible) this.runningSession?.shown();
    const fact = isVisible ? new EngagementShownEvent(offer) : new EngagementHiddenEvent(offer);
    this.dispatchEvent(fact);
  }

  #settleFocus(focused: Element | null): void {
    if (this.#isPrimaryDue && this.#isOpen) {
      this.#isPrimaryDue = false;
      this.#find('.primary')?.focus();
    } else if (focused && focused.getClientRects().length === 0) {
      const launcher = this.#find('.launcher');
      this.#focusReturn.focusFirst([this.#isOpenedByVisitor ? launcher : null, 'origin', launcher]);
    }
    if (!this.#presented) this.#focusReturn.forget();
  }

  #leaveByEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.dismiss();
  }

  #openConversation(offer: Offer): void {
    const {openIn, conversationUrl: template, allowedHosts} = this;
    if (openIn === 'event') return;
    const url = conversationUrl({template: template ?? '', allowedHosts}, offer);
    if (url) openConversation(url, openIn);
    else this.tell(new ConfigurationError('Expected conversation-url to be an https address on an allowed host.'));
  }

  /** The focused element in this element's own tree or among its slotted children. */
  get #focusedElement(): Element | null {
    const root = this.getRootNode();
    const outer = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    return this.shadowRoot?.activeElement ?? (outer !== this && this.contains(outer) ? outer : null);
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }
}

function nameOf(presented: PresentedState | undefined): string | undefined {
  return presented && `${presented.name} ${presented.offer.id}`;
}
