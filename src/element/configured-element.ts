import {LitElement, type PropertyDeclarations, type PropertyValues} from 'lit';
import type {EngagementSession} from '../engagement/session.js';
import type {EngagementSource} from '../engagement/source.js';
import type {Messages} from '../messages/messages.js';
import type {ClientProperties} from '../vendors/liveperson/client-properties.js';
import type {EngagementAttribute} from '../vendors/liveperson/engagement-attributes.js';
import type {Identity} from '../vendors/liveperson/identities.js';
import {isDifferent} from './data.js';
import type {OpenIn} from './conversation-opener.js';
import type {SessionSettings} from './settings.js';

const sessionSettingNames = [
  'accountId',
  'appInstallationId',
  'apiHost',
  'apiVersion',
  'retrySpread',
  'debug',
  'identities',
  'identityProvider',
  'engagementAttributes',
  'entryPoints',
  'clientProperties',
  'consumerId',
  'sources',
] as const satisfies readonly (keyof SessionSettings)[];

/** Holds what a page can set; it knows nothing of what is shown. */
export abstract class ConfiguredElement extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      accountId: {attribute: 'account-id'},
      appInstallationId: {attribute: 'app-installation-id'},
      apiHost: {attribute: 'api-host'},
      apiVersion: {attribute: 'api-version'},
      retrySpread: {attribute: 'retry-spread', type: Number},
      debug: {type: Boolean},
      conversationUrl: {attribute: 'conversation-url'},
      openIn: {attribute: 'open-in'},
      allowedHosts: {attribute: 'allowed-hosts'},
      placement: {},
      locale: {},
      headingLevel: {attribute: 'heading-level', type: Number},
      identities: {attribute: false, hasChanged: isDifferent},
      identityProvider: {attribute: false, hasChanged: isDifferent},
      engagementAttributes: {attribute: false, hasChanged: isDifferent},
      entryPoints: {attribute: false, hasChanged: isDifferent},
      clientProperties: {attribute: false, hasChanged: isDifferent},
      consumerId: {attribute: false},
      messages: {attribute: false, hasChanged: isDifferent},
      session: {attribute: false},
      sources: {attribute: false},
    };
  }

  /** The brand's account at the contact-centre platform. */
  declare accountId: string | undefined;

  /** The app installation that this page belongs to. */
  declare appInstallationId: string | undefined;

  /** Host of the platform's API, or an http origin on this machine. It is looked up when absent. */
  declare apiHost: string | undefined;

  /** Version of the platform's API, `1.1` or `1.0`; otherwise `1.1`. */
  declare apiVersion: string | undefined;

  /** Longest random stretch of a retry pause; `1` keeps the policy's exact pauses, otherwise it is `2`. */
  declare retrySpread: number | undefined;

  /** Writes what happens to the console, without ids. */
  declare debug: boolean;

  /**
   * Address of the conversation. `{campaignId}`, `{engagementId}`, `{contextId}`, `{conversationId}`, `{connectorId}`,
   * `{windowId}`, `{language}`, `{visitorId}` and `{sessionId}` are filled in; they cannot change the origin.
   */
  declare conversationUrl: string | undefined;

  /** Where accepting and resuming lead: to the page's own listener, or to `conversation-url` in a tab or a small window. */
  declare openIn: OpenIn;

  /** Hosts that may be opened, with their subdomains, between spaces; otherwise only the host written in `conversation-url`. */
  declare allowedHosts: string | undefined;

  /** The corner: where a line of text ends at the page's bottom, or where it starts. */
  declare placement: 'end' | 'start';

  /** Language of the sentences; otherwise the offer's, the page's or the browser's. */
  declare locale: string | undefined;

  /** Level of the card's heading, 1 to 6; `0` for a title that is no heading. */
  declare headingLevel: number;

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

  /** Sentences of the page's own; the others stay as they are. */
  declare messages: Partial<Messages> | undefined;

  /** A session that is run instead of one made from the settings. */
  declare session: EngagementSession | undefined;

  /** Sources of the page's own, instead of the one made from the settings. */
  declare sources: readonly EngagementSource[] | undefined;

  constructor() {
    super();
    this.debug = false;
    this.openIn = 'event';
    this.placement = 'end';
    this.headingLevel = 2;
  }

  /** What a new session is made of. */
  protected get sessionSettings(): SessionSettings {
    const {identityProvider} = this;
    return {
      // An attribute that is empty says nothing.
      ...Object.fromEntries(sessionSettingNames.map((name) => [name, this[name] || undefined])),
      identityProvider: identityProvider && (() => (this.identityProvider ?? identityProvider)()),
    };
  }

  /** Whether one of these properties makes a session another session. */
  protected affectsSession(changed: PropertyValues): boolean {
    return changed.has('session') || sessionSettingNames.some((name) => changed.has(name));
  }
}
