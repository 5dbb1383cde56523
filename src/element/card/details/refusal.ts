import {html, nothing, render, type TemplateResult} from 'lit';
import type {Sleep} from '../../../http/sleep.js';
import {directionOf, type Catalog} from '../../../messages/catalog.js';
import {enDetails} from '../../../messages/en-details.js';
import type {SessionController} from '../../../tag/session-controller.js';
import {find, type ElementHost} from '../../element-host.js';
import {announce} from '../../page/announcement.js';
import {heedEscape} from '../../page/escape.js';
import {holdsFocus} from '../../page/focused.js';
import {setInTopLayer} from '../../page/top-layer.js';
import type {SurfaceState} from '../../surface-state.js';
import {addDetailsStyles} from './details.styles.js';

/** What the visitor has chosen, by the sentence that says what follows. */
export type Refused = 'snoozed' | 'optedOut';

type NoteWords = Readonly<Record<Refused | 'launcher' | 'undo', string>>;

export interface RefusalOptions {
  readonly session: SessionController;
  readonly surfaceState: SurfaceState;
  readonly sleep?: Sleep | undefined;
}

/** Keys that only lead to something else. */
const passing = ['Tab', 'Shift', 'Control', 'Alt', 'Meta'];

/** Says what follows from a snooze or an opt-out, with the way back, until the visitor does something else. */
export class Refusal {
  readonly #host: ElementHost;
  readonly #options: RefusalOptions;
  readonly #place = document.createElement('div');
  #end: AbortController | undefined;

  constructor(host: ElementHost, options: RefusalOptions) {
    this.#host = host;
    this.#options = options;
    addDetailsStyles(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#remove();
  }

  /** @param takesFocus whether the visitor uses the keyboard, and so would not find the way back otherwise */
  show(refused: Refused, {language, messages}: Catalog, takesFocus: boolean): void {
    this.#remove();
    if (this.#options.session.state.name !== 'dismissed') return;
    const words = {...enDetails, ...messages};
    this.#host.shadowRoot?.append(this.#place);
    render(this.#renderNote(language, words, refused), this.#place);
    const note = find(this.#host, '.note');
    if (!note) return;
    setInTopLayer(note, true);
    const end = (this.#end = new AbortController());
    const status = find(this.#host, '[part=status]');
    if (status)
      end.signal.addEventListener(
        'abort',
        announce(status, () => words[refused], this.#options.sleep),
      );
    this.#follow(end.signal);
    if (takesFocus) this.#takeFocus(end.signal);
    // Its place is that of the other surfaces, above what the page keeps in the corner.
    this.#host.requestUpdate();
  }

  #renderNote(language: string, words: NoteWords, refused: Refused): TemplateResult {
    const {placement} = this.#host;
    return html`<div
      part="note"
      class="surface note ${placement}"
      role="region"
      aria-label=${words.launcher}
      popover=${placement === 'inline' ? nothing : 'manual'}
      @keydown=${(event: KeyboardEvent) => heedEscape(event, () => this.#remove())}
    >
      <div class="note-content" lang=${language} dir=${directionOf(language)}>
        <span>${words[refused]}</span>
        <button part="undo" @click=${() => this.#undo()}>${words.undo}</button>
      </div>
    </div>`;
  }

  /** Goes at the visitor's next act elsewhere, and when there is another state. */
  #follow(signal: AbortSignal): void {
    const heed = (event: Event): void => {
      const isPassing = event instanceof KeyboardEvent && passing.includes(event.key);
      if (!isPassing && !event.composedPath().includes(this.#place)) this.#remove();
    };
    for (const name of ['pointerdown', 'keydown']) addEventListener(name, heed, {capture: true, signal});
    const unsubscribe = this.#options.session.session?.subscribe(({to}) => {
      if (to.name !== 'dismissed') this.#remove();
    });
    if (unsubscribe) signal.addEventListener('abort', unsubscribe);
  }

  #takeFocus(signal: AbortSignal): void {
    const before = document.activeElement;
    find(this.#host, '[part=undo]')?.focus();
    signal.addEventListener('abort', () => {
      if (holdsFocus(this.#host) && before instanceof HTMLElement) before.focus();
    });
  }

  #undo(): void {
    this.#remove();
    this.#options.surfaceState.expect();
    this.#host.optIn();
  }

  #remove(): void {
    this.#end?.abort();
    this.#end = undefined;
    render(nothing, this.#place);
    this.#place.remove();
  }
}
