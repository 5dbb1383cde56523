import type {EngagementStateName, OfferedState} from '../engagement/state.js';
import type {FirstQuestion} from '../tag/first/first-ask.js';
import type * as cardFile from './card-file.js';

/** The offer of a tag that is no element yet. It is shown once. */
export class OfferBeforeElement {
  readonly #tag: HTMLElement;
  readonly #loadCard: () => Promise<typeof cardFile>;
  #shown: cardFile.ShownOffer | undefined;

  constructor(tag: HTMLElement, loadCard: () => Promise<typeof cardFile>) {
    this.#tag = tag;
    this.#loadCard = loadCard;
  }

  /** The state of which the page has heard, unless another one is the last that it has heard of. */
  toldAs(last: EngagementStateName): OfferedState | undefined {
    return this.#shown?.state.name === last ? this.#shown.state : undefined;
  }

  /** Shows what an answer offers, and resolves when the page has time for more. */
  async show(question: FirstQuestion, listener: cardFile.OfferListener): Promise<void> {
    if (this.#shown || !listener.isWanted()) return;
    const {showOffer, rested} = await this.#loadCard();
    this.#shown = await showOffer(this.#tag, question, listener);
    if (this.#shown) await rested();
  }

  /** Takes its card away, if there is one. */
  hide(): void {
    this.#shown?.hide();
  }
}
