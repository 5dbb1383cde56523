import {html, nothing, type TemplateResult} from 'lit/html.js';
import {directionOf, type Catalog} from '../../messages/catalog.js';
import type {Format, Placement} from '../../tag/settings/settings.js';
import type {CardAction} from './card-action.js';
import {chatPath, closePath, icon, morePath} from './icons.js';

/** What is shown, and to whom the visitor's acts go. */
export interface CardView {
  readonly name: 'expose' | 'conversation';
  readonly catalog: Catalog;
  readonly headingLevel: number;
  readonly placement: Placement;
  readonly format: Format;
  /** Whether the visitor has accepted, and the page is not ready yet. */
  readonly isBusy: boolean;
  /** Whether the further options are shown. */
  readonly hasMore: boolean;
  readonly act: (act: CardAction) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onTouch: (event: TouchEvent) => void;
  /** Asked in place of the title. */
  readonly question?: string | undefined;
  /** The picture beside the title, in place of the glyph. */
  readonly picture?: unknown;
  /** A line below the title. */
  readonly byline?: unknown;
  /** A line below the body. */
  readonly line?: unknown;
  /** What the visitor can begin with. */
  readonly topics?: unknown;
  /** A word on privacy. */
  readonly privacy?: unknown;
  /** What stands in place of the usual buttons. */
  readonly actions?: unknown;
  /** What follows the usual buttons. */
  readonly after?: unknown;
}

/** Renders the invitation, or the way back into a conversation, with every slot, so that slotted content is never moved. */
export function renderCard(view: CardView): TemplateResult {
  const {name, catalog, placement, format, onKeydown, onTouch, question, picture, byline, line, topics} = view;
  const {language, messages} = catalog;
  const asked = question && 'question';
  const level = /^[0-6]$/.test(String(view.headingLevel)) ? view.headingLevel : 2;
  // The direction is set inside: the corner follows the page's direction, the text that of its language.
  return html`
    <section
      id="card"
      part="card"
      class="surface card ${placement} as-${format}"
      popover=${placement === 'inline' ? nothing : 'manual'}
      role="region"
      aria-labelledby="title"
      @keydown=${onKeydown}
      @touchstart=${onTouch} @touchmove=${onTouch} @touchend=${onTouch}
    >
      <div class="content" lang=${language} dir=${directionOf(language)}>
        <slot name="icon" class="icon">${picture ?? icon(chatPath)}</slot>
        <div class=${name === 'expose' ? 'cornered' : nothing}>
          <div id="title" part="title" role=${level ? 'heading' : nothing} aria-level=${level || nothing}>
            <slot part=${asked ?? nothing} name=${asked ?? 'title'} .textContent=${question ?? messages[`${name}Title`]}></slot>
          </div>
          ${byline}
          <slot part="body" name="body" .textContent=${messages[`${name}Body`]}></slot>
          ${line}
        </div>
        ${topics}
        <div part="actions">
          ${view.actions ?? renderActions(view)}
          ${view.after}
          <slot name="actions"></slot>
        </div>
        <slot name="privacy">${view.privacy}</slot>
        ${name === 'expose' ? renderCorner(view) : nothing}
      </div>
      ${view.hasMore ? renderOptions(view) : nothing}
    </section>
  `;
}

function renderActions({name, catalog, isBusy, act}: CardView): TemplateResult {
  const {messages} = catalog;
  const [primary, secondary] = name === 'expose' ? (['accept', 'dismiss'] as const) : (['resume', 'notNow'] as const);
  return html`
    <button
      part=${primary}
      class="primary"
      aria-disabled=${isBusy || nothing}
      aria-busy=${isBusy || nothing}
      .textContent=${messages[primary]}
      @click=${() => act('accept')}
    ></button>
    <button part="dismiss" @click=${() => act('dismiss')} .textContent=${messages[secondary]}></button>
  `;
}

/** They lie over the card, and leave it as it is. */
function renderOptions({catalog: {language, messages}, act}: CardView): TemplateResult {
  return html`
    <div id="more" part="options" lang=${language} dir=${directionOf(language)}>
      <button part="snooze" @click=${() => act('snooze')}>${messages.snooze}</button>
      <button part="opt-out" @click=${() => act('optOut')}>${messages.optOut}</button>
    </div>
  `;
}

/** The way to an invitation's further options, and the one out of the way. */
function renderCorner({catalog, hasMore, act}: CardView): TemplateResult {
  const {messages} = catalog;
  return html`
    <div class="corner">
      <button
        part="more"
        title=${messages.more}
        aria-label=${messages.more}
        aria-expanded=${hasMore}
        aria-controls="more"
        @click=${() => act('more')}
      >
        ${icon(morePath)}
      </button>
      <button part="close" title=${messages.close} aria-label=${messages.close} @click=${() => act('hide')}>${icon(closePath)}</button>
    </div>
  `;
}
