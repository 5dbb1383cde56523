import type {Offer} from '../../engagement/offer.js';
import {canBeFolded, offerOf, type OfferedState} from '../../engagement/state.js';
import type {AcceptDetail} from '../../tag/event-classes.js';
import type {SessionController} from '../../tag/session-controller.js';
import type {ElementHost} from '../element-host.js';
import {noWay, type Conversation} from './conversation.js';

const handlers = {expose: 'onAccept', conversation: 'onResume'} as const;

/** Leads the visitor from an offer into its conversation, once the page is ready. What leads nowhere changes nothing. */
export class Acceptance {
  readonly #host: ElementHost;
  readonly #session: SessionController;
  readonly #conversation: Conversation;
  #isBusy = false;

  constructor(host: ElementHost, session: SessionController, conversation: Conversation) {
    this.#host = host;
    this.#session = session;
    this.#conversation = conversation;
  }

  /** Whether the visitor waits for the page. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Tells the page's author of an offer that would lead nowhere; who writes `open-in="event"` has a listener for it. */
  expect({name, offer}: OfferedState): void {
    const isLeftToPage = this.#host[handlers[name]] ?? this.#host.getAttribute('open-in') === 'event';
    if (!isLeftToPage && !this.#conversation.canOpen(offer)) this.#session.advise(noWay);
  }

  /**
   * It never rejects: a failure is told to the page.
   *
   * @param topic id of what the visitor wants to begin with
   */
  async accept(topic?: string): Promise<void> {
    const {state} = this.#session;
    if (!canBeFolded(state) || this.#isBusy) return;
    // The link of this offer is over; its source may have another.
    if (Object.hasOwn(state.offer, 'url') && !state.offer.url) {
      this.#host.refresh();
      return;
    }
    this.#isBusy = true;
    try {
      await this.#lead(state, topic);
    } catch (cause) {
      this.#session.tell(cause instanceof Error ? cause : new Error('The page did not open the conversation', {cause}));
    }
    this.#isBusy = false;
    this.#host.requestUpdate();
  }

  async #lead({name, offer}: OfferedState, topic?: string): Promise<void> {
    const {isOurs, waits} = this.#ask(name, {offer, ...(topic && {topic})});
    if (waits.length > 0) {
      this.#host.requestUpdate();
      await Promise.all(waits);
    }
    if (isOurs && this.#isStillThere(offer)) await this.#conversation.open(offer, topic);
    if (!this.#isStillThere(offer)) return;
    if (name === 'expose') this.#session.session?.accept();
    else if (!this.#conversation.hasPanel) this.#host.hide();
  }

  /** Asks the page whether it opens the conversation, and what it has to do before. */
  #ask(name: OfferedState['name'], detail: AcceptDetail): {isOurs: boolean; waits: readonly Promise<unknown>[]} {
    const waits: Promise<unknown>[] = [];
    const {event, isOurs} = this.#session.request(name, detail, (promise) => waits.push(promise));
    const call = this.#host[handlers[name]] as ((event: Event) => unknown) | undefined;
    if (!isOurs || typeof call !== 'function') return {isOurs, waits};
    waits.push(new Promise((resolve) => resolve(call(event))));
    return {isOurs: false, waits};
  }

  /** Whether the offer has neither been declined nor withdrawn while the page was busy. */
  #isStillThere({id}: Offer): boolean {
    const {state} = this.#session;
    return canBeFolded(state) && offerOf(state)?.id === id;
  }
}
