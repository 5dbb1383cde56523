import type {Offer} from '../../engagement/offer.js';
import type {Sleep} from '../../http/sleep.js';
import type {Catalog} from '../../messages/catalog.js';
import type {SessionController} from '../../tag/session-controller.js';
import type {ElementHost} from '../element-host.js';
import type {PresentedState} from '../surface-state.js';
import type {CardView} from './card.js';
import type {PanelEnding} from '../conversation/panel.js';
import type * as details from './details/details.js';

export interface CardDetailsOptions {
  readonly session: SessionController;
  /** Called when the visitor begins with a topic. */
  readonly onTopic: (topic: string) => void;
  /** Called when the conversation has ended. */
  readonly onEnded: () => void;
  readonly sleep?: Sleep | undefined;
}

/** What only some cards have. It is loaded when an offer or the page asks for it. */
export class CardDetails {
  readonly #host: ElementHost;
  readonly #options: CardDetailsOptions;
  #parts: typeof details | undefined;
  #invitation: details.InvitationDetails | undefined;
  #ending: details.Ending | undefined;
  #portrait: details.Portrait | undefined;
  #loading: Promise<void> | undefined;

  constructor(host: ElementHost, options: CardDetailsOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Loads what a card needs. It resolves when the card can come with all of it, or has waited long enough. */
  prepare({name, offer}: PresentedState): Promise<void> | undefined {
    const {url, waitSeconds, peopleAhead, agent, brand} = offer;
    const {waitTime, endConversation, topics, privacyUrl, titleBadge} = this.#host;
    const hasPortrait = agent || brand || this.#host.agent || this.#host.brand;
    const hasWait = url || waitSeconds || peopleAhead;
    const hasWords = hasPortrait || hasWait || privacyUrl || titleBadge;
    const hasDetails = hasWords || (name === 'expose' ? (waitTime ?? topics) : endConversation);
    if (hasDetails) this.#loading ??= this.#load(name);
    return this.#loading;
  }

  /** Loads what the panel of a conversation needs. */
  preparePanel(): void {
    if (this.#host.endConversation) this.#loading ??= this.#load('conversation');
  }

  /** What the details change on a card. */
  describe({name, offer}: PresentedState, catalog: Catalog, isOpen: boolean): Partial<CardView> | undefined {
    if (!this.#parts) return undefined;
    const {renderPrivacyLink, renderTopics} = this.#parts;
    const {session, onTopic} = this.#options;
    const details = {
      ...this.#portrait?.describe(offer),
      privacy: renderPrivacyLink(this.#host, session, catalog.messages),
    };
    if (name === 'conversation') return {...details, ...this.#ending?.describe(offer, catalog)};
    const topics = renderTopics(this.#host, session, onTopic);
    return {...details, topics, ...this.#invitation?.describe(offer, catalog, isOpen)};
  }

  /** The way to end a conversation from its panel. */
  describePanel(offer: Offer | undefined, catalog: Catalog): PanelEnding | undefined {
    return offer && this.#ending?.describePanel(offer, catalog);
  }

  /** Follows whether the card can be seen. */
  follow(isVisible: boolean): void {
    this.#invitation?.follow(isVisible);
    this.#ending?.follow(isVisible);
  }

  async #load(name: PresentedState['name']): Promise<void> {
    try {
      const parts = await import('./details/details.js');
      const {session, onEnded, sleep} = this.#options;
      const invitation = new parts.InvitationDetails(this.#host, sleep);
      if (name === 'expose') await invitation.ready();
      this.#parts = parts;
      this.#ending = new parts.Ending(this.#host, session, onEnded, sleep);
      this.#portrait = new parts.Portrait(this.#host);
      new parts.TitleBadge(this.#host);
      this.#invitation = invitation;
      this.#host.requestUpdate();
    } catch (error) {
      this.#loading = undefined;
      this.#options.session.tell(error);
    }
  }
}
