import {ConfigurationError} from '../../check/configuration-error.js';
import type {Offer} from '../../engagement/offer.js';
import {parseUrl, safeUrl, splitHosts} from '../../http/safe-url.js';
import type {Settings} from '../../tag/settings/settings.js';

export interface ConversationAddress {
  /** Address with placeholders such as `{engagementId}`. */
  readonly template: string;
  /** Hosts that may be opened, between spaces or commas; when there are none, only the host that the template itself names. */
  readonly allowedHosts: string;
}

/** What a page can set about the opening of conversations. */
export type OpenerSettings = Readonly<Pick<Settings, 'openIn' | 'conversationUrl' | 'allowedHosts' | 'handoffUrl'>>;

const placeholder =
  /\{(campaignId|engagementId|contextId|conversationId|connectorId|windowId|language|visitorId|sessionId|topic)\}/g;

/** An offer, and the id of what the visitor wants to begin with. */
export interface ChosenOffer extends Offer {
  readonly topic?: string | undefined;
}

type OfferId = Exclude<keyof ChosenOffer, 'messages' | 'agent' | 'brand'>;

const windowFeatures = {
  tab: 'noopener,noreferrer',
  popup: 'noopener,noreferrer,popup,width=420,height=680',
};

/**
 * Fills the offer's ids into a template; nothing when the result may not be opened.
 *
 * The page's author wrote the template and a server the ids, so whatever the ids are, the origin stays the template's.
 */
export function conversationUrl({template, allowedHosts}: ConversationAddress, offer: ChosenOffer): URL | undefined {
  const authored = template.replace(placeholder, '');
  const allowed = splitHosts(allowedHosts);
  const hosts = allowed.length > 0 ? allowed : [parseUrl(authored)?.host ?? ''];
  const filled = template.replace(placeholder, (_, name: OfferId) => encode(String(offer[name] ?? '')));
  const url = safeUrl(filled, hosts);
  return url?.origin === safeUrl(authored, hosts)?.origin ? url : undefined;
}

/**
 * Returns the address of an offer's conversation that the page has written.
 *
 * @throws ConfigurationError when the address may not be opened
 */
export function conversationAddress(settings: OpenerSettings, offer: ChosenOffer): URL {
  const {conversationUrl: template, allowedHosts} = settings;
  const url = conversationUrl({template: template ?? '', allowedHosts: allowedHosts ?? ''}, offer);
  if (url) return url;
  throw new ConfigurationError(
    'Expected conversation-url to be an https address; write its host in allowed-hosts if it has placeholders there',
  );
}

/**
 * Opens a conversation so that it cannot reach back into this page: by the offer's own link, or at the address that the
 * page has written. A link that has vanished opens nothing, and neither does a panel, which is not a window; but a link
 * never leads into a panel: it works only once, and a frame may have to load twice.
 *
 * @throws ConfigurationError when the address may not be opened
 */
export function openConversation(
  settings: OpenerSettings,
  offer: ChosenOffer,
  open: (url: string, target: string, features: string) => unknown = (...request) => window.open(...request),
): void {
  const {openIn} = settings;
  if (Object.hasOwn(offer, 'url')) {
    if (offer.url)
      open(checkLink(settings, offer.url).href, '_blank', windowFeatures[openIn === 'popup' ? openIn : 'tab']);
  } else if (openIn === 'tab' || openIn === 'popup') {
    open(conversationAddress(settings, offer).href, '_blank', windowFeatures[openIn]);
  }
}

/** Opens an address that was checked before, in a tab. */
export function openTab(address: string): void {
  window.open(address, '_blank', windowFeatures.tab);
}

/** A source has checked its link, but a page may bring sources and sessions of its own. */
function checkLink({allowedHosts, handoffUrl}: OpenerSettings, link: string): URL {
  const allowed = splitHosts(allowedHosts ?? '');
  const url = safeUrl(link, allowed.length > 0 ? allowed : [parseUrl(handoffUrl || link)?.host ?? '']);
  if (url) return url;
  throw new ConfigurationError(
    'Expected the link of the offer to be an https address at a host that may be opened; write its host in allowed-hosts if it is yours',
  );
}

function encode(value: string): string {
  // A path made of dots climbs to its parent, even when the dots are encoded.
  if (/^\.+$/.test(value)) return '';
  // `encodeURIComponent` throws on half of a surrogate pair.
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
