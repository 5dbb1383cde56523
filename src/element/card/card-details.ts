import type {Sleep} from '../../http/sleep.js';
import type {Catalog} from '../../messages/catalog.js';
import type {SessionController} from '../../tag/session-controller.js';
import type {ElementHost} from '../element-host.js';
import type {PresentedState} from '../surface-state.js';
import type {CardView} from './card.js';
import type {Ending, InvitationDetails, Portrait} from './details.js';

/** What only some cards have. It is loaded when an offer or the page asks for it. */
export class CardDetails {
  readonly #host: ElementHost;
  readonly #session: SessionController;
  readonly #sleep: Sleep | undefined;
  #invitation: InvitationDetails | undefined;
  #ending: Ending | undefined;
  #portrait: Portrait | undefined;
  #loading: Promise<void> | undefined;

  constructor(host: ElementHost, session: SessionController, sleep: Sleep | undefined) {
    this.#host = host;
    this.#session = session;
    this.#sleep = sleep;
  }

  /** Loads what a card needs. It resolves when the card can come with all of it, or has waited long enough. */
  prepare({name, offer}: PresentedState): Promise<void> | undefined {
    const {url, waitSeconds, peopleAhead, agent, brand} = offer;
    const {waitTime, endConversation} = this.#host;
    const hasPortrait = agent || brand || this.#host.agent || this.#host.brand;
    const hasWait = url || waitSeconds || peopleAhead;
    const hasDetails = hasPortrait || hasWait || (name === 'expose' ? waitTime : endConversation);
    if (hasDetails) this.#loading ??= this.#load(name);
    return this.#loading;
  }

  /** What the details change on a card. */
  describe({name, offer}: PresentedState, catalog: Catalog, isOpen: boolean): Partial<CardView> | undefined {
    const portrait = this.#portrait?.describe(offer);
    if (name === 'conversation') return {...portrait, ...this.#ending?.describe(offer, catalog)};
    return {...portrait, ...this.#invitation?.describe(offer, catalog, isOpen)};
  }

  /** Follows whether the card can be seen. */
  follow(isVisible: boolean): void {
    this.#invitation?.follow(isVisible);
    this.#ending?.follow(isVisible);
  }

  async #load(name: PresentedState['name']): Promise<void> {
    try {
      const {Ending, InvitationDetails, Portrait} = await import('./details.js');
      const invitation = new InvitationDetails(this.#host, this.#sleep);
      if (name === 'expose') await invitation.ready();
      this.#ending = new Ending(this.#host, this.#session, this.#sleep);
      this.#portrait = new Portrait(this.#host);
      this.#invitation = invitation;
      this.#host.requestUpdate();
    } catch (error) {
      this.#loading = undefined;
      this.#session.tell(error);
    }
  }
}
