import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {EngagementState} from '../engagement/state.js';
import {sleep} from '../http/sleep.js';
import {directionOf, type Catalog} from '../messages/catalog.js';
import {pageLanguage} from '../messages/page-language.js';
import {announce} from './page/announcement.js';
import {followOffer} from './appearance.js';
import {renderCard, type CardAct, type CardView} from './card/card.js';
import {Conversation} from './conversation/conversation.js';
import {heedEscape} from './page/escape.js';
import {FocusReturn, holdsFocus} from './page/focus.js';
import {renderLauncher} from './card/launcher.js';
import {Layers} from './page/layers.js';
import {watchPageLanguage} from './page/page-language-watch.js';
import {SessionElement} from './session-element.js';
import {Translation} from './translation.js';
import {version} from '../tag/version.js';
import {styles} from './web-engagement.styles.js';
import {Yielding} from './page/yielding.js';

type PresentedState = Extract<EngagementState, {name: 'expose' | 'conversation'}>;

/** What is on the page: nothing, the launcher alone, or the launcher and one of the others. */
type Surface = 'nothing' | 'launcher' | 'card' | 'panel';

/** Who opens a surface: the offer by coming, the page by `show()`, or the visitor. */
type Opener = 'offer' | 'page' | 'visitor';

/** How long an invitation rests that the visitor wants later, in s. */
const rest = 3600;

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
  readonly #layers = new Layers(this, () => this.requestUpdate());
  readonly #yielding = new Yielding(this);
  readonly #focusReturn = new FocusReturn(this);
  readonly #conversation = new Conversation(this, () => this.#followPanel());
  #presented: PresentedState | undefined;
  #surface: Surface = 'nothing';
  #opener: Opener = 'offer';
  #hasMore = false;
  #loading: Promise<void> | undefined;
  /** The pause before an invitation that comes with a delay. */
  #delay: AbortController | undefined;
  /** Names what is on the page, so that each offer appears, and is announced, once. */
  #appearance: string | undefined;
  #appearing: AbortController | undefined;
  /** From one connection with the page to the end of it. */
  #stay: AbortController | undefined;
  /** Opens the card, if there is an offer, or the panel of the conversation. */
  show(): void {
    this.#open('page');
  }

  /** Folds the card or the panel into the launcher. */
  hide(): void {
    if (this.#surface === 'card' || this.#surface === 'panel') this.#setSurface('launcher');
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
    if (isOurs) this.#conversation.open(offer).catch((error: unknown) => this.running.tell(error));
  }

  /** Declines the invitation; a conversation's card is folded into the launcher. */
  dismiss(): void {
    if (this.#presented?.name !== 'expose') return this.hide();
    if (this.running.dispatch('dismiss', this.#presented.offer)) this.running.current?.dismiss();
  }

  /** Moves the focus to the open card's main button, or to the launcher. */
  override focus(options?: FocusOptions): void {
    this.#find(this.#isOpen ? '.primary' : '.launcher')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stay = new AbortController();
    watchPageLanguage(document, () => this.requestUpdate(), this.#stay.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stay?.abort();
  }

  // Unlike `willUpdate`, this does not run on a server.
  protected override update(changed: PropertyValues<this>): void {
    this.renewSession(changed);
    if (this.#presented) this.#prepare(this.#presented);
    this.#layers.prepare(this.#surface !== 'nothing' && this.placement !== 'inline');
    const hadFocus = holdsFocus(this);
    super.update(changed);
    this.#settleLayers();
    this.#followAppearance();
    this.#settleFocus(hadFocus);
  }

  protected override render(): TemplateResult {
    const catalog = this.#catalog;
    return html`
      <div
        part="status"
        class="hidden"
        role="status"
        lang=${catalog?.language ?? nothing}
        dir=${catalog ? directionOf(catalog.language) : nothing}
      ></div>
      ${catalog && this.#surface !== 'nothing' ? this.#renderSurfaces(catalog) : nothing}
    `;
  }

  #renderSurfaces(catalog: Catalog): unknown {
    const {headingLevel, placement, format, unread} = this;
    const act = (name: CardAct): void => this.#act(name);
    const common = {catalog, headingLevel, placement, format, act};
    const launcher = renderLauncher({
      ...common,
      unread,
      isOpen: this.#isUnfolded,
      isCalling: this.#presented?.name === 'conversation' || format === 'bubble',
      controls: this.#conversation.hasPanel ? 'panel' : 'card',
    });
    const card = this.#presented ? this.#renderCard(this.#presented, common) : nothing;
    return [launcher, card, this.#conversation.render(catalog, this.#surface === 'panel')];
  }

  #renderCard(
    {name}: PresentedState,
    common: Omit<CardView, 'name' | 'isOpen' | 'hasMore' | 'onKeydown'>,
  ): TemplateResult {
    const onKeydown = (event: KeyboardEvent): void => heedEscape(event, () => this.#leave());
    return renderCard(this.extend({...common, name, isOpen: this.#isOpen, hasMore: this.#hasMore, onKeydown}));
  }

  #act(name: CardAct): void {
    switch (name) {
      case 'open':
        return this.#open('visitor');
      case 'more':
        return this.#showMore(!this.#hasMore);
      case 'snooze':
        return this.#refuse('snoozed', () => this.snooze(rest));
      case 'optOut':
        return this.#refuse('optedOut', () => this.optOut());
      case 'accept':
      case 'dismiss':
      case 'hide':
        this[name]();
    }
  }

  #showMore(hasMore: boolean): void {
    this.#hasMore = hasMore;
    this.requestUpdate();
    void this.updateComplete.then(() => this.#find(`[part=${hasMore ? 'snooze' : 'more'}]`)?.focus());
  }

  #refuse(said: 'snoozed' | 'optedOut', refuse: () => void): void {
    const {offer} = this.#presented ?? {};
    const words = this.#catalog?.messages[said] ?? '';
    if (!offer || !this.running.dispatch('dismiss', offer)) return;
    refuse();
    const status = this.#find('[part=status]');
    if (status) announce(status, () => words);
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

  /** Whether the card can be seen. */
  get #isOpen(): boolean {
    return this.#surface === 'card' && this.#isUnfolded;
  }

  /** Whether the card or the panel can be seen. */
  get #isUnfolded(): boolean {
    const isWanted = this.#surface === 'card' || this.#surface === 'panel';
    return isWanted && !!this.#translation.catalog && !this.#layers.isHeldBack;
  }

  /** @internal */
  override reflect(): void {
    const {states} = this.#internals;
    states.clear();
    states.add(this.state);
    if (this.#isUnfolded) states.add('open');
    if (this.#yielding.isYielded) states.add('yielded');
  }

  /** @internal */
  override follow(): void {
    const {state} = this.running;
    const presented = state.name === 'expose' || state.name === 'conversation' ? state : undefined;
    const isSame = nameOf(presented) === nameOf(this.#presented);
    this.#presented = presented;
    // Whoever logs out leaves no conversation behind.
    if (state.name === 'idle') this.#conversation.close();
    if (!isSame && !this.#conversation.hasPanel) this.#arrive();
    this.reflect();
  }

  #arrive(): void {
    this.#delay?.abort();
    this.#setSurface('nothing');
    const pause = this.#presented?.name === 'expose' ? this.delay * 1000 : 0;
    if (!(pause > 0)) return this.#open('offer');
    this.#delay = new AbortController();
    sleep(pause, this.#delay.signal).then(
      () => this.#open('offer'),
      () => undefined,
    );
  }

  #open(opener: Opener): void {
    const presented = this.#presented;
    if (this.#conversation.hasPanel) return this.#setSurface('panel');
    if (!presented || this.#surface === 'card') return;
    this.#delay?.abort();
    if (!this.running.dispatch('show', presented.offer) || nameOf(presented) !== nameOf(this.#presented)) return;
    this.#opener = opener;
    this.#hasMore = false;
    // A window opens only at once after a click, so what opens it has to be here by then.
    this.#conversation.prepare(presented.offer).catch(() => undefined);
    this.#setSurface(opener === 'offer' && this.format === 'bubble' ? 'launcher' : 'card');
  }

  #followPanel(): void {
    if (this.#conversation.hasPanel) {
      this.#opener = 'visitor';
      this.#setSurface('panel');
    } else {
      this.#setSurface(this.#presented ? 'launcher' : 'nothing');
    }
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
      this.#loading ??= import('./card/extras.js')
        .then((extras) => extras.addExtras(this))
        .catch((error: unknown) => this.running.tell(error));
    // The first card comes with its extras, so that nothing moves later.
    void this.#translation.choose([this.locale, language, pageLanguage(this), ...navigator.languages], this.#loading);
  }

  #settleLayers(): void {
    const [launcher, card, panel] = [this.#find('.launcher'), this.#find('.card'), this.#find('.panel')];
    this.#layers.settle([
      [launcher, this.isConnected],
      [card, this.isConnected && this.#isOpen],
      [panel, this.isConnected && this.#surface === 'panel'],
    ]);
    this.reflect();
    this.#yielding.settle(this.isConnected && this.placement !== 'inline' ? launcher : null);
  }

  #followAppearance(): void {
    const {catalog} = this.#translation;
    const isBubble = this.#surface === 'launcher' && this.format === 'bubble' && !this.#layers.isHeldBack;
    const presented = this.#isOpen || (isBubble && catalog) ? this.#presented : undefined;
    const appearance = presented && `${this.#surface} ${String(nameOf(presented))}`;
    if (appearance === this.#appearance) return;
    this.#appearance = appearance;
    this.#appearing?.abort();
    this.#appearing = presented && new AbortController();
    if (presented && this.#appearing) this.#appear(presented, this.#appearing.signal);
  }

  #appear({name, offer}: PresentedState, signal: AbortSignal): void {
    const [surface, status] = [this.#find(this.#isOpen ? '.card' : '.launcher'), this.#find('[part=status]')];
    if (!surface || !status) return;
    const isUnasked = this.#isOpen && this.#opener !== 'visitor';
    const isBusy = (): boolean => document.hidden || this.#hasMore || holdsFocus(this) || surface.matches(':hover');
    const collapses = isUnasked && name === 'expose' && this.autoCollapse > 0;
    const appearance = {
      surface,
      offer,
      running: this.running,
      region: isUnasked ? status : undefined,
      words: () => this.#announcement,
      collapse: collapses ? {seconds: this.autoCollapse, isBusy} : undefined,
      fold: () => this.hide(),
    };
    followOffer(appearance, signal);
    if (this.#isOpen && !isUnasked) this.focus();
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
    const isElsewhere = hadFocus && !this.#isUnfolded && !(launcher && holdsFocus(launcher));
    if (isElsewhere) this.#focusReturn.lead(launcher, this.#opener === 'visitor');
  }

  #leave(): void {
    if (this.#hasMore) this.#showMore(false);
    else this.dismiss();
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }
}

function nameOf(presented: PresentedState | undefined): string | undefined {
  return presented && `${presented.name} ${presented.offer.id}`;
}
