import {html, type TemplateResult} from 'lit';
import {renderCard, type CardView} from './card.js';

/** Renders the way back into an open conversation. */
export function renderConversationCard(view: CardView): TemplateResult {
  const {messages} = view.catalog;
  return renderCard(view, {
    title: messages.conversationTitle,
    body: messages.conversationBody,
    actions: html`
      <button type="button" part="resume" class="primary" @click=${view.onAccept}>${messages.resume}</button>
      <button type="button" part="dismiss" @click=${view.onDismiss}>${messages.notNow}</button>
    `,
  });
}
