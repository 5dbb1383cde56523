import {html, type TemplateResult} from 'lit';
import type {Offer} from '../../engagement/offer.js';
import {offerOf} from '../../engagement/state.js';
import {inTime} from '../../http/in-time.js';
import type {Sleep} from '../../http/sleep.js';
import type {Catalog} from '../../messages/catalog.js';
import {enDetails} from '../../messages/en-details.js';
import type {Messages} from '../../messages/messages.js';
import type {SessionController} from '../../tag/session-controller.js';
import {find, type ElementHost} from '../element-host.js';
import {announce} from '../page/announcement.js';
import {heedEscape} from '../page/escape.js';
import type {CardView} from './card.js';
import {addDetailsStyles} from './details.styles.js';

/** How far the ending of a conversation has got. */
interface Progress {
  readonly offerId: string;
  readonly step: 'asking' | 'running' | 'failed';
}

/** The way to end a conversation from its card: a button, a question, and what becomes of it. */
export class Ending {
  readonly #host: ElementHost;
  readonly #session: SessionController;
  readonly #sleep: Sleep | undefined;
  #progress: Progress | undefined;
  /** The button that gets the focus once it is rendered. */
  #focused: 'cancel' | 'end' | undefined;
  #takeBackWords: (() => void) | undefined;

  constructor(host: ElementHost, session: SessionController, sleep?: Sleep) {
    this.#host = host;
    this.#session = session;
    this.#sleep = sleep;
    addDetailsStyles(host);
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#focused) find(this.#host, `[part=${this.#focused}]`)?.focus();
    this.#focused = undefined;
  }

  /** What the end changes on the card of a conversation. */
  describe(offer: Offer, catalog: Catalog): Pick<CardView, 'line' | 'actions' | 'after'> {
    const messages: Messages = {...enDetails, ...catalog.messages};
    if (typeof this.#host.endConversation !== 'function') return {};
    const step = this.#progress?.offerId === offer.id ? this.#progress.step : undefined;
    if (step === 'asking') return {actions: this.#renderQuestion(offer, messages)};
    const isRunning = step === 'running';
    const after = html`<button
      type="button"
      part="end"
      aria-disabled=${isRunning}
      @click=${() => isRunning || this.#ask(offer, messages)}
    >
      ${isRunning ? messages.ending : messages.end}
    </button>`;
    const problem = html`<div part="problem">${messages.endFailed}</div>`;
    return {after, line: step === 'failed' ? problem : undefined};
  }

  /** Takes back what is asked and said when the card can no longer be seen. */
  follow(isVisible: boolean): void {
    if (isVisible) return;
    this.#takeBackWords?.();
    if (this.#progress?.step === 'asking') this.#proceed(undefined);
  }

  #renderQuestion(offer: Offer, messages: Messages): TemplateResult {
    const onKeydown = (event: KeyboardEvent): void => heedEscape(event, () => this.#leaveQuestion());
    return html`<div class="confirmation" @keydown=${onKeydown}>
      <div part="question">${messages.endQuestion}</div>
      <button type="button" part="confirm" @click=${() => this.#end(offer, messages)}>${messages.end}</button>
      <button type="button" part="cancel" @click=${() => this.#leaveQuestion()}>${messages.keep}</button>
    </div>`;
  }

  #ask({id}: Offer, {endQuestion}: Messages): void {
    this.#proceed({offerId: id, step: 'asking'}, 'cancel');
    this.#say(endQuestion);
  }

  #leaveQuestion(): void {
    this.#proceed(undefined, 'end');
  }

  async #end(offer: Offer, {ended, endFailed}: Messages): Promise<void> {
    // The button stays until the next update, and a double click is two clicks.
    if (this.#progress?.step !== 'asking') return;
    const running: Progress = {offerId: offer.id, step: 'running'};
    this.#proceed(running, 'end');
    const error = await this.#attempt(offer);
    if (error) this.#session.tell(error);
    // Meanwhile there may be another conversation, whose end has nothing to do with this one's.
    if (this.#progress === running) this.#proceed(error && {offerId: offer.id, step: 'failed'});
    if (offerOf(this.#session.state)?.id === offer.id) {
      if (!error) await this.#foldCard();
      this.#say(error ? endFailed : ended);
    }
    if (!error) this.#host.refresh();
  }

  async #attempt(offer: Offer): Promise<Error | undefined> {
    try {
      await inTime(this.#host.endConversation?.(offer), 'endConversation');
      return undefined;
    } catch (cause) {
      return cause instanceof Error ? cause : new Error('endConversation did not end the conversation', {cause});
    }
  }

  #proceed(progress: Progress | undefined, focused?: 'cancel' | 'end'): void {
    this.#progress = progress;
    this.#takeBackWords?.();
    this.#focused = focused;
    this.#host.requestUpdate();
  }

  /** Resolves when the card has gone, and with it what was said of it. */
  async #foldCard(): Promise<void> {
    this.#host.hide();
    await this.#host.updateComplete;
  }

  #say(words: string): void {
    const status = find(this.#host, '[part=status]');
    this.#takeBackWords?.();
    this.#takeBackWords = status ? announce(status, () => words, this.#sleep) : undefined;
  }
}
