import {html, nothing, type TemplateResult} from 'lit';
import {directionOf, type Catalog} from '../messages/catalog.js';
import {chatIcon} from './icons.js';

/** What a card needs to know, and what the visitor can do with it. */
export interface CardView {
  readonly catalog: Catalog;
  readonly headingLevel: number;
  readonly placement: 'end' | 'start';
  readonly isOpen: boolean;
  readonly onAccept: () => void;
  readonly onDismiss: () => void;
  readonly onFold: () => void;
  readonly onToggle: () => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
}

export interface CardContent {
  readonly title: string;
  readonly body: string;
  readonly actions: TemplateResult;
  readonly corner?: TemplateResult;
}

/** Renders the frame that all cards have in common, with every slot, so that slotted content is never moved. */
export function renderCard(view: CardView, {title, body, actions, corner}: CardContent): TemplateResult {
  const {catalog, headingLevel, placement, isOpen, onKeydown} = view;
  // The direction is set inside: the corner follows the page's direction, the text that of its language.
  return html`
    <section
      id="card"
      part="card"
      class="surface card ${placement}"
      popover="manual"
      role="region"
      aria-labelledby="title"
      ?hidden=${!isOpen}
      @keydown=${onKeydown}
    >
      <div class="content ${corner ? 'cornered' : ''}" lang=${catalog.language} dir=${directionOf(catalog.language)}>
        <div class="icon"><slot name="icon">${chatIcon}</slot></div>
        <div class="text">
          <div
            id="title"
            part="title"
            role=${headingLevel ? 'heading' : nothing}
            aria-level=${headingLevel || nothing}
          ><slot name="title">${title}</slot></div>
          <div part="body"><slot name="body">${body}</slot></div>
        </div>
        <div part="actions">${actions}<slot name="actions"></slot></div>
        <slot name="privacy"></slot>
        ${corner}
      </div>
    </section>
  `;
}
