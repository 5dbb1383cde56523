import {LitElement, type PropertyDeclaration, type PropertyDeclarations, type PropertyValues} from 'lit';
import type {EngagementSession} from '../engagement/session.js';
import type {EngagementSource} from '../engagement/source.js';
import type {Offer} from '../engagement/offer.js';
import type {Messages} from '../messages/messages.js';
import type {ClientProperties} from '../vendors/liveperson/client-properties.js';
import type {EngagementAttribute} from '../vendors/liveperson/engagement-attributes.js';
import type {NotificationSettings} from '../vendors/genesys/notification-settings.js';
import type {Identity} from '../vendors/liveperson/identities.js';
import type {Format, Placement} from './card/card.js';
import {isDifferent} from '../tag/content-comparison.js';
import type {Consent} from '../tag/consent.js';
import type {OpenIn} from './conversation/conversation-opener.js';
import {
  attributeOf,
  sessionAttributes,
  sessionProperties,
  sessionSettings,
  toSetting,
  type SessionSettings,
} from '../tag/settings.js';

const attributes = [
  ...sessionAttributes,
  'consent',
  'conversationUrl',
  'openIn',
  'placement',
  'format',
  'delay',
  'autoCollapse',
  'unread',
  'locale',
  'headingLevel',
] as const;

const types: PropertyDeclarations = {
  retrySpread: {type: Number},
  debug: {type: Boolean},
  // An attribute that is empty says nothing, and not 0.
  maxInvitations: {converter: (value) => (value?.trim() ? Number(value) : undefined)},
  headingLevel: {type: Number},
  delay: {type: Number},
  autoCollapse: {type: Number},
  unread: {type: Number},
};

/** Properties that a framework may set to the same value again and again. */
const comparedByContent = [...sessionProperties, 'waitTime', 'endConversation', 'messages'];

const declare = (names: readonly string[], declaration: (name: string) => PropertyDeclaration): PropertyDeclarations =>
  Object.fromEntries(names.map((name) => [name, declaration(name)]));

