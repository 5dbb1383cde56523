import type {NotificationTransport} from './transport.js';

/**
 * Settings of `createNotificationSource`. They are also settings of the element.
 *
 * @see https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 */
export interface NotificationSettings {
  /** Address of the event stream or the CometD server: https or wss, or http or ws on loopback. @default `notify()` only */
  readonly notificationsUrl?: string | undefined;
  /** `sse`, `bayeux`, `window`, or a transport object. @default 'sse' */
  readonly notificationsTransport?: string | NotificationTransport | undefined;
  /** Origins whose window messages are accepted, separated by spaces. Required with `window`. */
  readonly notificationsOrigins?: string | undefined;
  /** Address to which the outcome of each notification is reported: https, or http on loopback. @default none */
  readonly outcomesUrl?: string | undefined;
  /** Genesys' id of the current visit (`visitID`). Required except with `window`. */
  readonly visitId?: string | undefined;
  /** Genesys' id of this page load (`pageID`). @default none; notifications for a certain page are then ignored */
  readonly pageId?: string | undefined;
  /** Gets a short-lived ticket for the visit. Called before each connection. @default no ticket */
  readonly notificationTicket?: ((visitId: string) => Promise<string>) | undefined;
}
