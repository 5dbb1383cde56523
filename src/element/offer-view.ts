import {nothing, type TemplateResult} from 'lit';
import type {Offer} from '../engagement/offer.js';
import {offerOf, type EngagementState} from '../engagement/state.js';
import type {Sleep} from '../http/sleep.js';
import type {Catalog} from '../messages/catalog.js';
import type {Hindrance} from '../tag/diagnosis/reasons.js';
import type {SessionController} from '../tag/session-controller.js';
import {readAppeared} from './appeared.js';
import {VisibleOffer} from './visible-offer.js';
import {VisitorActions} from './card/visitor-actions.js';
import {CardDetails} from './card/card-details.js';
import {renderCard} from './card/card.js';
import {renderLauncher} from './card/launcher.js';
import {renderSurfaces} from './card/surfaces.js';
import {Acceptance} from './conversation/acceptance.js';
import {SwipeDown} from './card/swipe-down.js';
import {Conversation} from './conversation/conversation.js';
import {find, type ElementHost} from './element-host.js';
import {takeFirstCard, type FirstCard} from './first-card/first-card.js';
import {titleOf} from './page/announcement.js';
import {Avoiding} from './page/obstacles/avoiding.js';
import {heedEscape} from './page/escape.js';
import {FocusReturn} from './page/focus.js';
import {Layers} from './page/layers.js';
import {Yielding} from './page/yielding.js';
import {released, tell} from './place-claim.js';
import {SoleInvitation} from './sole-invitation.js';
import {SurfaceState, type Opener} from './surface-state.js';
import {VisitorLanguage} from './visitor-language.js';

export {styles} from './web-engagement.styles.js';

export interface OfferViewOptions {
  /** Called when `isYielded` has changed. */
  readonly onYield: () => void;
  readonly sleep?: Sleep | undefined;
}

/** The launcher, the card and the panel: what an offer looks like on the page, and what becomes of it there. */
export class OfferView {
  readonly #host: ElementHost;
  readonly #session: SessionController;
  readonly #language: VisitorLanguage;
  readonly #surfaceState: SurfaceState;
  readonly #details: CardDetails;
  readonly #conversation: Conversation;
  readonly #acceptance: Acceptance;
  readonly #acts: VisitorActions;
  readonly #swipe = new SwipeDown(() => this.#acts.act('hide'));
  readonly #layers: Layers;
  readonly #sole: SoleInvitation;
  readonly #yielding: Yielding;
  /** What was on the page before there was an element, until it is shown again. */
  #first: FirstCard | undefined;

