/** The visit and the page that get the notifications. */
export interface NotificationAddressee {
  /** Genesys' id of the current session in this browser (`visitID`). Required. */
  readonly visitId: string;
  /** Genesys' id of this page load (`pageID`). @default none */
  readonly pageId?: string | undefined;
  /** Gets a short-lived ticket for the visit. Called before each connection. @default no ticket */
  readonly getTicket?: ((visitId: string) => Promise<string>) | undefined;
  /** Position in the server's messages up to which the visitor's tabs have got them. @default none */
  readonly position?: string | undefined;
}

/** What a transport reports. */
export type TransportEvent =
  /** Notifications arrive from now on. `position` is where in the server's messages, if the server says so. */
  | {readonly type: 'open'; readonly position?: string | undefined}
  /** One message or a list of them, as JSON text or parsed, unchecked. */
  | {readonly type: 'message'; readonly data: unknown; readonly position?: string | undefined}
  /** The connection ended and is opened again after `delay` ms. `attempt` counts the retries in a row, from 1. */
  | {readonly type: 'retry'; readonly attempt: number; readonly delay: number; readonly cause: Error | undefined}
  /** The connection failed for good. */
  | {readonly type: 'trouble'; readonly error: Error};

/**
 * A way by which notifications reach the page.
 *
 * @example
 * const transport: NotificationTransport = {
 *   listen({visitId}, report, signal) {
 *     const stop = myChannel.subscribe(visitId, (data) => report({type: 'message', data}));
 *     signal.addEventListener('abort', stop);
 *     report({type: 'open'});
 *   },
 * };
 */
export interface NotificationTransport {
  /** Tabs that listen at the same address share one connection. @default none; each page has its own connection */
  readonly address?: string | undefined;
  /** Listens until `signal` aborts. It never throws. Problems are reported. */
  listen(addressee: NotificationAddressee, report: (event: TransportEvent) => void, signal: AbortSignal): void;
}
