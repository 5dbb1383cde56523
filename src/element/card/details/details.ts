import type {Offer} from '../../../engagement/offer.js';
import type {OfferedState} from '../../../engagement/state.js';
import type {Sleep} from '../../../http/sleep.js';
import type {Catalog} from '../../../messages/catalog.js';
import type {SessionController} from '../../../tag/session-controller.js';
import type {PanelEnding} from '../../conversation/panel.js';
import type {ElementHost} from '../../element-host.js';
import type {CardView} from '../card.js';
import {Ending} from './ending.js';
import {InvitationDetails} from './invitation-details.js';
import {Portrait} from './portrait.js';
import {renderPrivacyLink} from './privacy-link.js';
import {TitleBadge} from './title-badge.js';
import {renderTopics} from './topics.js';

export {Refusal} from './refusal.js';

export interface CardDetailsOptions {
  readonly session: SessionController;
  /** Called when the visitor begins with a topic. */
  readonly onTopic: (topic: string) => void;
  /** Called when the conversation has ended. */
  readonly onEnded: () => void;
  readonly sleep?: Sleep | undefined;
}

/**
 * What only some cards have. It is one file, because a card that needs one of them mostly has the time to load all, and a
 * request costs more than a few bytes.
 */
export class Details {
  readonly #host: ElementHost;
  readonly #options: CardDetailsOptions;
  readonly #invitation: InvitationDetails;
  readonly #ending: Ending;
  readonly #portrait: Portrait;

  constructor(host: ElementHost, options: CardDetailsOptions) {
    const {session, onEnded, sleep} = options;
    this.#host = host;
    this.#options = options;
    this.#invitation = new InvitationDetails(host, sleep);
    this.#ending = new Ending(host, session, onEnded, sleep);
    this.#portrait = new Portrait(host);
    new TitleBadge(host);
  }

  /** Resolves when an invitation can come with all of its details, or has waited long enough. */
  ready(): Promise<void> {
    return this.#invitation.ready();
  }

  /** What the details change on a card. */
  describe({name, offer}: OfferedState, catalog: Catalog, isOpen: boolean): Partial<CardView> {
    const {session, onTopic} = this.#options;
    const privacy = renderPrivacyLink(this.#host, session, catalog.messages);
    const common = {...this.#portrait.describe(offer), privacy};
    if (name === 'conversation') return {...common, ...this.#ending.describe(offer, catalog)};
    const topics = renderTopics(this.#host, session, onTopic);
    return {...common, topics, ...this.#invitation.describe(offer, catalog, isOpen)};
  }

  /** The way to end a conversation from its panel. */
  describePanel(offer: Offer, catalog: Catalog): PanelEnding | undefined {
    return this.#ending.describePanel(offer, catalog);
  }

  /** Follows whether the card can be seen. */
  follow(isVisible: boolean): void {
    this.#invitation.follow(isVisible);
    this.#ending.follow(isVisible);
  }
}
