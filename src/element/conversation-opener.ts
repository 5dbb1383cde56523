import type {Offer} from '../engagement/offer.js';
import {parseUrl, safeUrl} from '../http/safe-url.js';

/** What follows when the visitor accepts or resumes: an event only, a new tab, or a small window. */
export type OpenIn = 'event' | 'tab' | 'popup';

export interface ConversationAddress {
  /** Address with placeholders such as `{engagementId}`. */
  readonly template: string;
  /** Hosts that may be opened, between spaces or commas; when there are none, only the host that the template itself names. */
  readonly allowedHosts: string;
}

const placeholder =
  /\{(campaignId|engagementId|contextId|conversationId|connectorId|windowId|language|visitorId|sessionId)\}/g;

type OfferId = Exclude<keyof Offer, 'messages'>;

const windowFeatures = {
  tab: 'noopener,noreferrer',
  popup: 'noopener,noreferrer,popup,width=420,height=680',
};

/**
 * Fills the offer's ids into a template; nothing when the result may not be opened.
 *
 * The page's author wrote the template and a server the ids, so whatever the ids are, the origin stays the template's.
 */
export function conversationUrl({template, allowedHosts}: ConversationAddress, offer: Offer): URL | undefined {
  const authored = template.replace(placeholder, '');
  const allowed = allowedHosts.split(/[\s,]+/).filter(Boolean);
  const hosts = allowed.length > 0 ? allowed : [parseUrl(authored)?.host ?? ''];
  const filled = template.replace(placeholder, (_, name: OfferId) => encode(String(offer[name] ?? '')));
  const url = safeUrl(filled, hosts);
  return url?.origin === safeUrl(authored, hosts)?.origin ? url : undefined;
}

/** Opens a conversation so that it cannot reach back into this page. */
export function openConversation(
  url: URL,
  openIn: keyof typeof windowFeatures,
  open: (url: string, target: string, features: string) => unknown = (...request) => window.open(...request),
): void {
  open(url.href, '_blank', windowFeatures[openIn]);
}

function encode(value: string): string {
  // A path made of dots climbs to its parent, even when the dots are encoded.
  if (/^\.+$/.test(value)) return '';
  // `encodeURIComponent` throws on half of a surrogate pair.
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
