import type {Offer} from '../engagement/offer.js';
import type {EngagementSession} from '../engagement/session.js';
import {canBeFolded, type EngagementState, type OfferedState} from '../engagement/state.js';
import {sleep as realSleep, type Sleep} from '../http/sleep.js';
import type {ElementHost} from './element-host.js';

/** What is on the page: nothing, the launcher alone, or the launcher and one of the others. */
export type Surface = 'nothing' | 'launcher' | 'card' | 'options' | 'panel';

/** Who opened a surface: the offer by coming, the page by `show()`, or the visitor. */
export type Opener = 'offer' | 'page' | 'visitor';

export interface SurfaceStateOptions {
  /** Whether the conversation is in the panel. */
  readonly hasPanel: () => boolean;
  /** Whether there are sentences to show an offer with. The host is updated when they have come. */
  readonly isReady: () => boolean;
  /** Gets ready what shows the offer. */
  readonly prepare: () => void;
  /** Asks the page whether an offer may be shown, and gets ready to open its conversation. */
  readonly show: (offer: Offer) => boolean;
  /** Remembers what the visitor has folded. */
  readonly session: () => EngagementSession | undefined;
  readonly sleep?: Sleep | undefined;
}

/** Decides which surface is on the page, as offers come and go, and as the visitor and the page open and fold it. */
export class SurfaceState {
  readonly #host: ElementHost;
  readonly #options: SurfaceStateOptions;
  #presented: OfferedState | undefined;
  #surface: Surface = 'nothing';
  #opener: Opener = 'offer';
  /** Whether the visitor wants to see what comes next. */
  #isExpected = false;
  /** The pause before an invitation that comes with a delay. */
  #delay: AbortController | undefined;

  constructor(host: ElementHost, options: SurfaceStateOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Opens what is folded when a message has come since, but no panel, which takes too much of the page. */
  hostUpdate(): void {
    if (this.#presented?.folded === undefined || this.isFolded || this.#options.hasPanel()) return;
    this.#options.session()?.unfold();
    this.open('offer');
  }

  /** What there is to show. */
  get presented(): OfferedState | undefined {
    return this.#presented;
  }

  get surface(): Surface {
    return this.#surface;
  }

  /** Whether an invitation waits for its delay to pass. */
  get isDelayed(): boolean {
    return this.#surface === 'nothing' && this.#delay?.signal.aborted === false;
  }

  /** Whether the card is wanted on the page. */
  get hasCard(): boolean {
    return this.#surface === 'card' || this.#surface === 'options';
  }

  /** Whether the card or the panel is wanted on the page. */
  get isOpen(): boolean {
    return this.hasCard || this.#surface === 'panel';
  }

  /** Whether the visitor opened the surface. */
  get isAskedFor(): boolean {
    return this.#opener === 'visitor';
  }

  /** Whether the visitor has folded what is presented, and no message has come since. */
  get isFolded(): boolean {
    const folded = this.#presented?.folded;
    return folded !== undefined && !((this.#host.unread ?? 0) > folded);
  }

  /** Names what is presented, the same for all reports of one offer. */
  get name(): string | undefined {
    return nameOf(this.#presented);
  }

  /** Follows the session to its state. */
  follow(state: EngagementState): void {
    const {name} = this;
    const wasFolded = this.isFolded;
    this.#presented = canBeFolded(state) ? state : undefined;
    // What is refused comes back from there, or not at all.
    this.#isExpected &&= !!this.#presented || state.name === 'dismissed';
    if (this.name !== name && !this.#options.hasPanel()) this.#arrive();
    else if (this.isFolded && !wasFolded) this.fold('page');
  }

  /** Opens the card, if there is an offer, or the panel of the conversation. */
  open(opener: Opener): void {
    this.#isExpected = false;
    if (this.#options.hasPanel()) this.#setSurface('panel');
    else this.#openCard(opener);
    if (this.isOpen) this.#options.session()?.unfold();
  }

  /** Folds the card or the panel into the launcher. What the visitor folds stays so, on other pages too. */
  fold(by: Exclude<Opener, 'offer'>): void {
    if (this.isOpen) this.#setSurface('launcher');
    if (by === 'visitor') this.#options.session()?.fold(this.#host.unread);
  }

  /** The next offer is one that the visitor has asked for. */
  expect(): void {
    this.#isExpected = true;
  }

  /** Shows the further options of the card, or takes them away. */
  setOptions(isOpen: boolean): void {
    if (this.hasCard) this.#setSurface(isOpen ? 'options' : 'card');
  }

  /** Takes away what is on the page. `open` brings it back. */
  withdraw(): void {
    this.#setSurface('nothing');
  }

  /** Follows the conversation into the panel, and out of it. */
  followPanel(): void {
    if (!this.#options.hasPanel()) return this.#setSurface(this.#presented ? 'launcher' : 'nothing');
    this.#opener = 'visitor';
    this.#setSurface('panel');
  }

  #openCard(opener: Opener): void {
    const presented = this.#presented;
    if (!presented || this.hasCard) return;
    this.#delay?.abort();
    if (!this.#options.show(presented.offer) || nameOf(presented) !== this.name) return;
    this.#opener = opener;
    const isFolded = this.#host.format === 'bubble' || this.isFolded;
    this.#setSurface(opener === 'offer' && isFolded ? 'launcher' : 'card');
  }

  #arrive(): void {
    this.#delay?.abort();
    this.#setSurface('nothing');
    if (!this.#presented) return;
    this.#options.prepare();
    if (this.#isExpected) return this.open('visitor');
    const pause = this.#presented.name === 'expose' && !this.isFolded ? this.#host.delay * 1000 : 0;
    if (pause > 0) void this.#openLater(pause);
    else this.open('offer');
  }

  async #openLater(pause: number): Promise<void> {
    const {sleep = realSleep} = this.#options;
    const {signal} = (this.#delay = new AbortController());
    await sleep(pause, signal).catch(() => undefined);
    if (signal.aborted) return;
    this.#delay = undefined;
    this.open('offer');
  }

  #setSurface(surface: Surface): void {
    if (surface === this.#surface) return;
    this.#surface = surface;
    // What cannot be shown yet is rendered once, when it can.
    if (surface === 'nothing' || this.#options.isReady()) this.#host.requestUpdate();
  }
}

function nameOf(state: OfferedState | undefined): string | undefined {
  return state && `${state.name} ${state.offer.id}`;
}
