import {html, nothing, type TemplateResult} from 'lit';
import {directionOf} from '../messages/catalog.js';
import type {CardView} from './card.js';
import {chatIcon, foldIcon} from './icons.js';

/** Renders the button that opens and closes the card; a dot on it tells of an open conversation. */
export function renderLauncher(view: CardView, hasConversation: boolean): TemplateResult {
  const {catalog, placement, isOpen, onToggle} = view;
  const badge = hasConversation && !isOpen ? html`<span part="badge" aria-hidden="true"></span>` : nothing;
  return html`
    <button
      type="button"
      part="launcher"
      class="surface launcher ${placement}"
      popover="manual"
      aria-expanded=${isOpen}
      aria-controls="card"
      @click=${onToggle}
    >
      ${isOpen ? foldIcon : chatIcon}
      <span lang=${catalog.language} dir=${directionOf(catalog.language)}>${catalog.messages.launcher}</span>
      ${badge}
    </button>
  `;
}
