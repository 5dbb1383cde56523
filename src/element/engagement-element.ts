import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {Offer} from '../engagement/offer.js';
import type {EngagementState} from '../engagement/state.js';
import {directionOf, type Catalog} from '../messages/catalog.js';
import {pageLanguage} from '../messages/page-language.js';
import {announce} from './announcement.js';
import {renderCard, type CardAct, type CardView} from './card.js';
import {SessionElement} from './session-element.js';
import type * as opener from './conversation-opener.js';
import {holdsFocus} from './focus.js';
import {renderLauncher} from './launcher.js';
import {setInTopLayer} from './top-layer.js';
import {Translation} from './translation.js';
import {version} from './version.js';
import {watchVisibility} from './visibility.js';
import {styles} from './web-engagement.styles.js';

type PresentedState = Extract<EngagementState, {name: 'expose' | 'conversation'}>;

/** What is on the page: nothing, the launcher alone, or the launcher and the card. */
type Surface = 'nothing' | 'launcher' | 'card';

/** Shows what a session offers and tells it what the visitor does. A subclass says where sessions come from. */
export abstract class EngagementElement extends SessionElement {
  static readonly version = version;
  static override styles = styles;

  /**
   * Adds to a card what only some have.
   *
   * @internal
   */
  extend = (view: CardView): CardView => view;

  readonly #internals = this.attachInternals();
  readonly #translation = new Translation(() => this.#setSurface(this.#surface));
  #presented: PresentedState | undefined;
  #surface: Surface = 'nothing';
  #loading: Promise<void> | undefined;
  /** Names what the open card is about, so that each offer appears, and is announced, once. */
  #appearance: string | undefined;
  #endAppearance: (() => void) | undefined;
  #isOpenedByVisitor = false;
  /** Where the focus was before it came here. */
  #focusOrigin: HTMLElement | undefined;

