import type {EngagementStateName, OfferedState} from '../../engagement/state.js';
import type {FirstQuestion} from '../../tag/first/first-ask.js';
import type * as cardFile from '../card-file.js';

/** The offer of a tag that is no element yet. It is shown once. */
export class OfferBeforeElement {
  readonly #tag: HTMLElement;
  readonly #loadCard: () => Promise<typeof cardFile>;
  #shown: cardFile.ShownOffer | undefined;
  #isHandedOver = false;
  /** Resolves when there is something to do that takes the element. */
  readonly #needed: Promise<void>;
  #need!: () => void;

  constructor(tag: HTMLElement, loadCard: () => Promise<typeof cardFile>) {
    this.#tag = tag;
    this.#loadCard = loadCard;
    this.#needed = new Promise((resolve) => (this.#need = resolve));
  }

  /** Whether it has been shown, and no element has it yet. */
  get isAlone(): boolean {
    return !!this.#shown && !this.#isHandedOver;
  }

  /** The state of which the page has heard, unless another one is the last that it has heard of. */
  toldAs(last: EngagementStateName): OfferedState | undefined {
    return this.#shown?.state.name === last ? this.#shown.state : undefined;
  }

  /** Shows what an answer offers, and resolves when the element is needed and the page has time for it. */
  async show(question: FirstQuestion, listener: Omit<cardFile.OfferListener, 'onNeed'>): Promise<void> {
    if (this.#shown || !listener.isWanted()) return;
    const {showOffer} = await this.#loadCard();
    this.#shown = await showOffer(this.#tag, question, {...listener, onNeed: this.#need});
    if (this.#shown) await Promise.all([this.#needed, this.#shown.rest]);
  }

  /** Lets the element come. */
  hurry(): void {
    this.#need();
  }

  /** Returns what an element goes on from. */
  handOver(): FirstQuestion | undefined {
    this.#isHandedOver = true;
    return this.#shown?.handOver();
  }

  /** Opens its card anew, which was moved. */
  reopen(): void {
    if (this.isAlone) this.#shown?.reopen();
  }

  /** Takes its card away, if there is one. */
  hide(): void {
    this.#shown?.hide();
  }
}
