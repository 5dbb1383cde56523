/** Sentences for one invitation, which replace those of the page. They are shown as text. */
export interface OfferMessages {
  /** Title of the card. */
  readonly exposeTitle?: string;
  /** Text of the card. */
  readonly exposeBody?: string;
  /** Label of the button that accepts. */
  readonly accept?: string;
  /** Label of the button that declines. */
  readonly dismiss?: string;
}

/**
 * A conversation that a vendor offers this visitor, or one that is already open.
 *
 * It holds every id of the vendor's answer, so that a page can open the conversation itself. Ids are opaque strings,
 * whatever their type in the answer.
 *
 * @example
 * const offer: Offer = {id: 'my-platform/4711', source: 'my-platform', waitSeconds: 90};
 */
export interface Offer {
  /** Identifies the invitation or the conversation among all sources. The same in every report of it. */
  readonly id: string;
  /** Name of the source that reported it. */
  readonly source: string;
  readonly visitorId?: string;
  readonly sessionId?: string;
  readonly pageId?: string;
  readonly campaignId?: string;
  readonly engagementId?: string;
  readonly engagementRevision?: number;
  readonly contextId?: string;
  readonly conversationId?: string;
  readonly connectorId?: string;
  readonly windowId?: string;
  readonly language?: string;
  /** Sentences that the vendor asks for. */
  readonly messages?: OfferMessages;
  /** Expected wait, in seconds. */
  readonly waitSeconds?: number;
  /** Number of people who are already waiting. */
  readonly peopleAhead?: number;
  /** One-time address of the conversation, for a click of the visitor. Undefined once it has expired. */
  readonly url?: string | undefined;
  /** When the offer expires, in ms since the epoch. */
  readonly expiresAt?: number;
}