  constructor() {
    super();
    this.addEventListener('focusin', ({relatedTarget}) => {
      const origin = relatedTarget as HTMLElement | null;
      if (origin && !this.contains(origin)) this.#focusOrigin = origin;
    });
  }

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
    // The link of this offer is over; its source may have another.
    if ('url' in offer && !offer.url) return this.refresh();
    const isInvitation = name === 'expose';
    const isOurs = this.running.dispatch(isInvitation ? 'accept' : 'resume', offer);
    if (isInvitation) this.running.current?.accept();
    else this.hide();
    if (!isOurs) return;
    this.#loadOpener(offer)
      .then((loaded) => loaded?.openConversation(this, offer))
      .catch((error: unknown) => this.running.tell(error));
  }

  /** Declines the invitation; a conversation's card is folded into the launcher. */
  dismiss(): void {
    if (this.#presented?.name !== 'expose') return this.hide();
    if (this.running.dispatch('dismiss', this.#presented.offer)) this.running.current?.dismiss();
  }

  // Unlike `willUpdate`, this does not run on a server.
  protected override update(changed: PropertyValues<this>): void {
    this.renewSession(changed);
    if (this.#presented) this.#prepare(this.#presented);
    const hadFocus = holdsFocus(this);
    super.update(changed);
    setInTopLayer(this.#find('.launcher'), this.isConnected);
    setInTopLayer(this.#find('.card'), this.isConnected && this.#isOpen);
    this.#followAppearance();
    this.#settleFocus(hadFocus);
  }

  protected override render(): TemplateResult {
    const catalog = this.#catalog;
    return html`
      <div
        part="status"
        role="status"
        lang=${catalog?.language ?? nothing}
        dir=${catalog ? directionOf(catalog.language) : nothing}
      ></div>
      ${catalog && this.#renderSurface(catalog)}
    `;
  }

  #renderSurface(catalog: Catalog): unknown {
    if (!this.#presented || this.#surface === 'nothing') return nothing;
    const {name} = this.#presented;
    const {headingLevel, placement} = this;
    const act = (name: CardAct): void => this.#act(name);
    const onKeydown = (event: KeyboardEvent): void => this.#leaveByEscape(event);
    const view: CardView = {name, catalog, headingLevel, placement, isOpen: this.#isOpen, act, onKeydown};
    return [renderLauncher(view), renderCard(this.extend(view))];
  }

  #act(name: CardAct): void {
    if (name === 'open') this.#open(true);
    else this[name]();
  }

  /** The sentences of the visitor's language, with the page's own and those of the offer. */
  get #catalog(): Catalog | undefined {
    const {catalog} = this.#translation;
    if (!catalog) return catalog;
    return {
      // Who brings sentences and names their language may bring a language that we do not have.
      language: (this.messages && this.locale) ?? catalog.language,
      messages: {...catalog.messages, ...this.messages, ...this.#presented?.offer.messages},
    };
  }

  get #isOpen(): boolean {
    return this.#surface === 'card' && !!this.#translation.catalog;
  }

  /** @internal */
  override reflect(): void {
    const {states} = this.#internals;
    states.clear();
    states.add(this.state);
    if (this.#isOpen) states.add('open');
  }

  /** @internal */
  override follow(): void {
    const {state} = this.running;
    const presented = state.name === 'expose' || state.name === 'conversation' ? state : undefined;
    const isSame = nameOf(presented) === nameOf(this.#presented);
    this.#presented = presented;
    if (!isSame) {
      this.#setSurface('nothing');
      this.#open(false);
    }
    this.reflect();
  }

  #open(isByVisitor: boolean): void {
    const presented = this.#presented;
    if (!presented || this.#surface === 'card') return;
    if (!this.running.dispatch('show', presented.offer) || nameOf(presented) !== nameOf(this.#presented)) return;
    this.#isOpenedByVisitor = isByVisitor;
    // A window opens only at once after a click, so what opens it has to be here by then.
    this.#loadOpener(presented.offer).catch(() => undefined);
    this.#setSurface('card');
  }

  #setSurface(surface: Surface): void {
    this.#surface = surface;
    this.reflect();
    this.requestUpdate();
  }

  #prepare({name, offer}: PresentedState): void {
    const {language, url, waitSeconds, peopleAhead} = offer;
    const isExtra = url || waitSeconds || peopleAhead || (name === 'expose' ? this.waitTime : this.endConversation);
    if (isExtra)
      this.#loading ??= import('./extras.js')
        .then((extras) => extras.addExtras(this))
        .catch((error: unknown) => this.running.tell(error));
    // The first card comes with its extras, so that nothing moves later.
    void this.#translation.choose([this.locale, language, pageLanguage(this), ...navigator.languages], this.#loading);
  }

  #followAppearance(): void {
    const presented = this.#isOpen ? this.#presented : undefined;
    const appearance = nameOf(presented);
    if (appearance === this.#appearance) return;
    this.#appearance = appearance;
    this.#endAppearance?.();
    this.#endAppearance = presented && this.#appear(presented.offer);
  }

  #appear(offer: Offer): (() => void) | undefined {
    const [card, status] = [this.#find('.card'), this.#find('[part=status]')];
    if (!card || !status) return undefined;
    const endVisibility = watchVisibility(card, (isVisible) => {
      if (isVisible) this.running.current?.shown();
      this.running.dispatch(isVisible ? 'shown' : 'hidden', offer);
    });
    if (this.#isOpenedByVisitor) {
      this.#find('.primary')?.focus();
      return endVisibility;
    }
    const endAnnouncement = announce(status, () => this.#announcement);
    return () => {
      endVisibility();
      endAnnouncement();
    };
  }

  get #announcement(): string {
    const title = this.renderRoot
      .querySelector<HTMLSlotElement>('slot[name=title]')
      ?.assignedNodes({flatten: true})
      .map(({textContent}) => textContent)
      .join('')
      .trim();
    return `${this.#catalog?.messages.launcher ?? ''}: ${title ?? ''}`;
  }

  #settleFocus(hadFocus: boolean): void {
    const launcher = this.#find('.launcher');
    if (!hadFocus || this.#isOpen || (launcher && holdsFocus(launcher))) return;
    // What had the focus is gone, and not everything takes it back.
    const candidates = [this.#focusOrigin, launcher];
    if (this.#isOpenedByVisitor) candidates.reverse();
    for (const candidate of candidates) {
      candidate?.focus();
      if (candidate && holdsFocus(candidate)) return;
    }
  }

  #leaveByEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.dismiss();
  }

  async #loadOpener({url}: Offer): Promise<typeof opener | undefined> {
    return this.openIn === 'event' && !url ? undefined : import('./conversation-opener.js');
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }
}

function nameOf(presented: PresentedState | undefined): string | undefined {
  return presented && `${presented.name} ${presented.offer.id}`;
}
