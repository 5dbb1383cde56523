import type {Offer} from '../../../engagement/offer.js';
import type {OfferAct} from '../../../engagement/source.js';

/** What happened to an offer, in the terms of the report method. */
export interface Impression {
  readonly type: string;
  readonly campaign: number | string;
  readonly engId: number | string;
  readonly revision: number;
  readonly eContext?: readonly {readonly type: 'engagementContext'; readonly id: string}[];
  readonly [key: string]: unknown;
}

const impressionTypes: Readonly<Partial<Record<OfferAct, string>>> = {
  shown: 'impDisplay',
  accepted: 'impAccept',
  dismissed: 'impClose',
};

/** The impression event for a visitor's act, or undefined if there is none or the offer lacks an id that it needs. */
export function toImpression(act: OfferAct, offer: Offer): Impression | undefined {
  const {campaignId, engagementId, engagementRevision, contextId} = offer;
  const type = impressionTypes[act];
  if (!type || !campaignId || !engagementId || engagementRevision === undefined) return undefined;
  const impression = {
    type,
    campaign: toVendorId(campaignId),
    engId: toVendorId(engagementId),
    revision: engagementRevision,
  };
  if (act === 'dismissed') return impression;
  return contextId ? {...impression, eContext: [{type: 'engagementContext', id: contextId}]} : undefined;
}

/** Impressions carry these ids as numbers, as the answer does. */
const toVendorId = (id: string): number | string => (/^\d{1,15}$/.test(id) ? Number(id) : id);
