import type {EngagementSession} from '../../engagement/session.js';
import type {EngagementSource} from '../../engagement/source.js';
import type {NotificationSettings} from '../../vendors/genesys/notification-settings.js';
import type {ClientProperties} from '../../vendors/liveperson/client-properties.js';
import type {EngagementAttribute} from '../../vendors/liveperson/engagement-attributes.js';
import type {Identity} from '../../vendors/liveperson/identities.js';
import {consentWords, type Consent} from '../consent.js';
import type {CardSettings} from './card-settings.js';
import type {EngagementAcceptEvent, EngagementResumeEvent} from '../event-classes.js';
import {
  askingAgain,
  callback,
  choice,
  data,
  flag,
  number,
  optionalNumber,
  reference,
  restarting,
  text,
  type Setting,
} from './setting.js';

export type {Avoid, Format, Placement, Topic} from './card-settings.js';

/** What happens when the visitor accepts or resumes: an event only, a new tab, a small window, or a panel on the page. */
export type OpenIn = 'event' | 'tab' | 'popup' | 'panel';

/** Everything that a page can set on the tag, by the names of the element's properties. */
export interface Settings extends CardSettings {
  /** Account of the brand at the contact-centre platform. */
  accountId: string | undefined;

  /** App installation that this page belongs to. */
  appInstallationId: string | undefined;

  /** Host of the platform's API, or an http origin on this machine, such as `http://localhost:8000`. It is looked up when absent. */
  apiHost: string | undefined;

  /** Version of the platform's API: `1.1` when absent, or `1.0`. */
  apiVersion: string | undefined;

  /** Longest random stretch of a retry pause: 2 when absent; `1` keeps the exact pauses of the policy. */
  retrySpread: number | undefined;

  /** Writes what happens to the console, without ids. */
  debug: boolean;

  /**
   * Whether the visitor has to agree first, and has agreed: `not-required`, `required`, `granted` or `denied`. Any other
   * word counts as `required`. With `required` and `denied` nothing is sent, stored or loaded. Changing it to `denied`
   * is the same as `revokeConsent()`. The choice is not remembered: each page states it anew.
   */
  consent: Consent;

  /**
   * How many different invitations a visitor may see within 24 hours, on all pages and in all tabs: `0` for none, no limit
   * when absent. An open conversation does not count.
   */
  maxInvitations: number | undefined;

  /**
   * Address of the conversation. `{campaignId}`, `{engagementId}`, `{contextId}`, `{conversationId}`, `{connectorId}`,
   * `{windowId}`, `{language}`, `{visitorId}`, `{sessionId}` and `{topic}` are filled in; they cannot change the origin.
   */
  conversationUrl: string | undefined;

  /**
   * Where accepting and resuming lead: to the page's own listener (`event`), which has to call `preventDefault()`, or to `conversation-url` in a `tab`, a small
   * window (`popup`) or a `panel` on the page. A hand-off opens in a tab, unless this is `popup`.
   */
  openIn: OpenIn;

  /**
   * Hosts that may be opened, with their subdomains, separated by spaces. When absent: the host in `conversation-url`, and
   * for hand-offs the host in `handoff-url`.
   */
  allowedHosts: string | undefined;

  /** Address of an endpoint on the brand's own server, which asks the platform for a one-time link to a conversation. */
  handoffUrl: string | undefined;

  /** Whether an offer is likely, so that what shows it is loaded beside the question, and not after the answer. */
  expectOffer: boolean;

  /** Source of notifications: the https address of a server-sent event stream, or the https or wss address of a CometD server. */
  notificationsUrl: string | undefined;

  /**
   * How notifications arrive: `sse` when absent, `bayeux` (CometD; over WebSocket when the address is wss) or `window`. The
   * property also takes a transport object.
   */
  notificationsTransport: NotificationSettings['notificationsTransport'];

