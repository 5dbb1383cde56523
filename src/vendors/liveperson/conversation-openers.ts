import {ConfigurationError} from '../../check/configuration-error.js';
import type {Offer} from '../../engagement/offer.js';

/** What a page adds to an offer in order to open a conversation. */
export interface MessagingRequestOptions {
  /** Account of the brand, LivePerson's `brandId`. Required. */
  readonly accountId: string;
  /** Skill that the conversation is routed to. @default '-1', which is any */
  readonly skillId?: string | undefined;
  /** Priority: `NORMAL`, `URGENT` or `PRIORITIZED`. @default 'NORMAL' */
  readonly ttrDefName?: string | undefined;
}

/** Body of `cm.ConsumerRequestConversation`. */
export interface MessagingRequest {
  readonly brandId: string;
  readonly channelType: 'MESSAGING';
  readonly skillId: string;
  readonly ttrDefName: string;
  readonly campaignInfo: {readonly campaignId: string; readonly engagementId: string};
  readonly conversationContext: {
    readonly type: 'SharkContext';
    readonly visitorId?: string;
    readonly sessionId?: string;
    readonly interactionContextId?: string;
    readonly lang?: string;
  };
}

/**
 * Translates an invitation into the body of `cm.ConsumerRequestConversation`, with which a page or the brand's server
 * requests the conversation over LivePerson's Messaging Window API. It follows LivePerson's documents and has not been
 * tried against LivePerson itself.
 *
 * @throws ConfigurationError when the offer names no campaign and engagement
 *
 * @example
 * widget.onAccept = ({detail}) => {
 *   const body = messagingRequest(detail.offer, {accountId: '12345678'});
 *   socket.send(JSON.stringify({kind: 'req', id: '1', type: 'cm.ConsumerRequestConversation', body}));
 * };
 */
export function messagingRequest(offer: Offer, options: MessagingRequestOptions): MessagingRequest {
  const {campaignId, engagementId, visitorId, sessionId, contextId, language} = offer;
  const {accountId, skillId = '-1', ttrDefName = 'NORMAL'} = options;
  if (!campaignId || !engagementId) {
    throw new ConfigurationError('Expected an offer of LivePerson with campaignId and engagementId, got another');
  }
  return {
    brandId: accountId,
    channelType: 'MESSAGING',
    skillId,
    ttrDefName,
    campaignInfo: {campaignId, engagementId},
    conversationContext: {
      type: 'SharkContext',
      ...(visitorId && {visitorId}),
      ...(sessionId && {sessionId}),
      ...(contextId && {interactionContextId: contextId}),
      ...(language && {lang: language}),
    },
  };
}

/** The part of LivePerson's own tag that is used. */
interface TagPage {
  readonly lpTag?: {readonly taglets?: {readonly rendererStub?: {readonly click?: (engagementId: string) => unknown}}};
}

/**
 * Opens the conversation by LivePerson's own tag, as a click on the engagement of this id would. Returns whether the tag
 * says that it did. It does nothing where the page has no such tag, and it has not been tried against LivePerson itself:
 * the tag knows only the engagements that it has put on the page.
 *
 * @example
 * widget.onAccept = ({detail}) => {
 *   if (!clickTagEngagement(detail.offer)) throw new Error('The tag does not know this engagement');
 * };
 */
export function clickTagEngagement({engagementId}: Offer, page: object = globalThis): boolean {
  const stub = (page as TagPage).lpTag?.taglets?.rendererStub;
  return !!engagementId && stub?.click?.(engagementId) === true;
}
