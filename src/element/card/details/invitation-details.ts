import type {Offer} from '../../../engagement/offer.js';
import type {Sleep} from '../../../http/sleep.js';
import type {Catalog} from '../../../messages/catalog.js';
import {fill} from '../../../messages/count.js';
import {enDetails} from '../../../messages/en-details.js';
import type {Messages} from '../../../messages/messages.js';
import type {ElementHost} from '../../element-host.js';
import type {CardView} from '../card.js';
import {addDetailsStyles} from './details.styles.js';
import {isolate, nameOf} from './portrait.js';
import {renderWaitLine} from './wait-line.js';
import {WaitTime} from './wait-time.js';

/** What only some invitations have: how long the wait is, and that a hand-off leads out of the page. */
export class InvitationDetails {
  readonly #host: ElementHost;
  readonly #waitTime: WaitTime;
  #isVisible = false;

  constructor(host: ElementHost, sleep?: Sleep) {
    this.#host = host;
    this.#waitTime = new WaitTime(host, {sleep});
    addDetailsStyles(host);
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#isVisible) this.#waitTime.start();
  }

  hostDisconnected(): void {
    this.#waitTime.stop();
  }

  /** Resolves when a card can come with all of its details, or has waited long enough. */
  ready(): Promise<void> {
    return this.#waitTime.ready();
  }

  /** Keeps the wait up to date while the card can be seen. */
  follow(isVisible: boolean): void {
    this.#isVisible = isVisible;
    if (isVisible) this.#waitTime.start();
    else this.#waitTime.stop();
  }

  /** What the details change on a card. */
  describe(offer: Offer, {language, messages}: Catalog, isOpen: boolean): Pick<CardView, 'line' | 'catalog'> {
    if (isOpen) void this.#waitTime.ask();
    const all: Messages = {...enDetails, ...messages};
    const amounts = {waitSeconds: this.#waitTime.secondsOf(offer), peopleAhead: offer.peopleAhead};
    const line = renderWaitLine(amounts, {language, messages: all});
    const words = {...this.#agentWords(offer, all), ...handoffWords(offer, all)};
    return {line, catalog: {language, messages: {...all, ...words}}};
  }

  /** The button names the agent, unless the page or the offer brings words of its own. */
  #agentWords({agent, messages}: Offer, {acceptWith}: Messages): Partial<Messages> {
    const name = nameOf(agent ?? this.#host.agent);
    const isWritten = messages?.accept ?? this.#host.messages?.accept;
    return name && !isWritten ? {accept: fill(acceptWith, 'name', isolate(name))} : {};
  }
}

/** An invitation that leads out of the page says so, unless its source brings other words. */
function handoffWords(offer: Offer, {handoffTitle, handoffBody}: Messages): Partial<Messages> {
  return 'url' in offer ? {exposeTitle: handoffTitle, exposeBody: handoffBody, ...offer.messages} : {};
}
