import {html, nothing, type TemplateResult} from 'lit';
import type {Offer} from '../../../engagement/offer.js';
import {offerOf} from '../../../engagement/state.js';
import {inTime} from '../../../http/in-time.js';
import type {Sleep} from '../../../http/sleep.js';
import {directionOf, type Catalog} from '../../../messages/catalog.js';
import {enDetails} from '../../../messages/en-details.js';
import type {Messages} from '../../../messages/messages.js';
import type {SessionController} from '../../../tag/session-controller.js';
import {find, type ElementHost} from '../../element-host.js';
import {announce} from '../../page/announcement.js';
import {heedEscape} from '../../page/escape.js';
import type {CardView} from '../card.js';
import type {PanelEnding} from '../../conversation/panel.js';
import {addDetailsStyles} from './details.styles.js';
import {icon} from '../icons.js';
import {endPath, problemPath} from './details-icons.js';

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
  readonly #onEnded: () => void;
  #progress: Progress | undefined;
  /** The button that gets the focus once it is rendered. */
  #focused: 'cancel' | 'end' | undefined;
  #takeBackWords: (() => void) | undefined;

  /** @param onEnded called when the conversation has ended */
  constructor(host: ElementHost, session: SessionController, onEnded: () => void, sleep?: Sleep) {
    this.#onEnded = onEnded;
    this.#host = host;
    this.#session = session;
    this.#sleep = sleep;
    addDetailsStyles(host);
    host.addController(this);
  }

  hostUpdated(): void {
    // The card and the panel have both the same parts.
    if (this.#focused) find(this.#host, `[data-open] [part=${this.#focused}]`)?.focus();
    this.#focused = undefined;
  }

  /** What the end changes on the card of a conversation. */
  describe(offer: Offer, catalog: Catalog): Pick<CardView, 'question' | 'line' | 'actions' | 'after'> {
    if (typeof this.#host.endConversation !== 'function') return {};
    const messages: Messages = {...enDetails, ...catalog.messages};
    const step = this.#stepOf(offer);
    if (step === 'asking') {
      return {question: messages.endQuestion, actions: this.#renderAnswers(offer, messages, 'title')};
    }
    const label = step === 'running' ? messages.ending : messages.end;
    return {after: this.#renderEnd(offer, label), line: step === 'failed' ? renderProblem(messages) : undefined};
  }

  /** The same for the panel of a conversation. */
  describePanel(offer: Offer, catalog: Catalog): PanelEnding | undefined {
    if (typeof this.#host.endConversation !== 'function') return undefined;
    const messages: Messages = {...enDetails, ...catalog.messages};
    const step = this.#stepOf(offer);
    const label = step === 'running' ? messages.ending : messages.end;
    const question = html`<div class="panel-line" dir=${directionOf(catalog.language)}>
      <div part="question" id="question">${messages.endQuestion}</div>
      ${this.#renderAnswers(offer, messages, 'question')}
    </div>`;
    const problem = html`<div class="panel-line" dir=${directionOf(catalog.language)}>${renderProblem(messages)}</div>`;
    return {
      button: this.#renderEnd(offer, icon(endPath), label),
      line: step && {asking: question, failed: problem, running: undefined}[step],
    };
  }

  /** Takes back what is asked and said when the card can no longer be seen. */
  follow(isVisible: boolean): void {
    if (isVisible) return;
    this.#takeBackWords?.();
    if (this.#progress?.step === 'asking') this.#proceed(undefined);
  }

  #stepOf({id}: Offer): Progress['step'] | undefined {
    return this.#progress?.offerId === id ? this.#progress.step : undefined;
  }

  /** @param label what an icon stands for */
  #renderEnd(offer: Offer, content: unknown, label?: string): TemplateResult {
    const isRunning = this.#stepOf(offer) === 'running';
    return html`<button
      part="end"
      title=${label ?? nothing}
      aria-label=${label ?? nothing}
      aria-disabled=${isRunning}
      @click=${() => isRunning || this.#proceed({offerId: offer.id, step: 'asking'}, 'cancel')}
    >
      ${content}
    </button>`;
  }

  /** Both answers, the one that changes nothing first. A screen reader that comes to them says the question. */
  #renderAnswers(offer: Offer, messages: Messages, question: string): TemplateResult {
    const onKeydown = (event: KeyboardEvent): void => heedEscape(event, () => this.#leaveQuestion());
    return html`<div class="confirmation" role="group" aria-labelledby=${question} @keydown=${onKeydown}>
      <button part="cancel" class="primary" @click=${() => this.#leaveQuestion()}>${messages.keep}</button>
      <button part="confirm" @click=${() => this.#end(offer, messages)}>${messages.end}</button>
    </div>`;
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
      if (!error) await this.#takeAway();
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

  /** Resolves when the card or the panel has gone, and with it what was said of it. */
  async #takeAway(): Promise<void> {
    this.#host.hide();
    this.#onEnded();
    await this.#host.updateComplete;
  }

  #say(words: string): void {
    const status = find(this.#host, '[part=status]');
    this.#takeBackWords?.();
    this.#takeBackWords = status ? announce(status, () => words, this.#sleep) : undefined;
  }
}

const renderProblem = ({endFailed}: Messages): TemplateResult =>
  html`<div part="problem">${icon(problemPath)}<span>${endFailed}</span></div>`;
