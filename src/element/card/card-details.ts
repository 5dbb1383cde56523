import type {Offer} from '../../engagement/offer.js';
import type {OfferedState} from '../../engagement/state.js';
import type {Catalog} from '../../messages/catalog.js';
import type {ElementHost} from '../element-host.js';
import type {CardView} from './card.js';
import type {PanelEnding} from '../conversation/panel.js';
import type {CardDetailsOptions, Details} from './details/details.js';

/** What only some cards have. It is loaded when an offer or the page asks for it. */
export class CardDetails {
  readonly #host: ElementHost;
  readonly #options: CardDetailsOptions;
  #details: Details | undefined;
  #loading: Promise<void> | undefined;

  constructor(host: ElementHost, options: CardDetailsOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Loads what a card needs. It resolves when the card can come with all of it, or has waited long enough. */
  prepare({name, offer}: OfferedState): Promise<void> | undefined {
    const {url, waitSeconds, peopleAhead, agent, brand} = offer;
    const {waitTime, endConversation, topics, privacyUrl, titleBadge} = this.#host;
    const hasPortrait = agent || brand || this.#host.agent || this.#host.brand;
    const hasWords = hasPortrait || url || waitSeconds || peopleAhead || privacyUrl || titleBadge;
    if (hasWords || (name === 'expose' ? (waitTime ?? topics) : endConversation)) this.#loading ??= this.#load(name);
    return this.#loading;
  }

  /** Loads what the panel of a conversation needs. */
  preparePanel(): void {
    if (this.#host.endConversation) this.#loading ??= this.#load('conversation');
  }

  /** What the details change on a card. */
  describe(presented: OfferedState, catalog: Catalog, isOpen: boolean): Partial<CardView> | undefined {
    return this.#details?.describe(presented, catalog, isOpen);
  }

  /** The way to end a conversation from its panel. */
  describePanel(offer: Offer | undefined, catalog: Catalog): PanelEnding | undefined {
    return offer && this.#details?.describePanel(offer, catalog);
  }

  /** Follows whether the card can be seen. */
  follow(isVisible: boolean): void {
    this.#details?.follow(isVisible);
  }

  async #load(name: OfferedState['name']): Promise<void> {
    try {
      const {Details} = await import('./details/details.js');
      const details = new Details(this.#host, this.#options);
      if (name === 'expose') await details.ready();
      this.#details = details;
      this.#host.requestUpdate();
    } catch (error) {
      this.#loading = undefined;
      this.#options.session.tell(error);
    }
  }
}
