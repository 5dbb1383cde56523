import {html, type TemplateResult} from 'lit';
import {renderCard, type CardView} from './card.js';
import {closeIcon} from './icons.js';

/** Renders the invitation. */
export function renderExposeCard(view: CardView): TemplateResult {
  const {messages} = view.catalog;
  return renderCard(view, {
    title: messages.exposeTitle,
    body: messages.exposeBody,
    actions: html`
      <button type="button" part="accept" class="primary" @click=${view.onAccept}>${messages.accept}</button>
      <button type="button" part="dismiss" @click=${view.onDismiss}>${messages.dismiss}</button>
    `,
    corner: html`
      <button type="button" part="close" aria-label=${messages.close} @click=${view.onFold}>${closeIcon}</button>
    `,
  });
}