  constructor(host: ElementHost, session: SessionController, {onYield, sleep}: OfferViewOptions) {
    this.#host = host;
    this.#session = session;
    this.#first = takeFirstCard(host);
    this.#language = new VisitorLanguage(host, this.#first?.catalog);
    this.#details = new CardDetails(host, {
      session,
      onTopic: (topic) => void this.#acceptance.accept(topic),
      onEnded: () => this.#conversation.close(),
      sleep,
    });
    this.#surfaceState = new SurfaceState(host, {
      hasPanel: () => this.#conversation.hasPanel,
      isReady: () => this.#language.isReady,
      prepare: () => this.prepare(),
      show: (offer) => this.#show(offer),
      session: () => session.session,
      sleep,
    });
    this.#conversation = new Conversation(host, session, {
      onPanel: () => this.#surfaceState.followPanel(),
      onFold: () => this.#surfaceState.fold('visitor'),
    });
    this.#acceptance = new Acceptance(host, session, this.#conversation);
    const [surfaceState, catalog] = [this.#surfaceState, () => this.#catalog];
    this.#acts = new VisitorActions(host, {session, surfaceState, catalog, sleep});
    this.#layers = new Layers(host, {
      isWanted: () => this.#surfaceState.surface !== 'nothing' && host.placement !== 'inline',
      layers: () => [
        [find(host, '.launcher'), host.isConnected],
        [find(host, '.card'), host.isConnected && this.isOpen],
        [find(host, '.panel'), host.isConnected && this.#surfaceState.surface === 'panel'],
      ],
    });
    this.#sole = new SoleInvitation(host, this.#surfaceState, (line) => session.advise(line));
    new Avoiding(host, {isOpen: () => this.isUnfolded, sleep});
    this.#yielding = new Yielding(host, onYield);
    this.#followAppearance(sleep);
  }

  /** Whether the card can be seen. */
  get isOpen(): boolean {
    return this.#surfaceState.hasCard && this.isUnfolded;
  }

  /** Whether the card or the panel can be seen. */
  get isUnfolded(): boolean {
    return this.#surfaceState.isOpen && this.#language.isReady && !this.#layers.isHeldBack;
  }

  /** Whether the launcher has stepped aside for what has the focus below it. */
  get isYielded(): boolean {
    return this.#yielding.isYielded;
  }

  /** What keeps the offer from being seen as a card. */
  get hindrance(): Hindrance | undefined {
    const {surface, isDelayed} = this.#surfaceState;
    if (surface === 'nothing') return isDelayed ? 'delay' : 'show-cancelled';
    if (!this.#language.isReady) return 'loading';
    if (this.#layers.isHeldBack) return 'page-modal';
    if (this.isYielded) return 'yielded';
    return this.isUnfolded ? undefined : 'folded';
  }

  /** Follows the session to its state. */
  follow(state: EngagementState): void {
    // A visitor who logs out leaves no conversation behind.
    if (state.name === 'idle') this.#conversation.close();
    this.#surfaceState.follow(state);
  }

  /** Goes on from the card that came before the element, and carries out what the visitor has done with it. */
  goOn(): void {
    const first = this.#first;
    if (!first) return;
    this.follow(this.#session.state);
    // What is not on offer any more goes, too, and leaves its place to others.
    this.#host.requestUpdate();
    const offer = offerOf(this.#session.state);
    if (!offer) tell(released);
    else if (first.act && this.isOpen && offer.id === first.offer.id) this.#acts.act(first.act);
  }

  open(opener: Opener): void {
    this.#surfaceState.open(opener);
  }

  fold(): void {
    this.#surfaceState.fold('page');
  }

  /** Gets ready what shows the offer: sentences, and the details that it asks for. */
  prepare(): void {
    const {presented} = this.#surfaceState;
    if (presented) this.#language.choose(presented.offer, this.#details.prepare(presented));
    if (this.#conversation.hasPanel) this.#details.preparePanel();
  }

  /** Leads the visitor into the conversation of the offer. */
  accept(): void {
    void this.#acceptance.accept();
  }

  render(): TemplateResult {
    const catalog = this.#catalog;
    const isBare = !catalog || this.#surfaceState.surface === 'nothing';
    return renderSurfaces(isBare ? [] : this.#renderSurfaces(catalog), catalog);
  }

  #renderSurfaces(catalog: Catalog): readonly unknown[] {
    const {presented, surface} = this.#surfaceState;
    const {placement, format, unread} = this.#host;
    const launcher = renderLauncher({
      catalog,
      placement,
      format,
      unread,
      isOpen: this.isUnfolded,
      calling: presented?.name,
      controls: this.#conversation.hasPanel ? 'panel' : 'card',
      act: (name) => this.#acts.act(name),
    });
    const ending = this.#details.describePanel(offerOf(this.#session.state), catalog);
    return [launcher, this.#renderCard(catalog), this.#conversation.render(catalog, surface === 'panel', ending)];
  }

  #renderCard(catalog: Catalog): unknown {
    const {presented, surface} = this.#surfaceState;
    const {headingLevel, placement, format} = this.#host;
    if (!presented) return nothing;
    return renderCard({
      name: presented.name,
      catalog,
      headingLevel,
      placement,
      format,
      hasMore: surface === 'options',
      isBusy: this.#acceptance.isBusy,
      act: (name) => this.#acts.act(name),
      onKeydown: (event) => heedEscape(event, () => this.#acts.leave()),
      onTouch: this.#swipe.follow,
      ...this.#details.describe(presented, catalog, this.isOpen),
    });
  }

  get #catalog(): Catalog | undefined {
    return this.#language.catalogFor(this.#surfaceState.presented?.offer);
  }

  /** Asks the page whether an offer may be shown, and loads what opens its conversation. */
  #show(offer: Offer): boolean {
    // Within the page there is room beside another widget's invitation.
    const hasPlace = this.#host.placement === 'inline' || this.#sole.take();
    const isAllowed = hasPlace && this.#isAllowed(offer);
    // A window opens only at once after a click, so what opens it has to be here by then.
    if (isAllowed) this.#conversation.prepare(offer).catch(() => undefined);
    if (isAllowed && this.#surfaceState.presented) this.#acceptance.expect(this.#surfaceState.presented);
    return isAllowed;
  }

  #isAllowed(offer: Offer): boolean {
    const first = this.#first;
    if (first?.offer.id !== offer.id) return this.#session.dispatch('show', offer);
    this.#first = undefined;
    return first.isAllowed;
  }

  #followAppearance(sleep: Sleep | undefined): void {
    new VisibleOffer(this.#host, {
      first: this.#first,
      read: () =>
        readAppeared(this.#host, this.#surfaceState, {
          isReady: this.#language.isReady && !this.#layers.isHeldBack,
          words: () => `${this.#catalog?.messages.launcher ?? ''}: ${titleOf(this.#host)}`,
        }),
      isBusy: () => this.#surfaceState.surface === 'options',
      onVisibility: this.#followVisibility,
      onAskedFor: () => this.isOpen && this.#host.focus(),
      sleep,
    });
    new FocusReturn(this.#host, {
      isOpen: () => this.isUnfolded,
      launcher: () => find(this.#host, '.launcher'),
      wasLauncherUsed: () => this.#surfaceState.isAskedFor,
      origin: this.#first?.focusOrigin,
    });
  }

  readonly #followVisibility = (isVisible: boolean, offer: Offer, isNews: boolean): void => {
    this.#details.follow(isVisible);
    if (isVisible) this.#session.session?.shown();
    if (isNews) this.#session.dispatch(isVisible ? 'shown' : 'hidden', offer);
  };
}
