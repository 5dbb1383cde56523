import type {EngagementSource} from '../engagement/source.js';
import type {NotificationSettings} from '../vendors/genesys/notification-settings.js';
import type {HandoffSettings} from '../vendors/liveperson/handoff/handoff-source.js';
import type {MonitoringSettings} from '../vendors/liveperson/monitoring/monitoring-settings.js';

/** What decides with which platforms a session speaks, and about whom. A change of any of them makes a new session. */
export interface SessionSettings extends MonitoringSettings, HandoffSettings, NotificationSettings {
  /** Writes what happens to the console, without ids. */
  readonly debug?: boolean | undefined;
  /** How many different invitations a visitor may see within 24 hours; any number when absent. */
  readonly maxInvitations?: number | undefined;
  /** Sources of the page's own, in place of the vendors' ones. */
  readonly sources?: readonly EngagementSource[] | undefined;
}

/** The settings that a page can also write as attributes. */
export const sessionAttributes = [
  'accountId',
  'appInstallationId',
  'apiHost',
  'apiVersion',
  'retrySpread',
  'debug',
  'maxInvitations',
  'notificationsUrl',
  'notificationsTransport',
  'notificationsOrigins',
  'visitId',
  'pageId',
  'handoffUrl',
  'allowedHosts',
] as const satisfies readonly (keyof SessionSettings)[];

/** The settings that a page can only set as properties, and that say the same when their content is the same. */
export const sessionProperties = [
  'identities',
  'identityProvider',
  'consumerId',
  'engagementAttributes',
  'entryPoints',
  'clientProperties',
  'notificationTicket',
] as const satisfies readonly (keyof SessionSettings)[];

/** Every setting of a session. */
export const sessionSettings: readonly (keyof SessionSettings)[] = [
  ...sessionAttributes,
  ...sessionProperties,
  'sources',
];

/** Name of the attribute that sets a property. */
export const attributeOf = (property: string): string => property.replace(/[A-Z]/g, '-$&').toLowerCase();

/** A setting that is empty says nothing, but 0 is a number. */
export const toSetting = (value: unknown): unknown => (value === 0 ? value : value || undefined);

/** Reads the settings of a tag that is not upgraded yet: its attributes, and the properties that a page has set on it. */
export function readTagSettings(tag: HTMLElement): SessionSettings {
  const own = (name: string): unknown => Object.getOwnPropertyDescriptor(tag, name)?.value as unknown;
  const attribute = (name: string): unknown => tag.getAttribute(attributeOf(name))?.trim();
  const settings = sessionSettings.map((name) => [name, toSetting(own(name) ?? attribute(name))]);
  const {retrySpread, maxInvitations, ...others} = Object.fromEntries(settings) as SessionSettings;
  const debug = tag.hasAttribute('debug');
  return {...others, retrySpread: Number(retrySpread), maxInvitations: Number(maxInvitations), debug};
}

/** Reads what a tag that is not upgraded yet says of the visitor's consent. */
export function readTagConsent(tag: HTMLElement): unknown {
  return (tag as {consent?: unknown}).consent ?? tag.getAttribute('consent');
}
