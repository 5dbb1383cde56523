import {own} from '../../check/own.js';
import type {Offer, OfferMessages} from '../../engagement/offer.js';
import type {Invitation} from './notification.js';

export const sourceName = 'genesys';

/** The offer id for the vendor's engagement id. */
export const offerIdOf = (engagementId: string): string => `${sourceName}/${engagementId}`;

/** Longest texts that fit on a card, in characters. Longer ones are cut. */
const longest = {exposeTitle: 120, exposeBody: 400, accept: 60, dismiss: 60};

/** Translates an invitation into an offer. */
export function toOffer(invitation: Invitation): Offer {
  const {engagementID, globalVisitID, visitID, pageID, lang, agent, brand} = own(invitation);
  return {
    id: offerIdOf(engagementID),
    source: sourceName,
    engagementId: engagementID,
    ...present({visitorId: globalVisitID, sessionId: visitID, pageId: pageID, language: lang}),
    messages: toMessages(invitation),
    ...(agent && {agent}),
    ...(brand && {brand}),
  };
}

function toMessages(invitation: Invitation): OfferMessages {
  const {title, subject, message, acceptText, rejectText} = own(invitation);
  const texts = {exposeTitle: title || subject, exposeBody: message, accept: acceptText, dismiss: rejectText};
  const shown = Object.entries(present(texts)).map(([name, text]) => [
    name,
    shorten(text, longest[name as keyof typeof longest]),
  ]);
  return Object.fromEntries(shown) as OfferMessages;
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** Drops absent and blank values. */
function present<Name extends string>(
  values: Readonly<Record<Name, string | undefined>>,
): Partial<Record<Name, string>> {
  const filled = Object.entries<string | undefined>(values).filter(([, value]) => value?.trim());
  return Object.fromEntries(filled) as Partial<Record<Name, string>>;
}
