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

/** The person whom the visitor would talk to. */
export interface OfferAgent {
  /** Name as the visitor is to read it, such as `Mia`. */
  readonly name: string;
  /** Address of a photo: https, or of the page's own origin. */
  readonly avatar?: string | undefined;
  /** What the person does, such as `Sales advisor`. */
  readonly role?: string | undefined;
}

/** The brand that invites. */
export interface OfferBrand {
  /** Name of the brand. */
  readonly name: string;
  /** Address of a logo: https, or of the page's own origin. */
  readonly logo?: string | undefined;
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
  /** Id of the visitor: LivePerson's `visitorId`, Genesys' `globalVisitID`. */
  readonly visitorId?: string;
  /** Id of the session: LivePerson's `sessionId`, Genesys' `visitID`. */
  readonly sessionId?: string;
  /** Id of the page: LivePerson's `pageId`, Genesys' `pageID`. */
  readonly pageId?: string;
  /** LivePerson's id of the campaign. */
  readonly campaignId?: string;
  /** Id of the engagement: LivePerson's `engagementId`, Genesys' `engagementID`. */
  readonly engagementId?: string;
  /** LivePerson's revision of the engagement, a number. */
  readonly engagementRevision?: number;
  /** LivePerson's id of the context of the engagement. */
  readonly contextId?: string;
  /** LivePerson's id of an open conversation. */
  readonly conversationId?: string;
  /** LivePerson's id of the connector. */
  readonly connectorId?: string;
  /** LivePerson's id of the engagement window. */
  readonly windowId?: string;
  /** Language of the engagement, such as `en-US`. */
  readonly language?: string;
  /** Sentences that the vendor asks for. */
  readonly messages?: OfferMessages;
  /** Who invites. It takes the place of the page's own `agent`. */
  readonly agent?: OfferAgent | undefined;
  /** The brand that invites, in place of the page's own `brand`. */
  readonly brand?: OfferBrand | undefined;
  /** Expected wait, in seconds. */
  readonly waitSeconds?: number;
  /** Number of people who are already waiting. */
  readonly peopleAhead?: number;
  /** One-time address of the conversation, for a click of the visitor. Undefined once it has expired. */
  readonly url?: string | undefined;
  /** When the offer expires, in ms since the epoch. */
  readonly expiresAt?: number;
}