/** Holds what a page can set; it knows nothing of what is shown. */
export abstract class ConfiguredElement extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      ...declare(attributes, (name) => ({attribute: attributeOf(name), ...types[name]})),
      ...declare(['session', 'sources'], () => ({attribute: false})),
      ...declare(comparedByContent, () => ({attribute: false, hasChanged: isDifferent})),
    };
  }

  /**
   * The brand's account at the contact-centre platform.
   *
   * @attr account-id
   */
  declare accountId: string | undefined;

  /**
   * The app installation that this page belongs to.
   *
   * @attr app-installation-id
   */
  declare appInstallationId: string | undefined;

  /**
   * Host of the platform's API, or an http origin on this machine. It is looked up when absent.
   *
   * @attr api-host
   */
  declare apiHost: string | undefined;

  /**
   * Version of the platform's API, `1.1` or `1.0`; otherwise `1.1`.
   *
   * @attr api-version
   */
  declare apiVersion: string | undefined;

  /**
   * Longest random stretch of a retry pause; `1` keeps the policy's exact pauses, otherwise it is `2`.
   *
   * @attr retry-spread
   */
  declare retrySpread: number | undefined;

  /**
   * Writes what happens to the console, without ids.
   *
   * @attr debug
   */
  declare debug: boolean;

  /**
   * Whether the visitor has to agree first, and has: `not-required`, `required`, `granted` or `denied`; any other word
   * counts as `required`. With `required` and `denied` nothing is sent, stored or loaded. To change it to `denied`
   * is `revokeConsent()`. What the visitor said is not remembered: each page says it anew.
   *
   * @attr consent
   */
  declare consent: Consent;

  /**
   * How many different invitations a visitor may see within 24 hours, on all pages and in all tabs; `0` for none, and any
   * number when absent. An open conversation does not count.
   *
   * @attr max-invitations
   */
  declare maxInvitations: number | undefined;

  /**
   * Address of the conversation. `{campaignId}`, `{engagementId}`, `{contextId}`, `{conversationId}`, `{connectorId}`,
   * `{windowId}`, `{language}`, `{visitorId}` and `{sessionId}` are filled in; they cannot change the origin.
   *
   * @attr conversation-url
   */
  declare conversationUrl: string | undefined;

  /**
   * Where accepting and resuming lead: to the page's own listener (`event`), or to `conversation-url` in a `tab`, a small
   * window (`popup`) or a `panel` on the page.
   * A hand-off is opened in a tab where this says nothing else.
   *
   * @attr open-in
   */
  declare openIn: OpenIn;

  /**
   * Hosts that may be opened, with their subdomains, between spaces; otherwise only the host written in `conversation-url`,
   * and for hand-offs that of `handoff-url`.
   *
   * @attr allowed-hosts
   */
  declare allowedHosts: string | undefined;

  /**
   * Address of the brand's own endpoint, which asks the platform for a one-time link to a conversation.
   *
   * @attr handoff-url
   */
  declare handoffUrl: string | undefined;

  /**
   * The corner: where a line of text ends at the page's bottom, or where it starts; or `inline`, where the tag itself is.
   *
   * @attr placement
   */
  declare placement: Placement;

  /**
   * What an offer looks like when it comes: a `card`, a `bubble` that opens the card at a click, or a `banner` along the
   * window's edge.
   *
   * @attr format
   */
  declare format: Format;

  /**
   * How long an invitation waits before it appears, in seconds.
   *
   * @attr delay
   */
  declare delay: number;

  /**
   * How long an invitation stays open that nobody touches, in seconds, at least 20; then it folds into the launcher.
   * Without it no timer folds it.
   *
   * @attr auto-collapse
   */
  declare autoCollapse: number;

  /**
   * How many messages of the conversation the visitor has not read; the launcher tells it.
   *
   * @attr unread
   */
  declare unread: number | undefined;

  /**
   * Language of the sentences; otherwise the offer's, the page's or the browser's.
   *
   * @attr locale
   */
  declare locale: string | undefined;

  /**
   * Level of the card's heading, 1 to 6; `0` for a title that is no heading.
   *
   * @attr heading-level
   */
  declare headingLevel: number;

  /**
   * Where notifications come from: an https address of a stream of server-sent events, or the https or wss address of a CometD server.
   *
   * @attr notifications-url
   */
  declare notificationsUrl: string | undefined;

  /**
   * How they come: `sse`, `bayeux` (CometD; WebSocket when the address is wss) or `window`; as a property also an object.
   *
   * @attr notifications-transport
   */
  declare notificationsTransport: NotificationSettings['notificationsTransport'];

  /**
   * With the transport `window`: origins, between spaces, from which messages are accepted.
   *
   * @attr notifications-origins
   */
  declare notificationsOrigins: string | undefined;

  /**
   * The platform's id of the running visit, whose notifications are shown.
   *
   * @attr visit-id
   */
  declare visitId: string | undefined;

  /**
   * The platform's id of this page; a notification for another page is not shown.
   *
   * @attr page-id
   */
  declare pageId: string | undefined;

  /** Gets a short-lived ticket for the visit; called before each connection. */
  declare notificationTicket: NotificationSettings['notificationTicket'];

  /** Who the visitor is, in the platform's own format. */
  declare identities: readonly Identity[] | undefined;

  /** Says who the visitor is, at every request. */
  declare identityProvider: (() => Promise<readonly Identity[]>) | undefined;

  /** What is known of the visitor, in the platform's own format. */
  declare engagementAttributes: readonly EngagementAttribute[] | undefined;

  /** Where on the site the visitor is, in the platform's own format. */
  declare entryPoints: readonly string[] | undefined;

  /** What is known of the browser and the app, in the platform's own format. */
  declare clientProperties: ClientProperties | undefined;

  /** @deprecated Use `identities`. */
  declare consumerId: string | undefined;

  /** Says how long a visitor waits for an answer, in seconds; nothing when that is unknown. Called once a minute at most. */
  declare waitTime: (() => Promise<number | undefined>) | undefined;

  /** Ends a conversation, after the visitor has confirmed it. Without it the card does not offer to. */
  declare endConversation: ((offer: Offer) => Promise<unknown>) | undefined;

  /** Sentences of the page's own; the others stay as they are. */
  declare messages: Partial<Messages> | undefined;

  /** A session that is run instead of one made from the settings. */
  declare session: EngagementSession | undefined;

  /** Sources of the page's own, instead of the one made from the settings. */
  declare sources: readonly EngagementSource[] | undefined;

  constructor() {
    super();
    this.debug = false;
    this.consent = 'not-required';
    this.openIn = 'event';
    this.placement = 'end';
    this.format = 'card';
    this.delay = 0;
    this.autoCollapse = 0;
    this.headingLevel = 2;
  }

  /** What a new session is made of. */
  protected get sessionSettings(): SessionSettings {
    return Object.fromEntries(sessionSettings.map((name) => [name, this.#settingOf(name)]));
  }

  #settingOf(name: keyof SessionSettings): unknown {
    const value = this[name];
    // A function is looked up when it is called, because a framework makes a new one at every render.
    if (typeof value === 'function') return (visitId: string) => ((this[name] ?? value) as typeof value)(visitId);
    return toSetting(value);
  }

  /** Whether one of these properties makes a session another session. */
  protected affectsSession(changed: PropertyValues): boolean {
    return changed.has('session') || sessionSettings.some((name) => changed.has(name));
  }
}
