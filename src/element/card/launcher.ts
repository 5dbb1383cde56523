import {html, nothing, type TemplateResult} from 'lit/html.js';
import {directionOf, type Catalog} from '../../messages/catalog.js';
import {canonical, sayCount} from '../../messages/count.js';
import type {Format, Placement} from '../../tag/settings/settings.js';
import type {CardAction} from './card-action.js';
import {chatPath, foldPath} from './icons.js';

/** What a launcher stands for. */
export interface LauncherView {
  readonly catalog: Catalog;
  readonly placement: Placement;
  readonly format: Format;
  readonly isOpen: boolean;
  /** Id of what it opens. */
  readonly controls: string;
  /** What waits for the visitor. */
  readonly calling: 'expose' | 'conversation' | undefined;
  /** How many messages the visitor has not read. */
  readonly unread: number | undefined;
  readonly act: (act: CardAction) => void;
}

/** Renders the button that opens and closes the card; a badge tells of what waits behind it. */
export function renderLauncher(view: LauncherView): TemplateResult {
  const {catalog, placement, format, isOpen, controls, calling, unread, act} = view;
  const {language, messages} = catalog;
  const told = isOpen ? '' : sayCount(unread, messages.unread, language);
  const waiting = told || (calling === 'expose' && !isOpen ? messages.invitation : '');
  const number = told && shorten(Number(unread), language);
  // A badge that a screen reader said before the name would tell the same twice.
  const badge = html`<span part="badge" class=${number ? 'number' : nothing} aria-hidden="true">${number}</span>`;
  return html`
    <button
      part="launcher"
      class="surface launcher ${placement} as-${format}"
      popover=${placement === 'inline' ? nothing : 'manual'}
      lang=${language}
      title=${format === 'bubble' ? messages.launcher : nothing}
      aria-label=${waiting ? `${messages.launcher}, ${waiting}` : nothing}
      aria-expanded=${isOpen}
      aria-controls=${controls}
      @click=${() => act(isOpen ? 'hide' : 'open')}
    >
      <svg class="glyphs" viewBox="0 0 24 24" aria-hidden="true"><path d=${chatPath}></path><path d=${foldPath}></path></svg>
      <span class="label" dir=${directionOf(language)} .textContent=${messages.launcher}></span>
      ${told || (calling && !isOpen) ? badge : nothing}
    </button>
  `;
}

function shorten(count: number, language: string): string {
  const most = 99;
  const number = new Intl.NumberFormat(canonical(language)).format(Math.min(count, most));
  return count > most ? `${number}+` : number;
}
