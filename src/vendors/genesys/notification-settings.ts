import type {NotificationTransport} from './transport.js';

/** Genesys' part of the element's settings. */
export interface NotificationSettings {
  /** Address of the event stream or of the CometD server; https or wss, or http or ws on loopback. */
  readonly notificationsUrl?: string | undefined;
  /** `sse`, `bayeux`, `window`, or a transport of the page's own. @default 'sse' */
  readonly notificationsTransport?: string | NotificationTransport | undefined;
  /** Origins, between spaces, whose window messages are accepted. */
  readonly notificationsOrigins?: string | undefined;
  /** The vendor's id of the running visit (`visitID`). */
  readonly visitId?: string | undefined;
  /** The vendor's id of this page load (`pageID`). */
  readonly pageId?: string | undefined;
  /** Gets a short-lived ticket for the visit; called before each connection. */
  readonly notificationTicket?: ((visitId: string) => Promise<string>) | undefined;
}
