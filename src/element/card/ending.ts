import {html, type TemplateResult} from 'lit';
import type {Offer} from '../../engagement/offer.js';
import type {Messages} from '../../messages/messages.js';
import {announce} from '../page/announcement.js';
import type {CardView} from './card.js';
import {heedEscape} from '../page/escape.js';

/** What the ending of a conversation needs of an element. */
export interface EndingHost {
  readonly shadowRoot: ShadowRoot | null;
  readonly offer: Offer | undefined;
  readonly endConversation: ((offer: Offer) => Promise<unknown>) | undefined;
  readonly updateComplete: Promise<boolean>;
  readonly running: {tell(problem: unknown): void};
  requestUpdate(): void;
  hide(): void;
  refresh(): void;
}

/** How far the ending of a conversation has got. */
interface Progress {
  readonly offerId: string;
  readonly step: 'asking' | 'running' | 'failed';
}

/** The way to end a conversation from its card: a button, a question, and what becomes of it. */
export class Ending {
  readonly #host: EndingHost;
  #progress: Progress | undefined;
  #takeBackWords: (() => void) | undefined;

  constructor(host: EndingHost) {
    this.#host = host;
  }

  /** Adds to the card of a conversation what belongs to its end. */
  render(offer: Offer, messages: Messages): Pick<CardView, 'line' | 'actions' | 'after'> {
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

  /** Takes back what is asked and said. */
  cancel(): void {
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
    if (error) this.#host.running.tell(error);
    // Meanwhile there may be another conversation, whose end has nothing to do with this one's.
    if (this.#progress === running) this.#proceed(error && {offerId: offer.id, step: 'failed'});
    if (this.#host.offer?.id === offer.id) {
      if (!error) await this.#foldCard();
      this.#say(error ? endFailed : ended);
    }
    if (!error) this.#host.refresh();
  }

  async #attempt(offer: Offer): Promise<Error | undefined> {
    try {
      await this.#host.endConversation?.(offer);
      return undefined;
    } catch (cause) {
      return cause instanceof Error ? cause : new Error('endConversation did not end the conversation', {cause});
    }
  }

  #proceed(progress: Progress | undefined, focused?: 'cancel' | 'end'): void {
    this.#progress = progress;
    this.#takeBackWords?.();
    this.#host.requestUpdate();
    if (focused) void this.#host.updateComplete.then(() => this.#find(focused)?.focus());
  }

  /** Resolves when the card has gone, and with it what was said of it. */
  async #foldCard(): Promise<void> {
    this.#host.hide();
    await this.#host.updateComplete;
  }

  #say(words: string): void {
    const status = this.#find('status');
    this.#takeBackWords?.();
    this.#takeBackWords = status ? announce(status, () => words) : undefined;
  }

  #find(part: string): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`);
  }
}
