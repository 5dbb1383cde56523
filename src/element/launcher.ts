import {html, nothing, type TemplateResult} from 'lit';
import {directionOf} from '../messages/catalog.js';
import type {CardView} from './card.js';
import {chatIcon, closeIcon} from './icons.js';

/** Renders the button that opens and closes the card; a dot on it tells of an open conversation. */
export function renderLauncher({name, catalog, placement, isOpen, act}: CardView): TemplateResult {
  const {language, messages} = catalog;
  const hasBadge = name === 'conversation' && !isOpen;
  const badge = html`<span part="badge" aria-hidden="true"></span>`;
  return html`
    <button
      type="button"
      part="launcher"
      class="surface launcher ${placement}"
      popover="manual"
      aria-expanded=${isOpen}
      aria-controls="card"
      @click=${() => act(isOpen ? 'hide' : 'open')}
    >
      ${isOpen ? closeIcon : chatIcon}
      <span lang=${language} dir=${directionOf(language)}>${messages.launcher}</span>
      ${hasBadge ? badge : nothing}
    </button>
  `;
}
