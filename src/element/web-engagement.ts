import {createSession} from '../tag/create-session.js';
import {EngagementElement} from './engagement-element.js';
import {TagSession} from '../tag/session-controller.js';

/**
 * Offers a visitor a conversation when the brand's contact-centre platform says so, and leads back into an open one.
 *
 * @tag web-engagement
 * @summary An invitation to chat that appears only when the platform offers one.
 *
 * @slot title - Title of the card. Falls back to a short sentence in the visitor's language.
 * @slot body - What the card says. Falls back to a short sentence in the visitor's language.
 * @slot icon - Picture beside the title. Falls back to a chat glyph.
 * @slot privacy - A word on privacy, below the buttons.
 * @slot actions - Further buttons or links, after the card's own.
 *
 * @event {EngagementShowEvent} engagement-show - The card is about to open. Cancel it to show nothing.
 * @event {EngagementAcceptEvent} engagement-accept - The visitor accepts. Cancel it to open the conversation yourself.
 * @event {EngagementResumeEvent} engagement-resume - The visitor goes back. Cancel it to open the conversation yourself.
 * @event {EngagementDismissEvent} engagement-dismiss - The visitor declines. Cancel it to keep the card.
 * @event {EngagementStateChangeEvent} engagement-statechange - The state changed.
 * @event {EngagementShownEvent} engagement-shown - The card, or the bubble that stands for it, became visible.
 * @event {EngagementHiddenEvent} engagement-hidden - What was shown is no longer visible.
 * @event {EngagementRetryEvent} engagement-retry - A request failed and will be sent again.
 * @event {EngagementNotificationEvent} engagement-notification - The platform sent something on its own; this is what became of it.
 * @event {EngagementErrorEvent} engagement-error - Something went wrong.
 *
 * @csspart launcher - The button that opens and closes the card.
 * @csspart badge - The dot or the number on the launcher that tells what waits behind it.
 * @csspart card - The invitation, or the way back.
 * @csspart title - The card's title.
 * @csspart body - The card's text.
 * @csspart wait - How long the wait is, and how many wait already.
 * @csspart actions - The row of buttons.
 * @csspart accept - The button that accepts the invitation.
 * @csspart resume - The button that leads back into the conversation.
 * @csspart dismiss - The button that declines.
 * @csspart close - The button that folds the invitation into the launcher.
 * @csspart more - The button that shows an invitation's further options.
 * @csspart options - The further options.
 * @csspart snooze - The button that asks for the invitation later.
 * @csspart opt-out - The button that asks for no more invitations.
 * @csspart end - The button that ends the conversation; it asks first.
 * @csspart question - Whether the conversation is to be ended, in place of the buttons.
 * @csspart confirm - The button that ends the conversation.
 * @csspart cancel - The button that keeps the conversation.
 * @csspart problem - That the conversation could not be ended.
 * @csspart panel - The conversation on the page.
 * @csspart panel-header - The panel's title and its buttons.
 * @csspart panel-title - The panel's title.
 * @csspart resize - The handle that changes the panel's size.
 * @csspart minimize - The button that folds the panel into the launcher.
 * @csspart window - The button that moves the conversation into a window of its own.
 * @csspart leave - The button that closes the panel.
 * @csspart loading - That the conversation is being loaded.
 * @csspart fallback - The button in place of a conversation that the page's policy keeps out of the panel.
 * @csspart status - The invisible live region for screen readers.
 *
 * @cssproperty [--web-engagement-accent=light-dark(#2b4bd3, #a8bbff)] - Background of the launcher and of the main button.
 * @cssproperty [--web-engagement-on-accent=light-dark(#fff, #0e1738)] - Text on the accent; at least 4.5:1 against it.
 * @cssproperty [--web-engagement-surface=light-dark(#fff, #1b1e27)] - Background of the card.
 * @cssproperty [--web-engagement-on-surface=light-dark(#171b26, #f1f3f8)] - Text on the card; at least 4.5:1 against it.
 * @cssproperty [--web-engagement-border=color-mix(in srgb, on-surface 50%, surface)] - Borders; at least 3:1 against the card.
 * @cssproperty [--web-engagement-radius=16px] - Corner radius of the card; the buttons follow it.
 * @cssproperty [--web-engagement-inset-block=clamp(1em, 3vw, 1.5em)] - Distance from the bottom of the window.
 * @cssproperty [--web-engagement-inset-inline=clamp(1em, 3vw, 1.5em)] - Distance from the side of the window.
 * @cssproperty [--web-engagement-font=system-ui, sans-serif] - Font family.
 * @cssproperty [--web-engagement-focus=accent] - Focus ring; at least 3:1 against the card.
 *
 * @cssState idle - Nothing was asked yet, or `reset()` was called.
 * @cssState connecting - The platform is being asked.
 * @cssState unavailable - There is no offer.
 * @cssState expose - A conversation is on offer.
 * @cssState conversation - A conversation is open.
 * @cssState accepted - The visitor accepted the offer.
 * @cssState dismissed - The visitor declined the offer.
 * @cssState failed - The platform gave no answer.
 * @cssState open - The card or the panel is open.
 * @cssState yielded - The launcher has stepped aside for what has the focus below it.
 */
export class WebEngagementElement extends EngagementElement {
  protected override createTagSession(): TagSession {
    return new TagSession(this, createSession);
  }
}
