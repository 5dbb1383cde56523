/** Sentences for one invitation, in place of the page's; they are shown as text. */
export interface OfferMessages {
  readonly exposeTitle?: string;
  readonly exposeBody?: string;
  readonly accept?: string;
  readonly dismiss?: string;
}

/**
 * A conversation that a vendor offers this visitor, or one that is already open.
 *
 * It carries every id the vendor gave, so that a page can open the conversation in its own way.
 * Ids are opaque strings, whatever their type in the vendor's answer.
 */
export interface Offer {
  /** The same for every report of the same invitation or conversation; unique among all sources. */
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
  /** What the vendor wants to be said. */
  readonly messages?: OfferMessages;
  /** How long the visitor would wait, in seconds. */
  readonly waitSeconds?: number;
  /** How many others wait already. */
  readonly peopleAhead?: number;
  /** Where the conversation is opened, once and at a click of the visitor; it vanishes when its time has passed. */
  readonly url?: string | undefined;
  /** When the offer runs out, in ms since the epoch. */
  readonly expiresAt?: number;
}
