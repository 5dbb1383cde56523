import type {Offer} from '../../engagement/offer.js';
import type {EngagementStateName} from '../../engagement/state.js';
import {enExtras} from '../../messages/en-extras.js';
import type {Messages} from '../../messages/messages.js';
import type {CardView} from './card.js';
import {Ending, type EndingHost} from './ending.js';
import {extrasStyles} from './extras.styles.js';
import {renderWaitLine} from './wait-line.js';
import {WaitTime, type WaitTimeHost} from './wait-time.js';

/** What the extras need of an element. */
export interface ExtrasHost extends EndingHost, WaitTimeHost {
  readonly state: EngagementStateName;
  extend: (view: CardView) => CardView;
  addEventListener(name: 'engagement-shown' | 'engagement-hidden', listener: () => void): void;
}

/**
 * Gives an element what only some cards have; it is loaded when an offer or the page asks for it. It resolves when a card
 * can come with all of it, or has waited long enough.
 */
export async function addExtras(host: ExtrasHost): Promise<void> {
  const extras = new Extras(host);
  await extras.ready();
  host.extend = (view) => extras.extend(view);
  host.requestUpdate();
}

class Extras {
  readonly #host: ExtrasHost;
  readonly #waitTime: WaitTime;
  readonly #ending: Ending;

  constructor(host: ExtrasHost) {
    this.#host = host;
    this.#waitTime = new WaitTime(host);
    this.#ending = new Ending(host);
    host.shadowRoot?.adoptedStyleSheets.push(extrasStyles);
    host.addEventListener('engagement-shown', () => this.#waitTime.start());
    host.addEventListener('engagement-hidden', () => {
      this.#waitTime.stop();
      this.#ending.cancel();
    });
  }

  async ready(): Promise<void> {
    if (this.#host.state === 'expose') await this.#waitTime.ready();
  }

  extend(view: CardView): CardView {
    const {offer} = this.#host;
    if (!offer) return view;
    const {language} = view.catalog;
    const messages: Messages = {...enExtras, ...view.catalog.messages};
    if (view.name === 'conversation') return {...view, ...this.#ending.render(offer, messages)};
    if (view.isOpen) void this.#waitTime.ask();
    const amounts = {waitSeconds: this.#waitTime.secondsOf(offer), peopleAhead: offer.peopleAhead};
    const line = renderWaitLine(amounts, {language, messages});
    return {...view, line, catalog: {language, messages: {...messages, ...invitation(offer, messages)}}};
  }
}

/** An invitation that leads out of the page says so, unless its source says something of its own. */
function invitation(offer: Offer, {handoffTitle, handoffBody}: Messages): Partial<Messages> {
  return 'url' in offer ? {exposeTitle: handoffTitle, exposeBody: handoffBody, ...offer.messages} : {};
}