  /** Origins whose messages are accepted by the transport `window`, separated by spaces. */
  notificationsOrigins: string | undefined;

  /** Where the outcome of each notification is reported, with `navigator.sendBeacon`: an https address of the brand. */
  outcomesUrl: string | undefined;

  /** The platform's id of the running visit, whose notifications are shown. */
  visitId: string | undefined;

  /** The platform's id of this page. A notification for another page is not shown. */
  pageId: string | undefined;

  /** Gets a short-lived ticket for the visit. It is called before each connection. */
  notificationTicket: NotificationSettings['notificationTicket'];

  /** Identities of the visitor, in the platform's own format. */
  identities: readonly Identity[] | undefined;

  /** Gives the identities of the visitor. It is called before each request and takes the place of `identities`. */
  identityProvider: (() => Promise<readonly Identity[]>) | undefined;

  /** What is known about the visitor, in the platform's own format. */
  engagementAttributes: readonly EngagementAttribute[] | undefined;

  /** Where on the site the visitor is, in the platform's own format. */
  entryPoints: readonly string[] | undefined;

  /** What is known about the browser and the app, in the platform's own format. */
  clientProperties: ClientProperties | undefined;

  /** @deprecated Use `identities`. */
  consumerId: string | undefined;

  /**
   * Opens the conversation when the visitor accepts, in place of `open-in`. It gets the `engagement-accept` event. The
   * button waits for a promise that it returns; a rejection keeps the offer.
   */
  onAccept: ((event: EngagementAcceptEvent) => unknown) | undefined;

  /** The same for the way back into an open conversation, with the `engagement-resume` event. */
  onResume: ((event: EngagementResumeEvent) => unknown) | undefined;

  /** A session to run in place of one made from the settings. */
  session: EngagementSession | undefined;

  /** Sources to ask in place of those made from the settings. */
  sources: readonly EngagementSource[] | undefined;
}

export type SettingName = keyof Settings;

/**
 * How each setting is read and compared, and whether a change of it restarts the session. The element's properties, the
 * script tag, the custom elements manifest and the documentation are made from this table.
 */
export const settings: Readonly<Record<SettingName, Setting>> = {
  accountId: restarting(text),
  appInstallationId: restarting(text),
  apiHost: restarting(text),
  apiVersion: restarting(text),
  retrySpread: restarting(optionalNumber),
  debug: restarting(flag),
  consent: choice(consentWords, 'required'),
  maxInvitations: restarting(optionalNumber),
  conversationUrl: text,
  openIn: choice(['event', 'tab', 'popup', 'panel']),
  placement: choice(['end', 'start', 'inline']),
  avoid: choice(['fixed', 'none']),
  format: choice(['card', 'bubble', 'banner']),
  delay: number(0),
  showAfterScroll: restarting(optionalNumber),
  showOnExit: restarting(flag),
  showOnUrl: restarting(text),
  hours: restarting(text),
  autoCollapse: number(0),
  unread: optionalNumber,
  locale: text,
  headingLevel: number(2),
  expectOffer: flag,
  privacyUrl: text,
  titleBadge: flag,
  notificationsUrl: restarting(text),
  notificationsTransport: restarting(text),
  notificationsOrigins: restarting(text),
  outcomesUrl: restarting(text),
  visitId: restarting(text),
  pageId: restarting(text),
  handoffUrl: restarting(text),
  allowedHosts: restarting(text),
  identities: restarting(data),
  identityProvider: restarting(callback),
  consumerId: restarting(data),
  engagementAttributes: askingAgain(data),
  entryPoints: askingAgain(data),
  clientProperties: askingAgain(data),
  notificationTicket: restarting(callback),
  onAccept: callback,
  onResume: callback,
  waitTime: callback,
  endConversation: callback,
  agent: data,
  brand: data,
  topics: data,
  messages: data,
  session: reference,
  sources: restarting(reference),
};

export const settingNames = Object.keys(settings) as readonly SettingName[];
