import {html, nothing, type TemplateResult} from 'lit';
import {directionOf, type Catalog} from '../messages/catalog.js';
import {chatIcon, closeIcon} from './icons.js';

/** What the visitor can do with a card and its launcher. */
export type CardAct = 'accept' | 'dismiss' | 'hide' | 'open';

/** What is shown, and to whom the visitor's acts go. */
export interface CardView {
  readonly name: 'expose' | 'conversation';
  readonly catalog: Catalog;
  readonly headingLevel: number;
  readonly placement: 'end' | 'start';
  readonly isOpen: boolean;
  readonly act: (act: CardAct) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
  /** A line below the body. */
  readonly line?: unknown;
  /** What stands in place of the usual buttons. */
  readonly actions?: unknown;
  /** What follows the usual buttons. */
  readonly after?: unknown;
}

/** Renders the invitation, or the way back into a conversation, with every slot, so that slotted content is never moved. */
export function renderCard(view: CardView): TemplateResult {
  const {name, catalog, headingLevel, placement, act, onKeydown, line, actions, after} = view;
  const {language, messages} = catalog;
  const level = /^[0-6]$/.test(String(headingLevel)) ? headingLevel : 2;
  const isInvitation = name === 'expose';
  const primary = isInvitation ? 'accept' : 'resume';
  const [title, body] = [messages[`${name}Title`], messages[`${name}Body`]];
  const close = html`<button type="button" part="close" aria-label=${messages.close} @click=${() => act('hide')}>
    ${closeIcon}
  </button>`;
  const usual = html`
    <button type="button" part=${primary} class="primary" @click=${() => act('accept')}>${messages[primary]}</button>
    <button type="button" part="dismiss" @click=${() => act('dismiss')}>${messages[isInvitation ? 'dismiss' : 'notNow']}</button>
  `;
  // The direction is set inside: the corner follows the page's direction, the text that of its language.
  return html`
    <section
      id="card"
      part="card"
      class="surface card ${placement}"
      popover="manual"
      role="region"
      aria-labelledby="title"
      @keydown=${onKeydown}
    >
      <div class="content" lang=${language} dir=${directionOf(language)}>
        <div class="icon"><slot name="icon">${chatIcon}</slot></div>
        <div class=${isInvitation ? 'cornered' : nothing}>
          <div
            id="title"
            part="title"
            role=${level ? 'heading' : nothing}
            aria-level=${level || nothing}
          ><slot name="title">${title}</slot></div>
          <div part="body"><slot name="body">${body}</slot></div>
          ${line}
        </div>
        <div part="actions">
          ${actions ?? usual} ${after}
          <slot name="actions"></slot>
        </div>
        <slot name="privacy"></slot>
        ${isInvitation ? close : nothing}
      </div>
    </section>
  `;
}
