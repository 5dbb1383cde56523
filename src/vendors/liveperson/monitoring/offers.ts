import {own} from '../../../check/own.js';
import {complete} from '../../../engagement/recollection.js';
import type {Offer} from '../../../engagement/offer.js';
import type {SourceFact} from '../../../engagement/source.js';
import {emptyVisit, type Visit} from '../../../visit/visit.js';
import {readEngageAnswer} from './engage-answer.js';
import type {EngageAnswer, EngagementDetails} from './monitoring.schemas.js';

export const sourceName = 'liveperson';

/**
 * Translates an answer into a fact. Status 200 and 201 mean the same: only the body says whether there is an engagement
 * (Monitoring API, Response format).
 */
export function toFact(answer: EngageAnswer): SourceFact {
  const details = answer.engagementDetails.map(own).find((entry) => isConversation(entry) || entry.status === 'expose');
  if (!details) return {type: 'unavailable', source: sourceName};
  return {type: isConversation(details) ? 'conversation' : 'expose', offer: toOffer(own(answer), details)};
}

/**
 * What an answer offers, as it came. Nothing where something that is remembered may stand in its way.
 *
 * @param most how many invitations a visitor may see within 24 hours
 */
export function offerIn(answer: unknown, visit: Visit = emptyVisit, most = Infinity): SourceFact | undefined {
  const {data} = readEngageAnswer(answer);
  const fact = data && toFact(data);
  const known = fact && complete(fact, visit, {most, now: Date.now()});
  return known && 'offer' in known && !('settled' in known) ? known : undefined;
}

function isConversation({status, conversationId}: EngagementDetails): boolean {
  return status === 'conversation' || Boolean(conversationId);
}

function toOffer({visitorId, sessionId, pageId}: EngageAnswer, details: EngagementDetails): Offer {
  const {campaignId, engagementId, engagementRevision, contextId, conversationId, connectorId, windowId, language} =
    details;
  const ids = {
    pageId,
    campaignId,
    engagementId,
    engagementRevision,
    contextId,
    conversationId,
    connectorId,
    windowId,
    language,
  };
  return {
    id: [sourceName, conversationId ?? [campaignId, engagementId]].flat().join('/'),
    source: sourceName,
    visitorId,
    sessionId,
    ...Object.fromEntries(Object.entries(ids).filter(([, value]) => value != null)),
  };
}
