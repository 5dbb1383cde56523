/** Whose notifications are wanted. */
export interface NotificationAddressee {
  /** The vendor's id of the running session in this browser (`visitID`). */
  readonly visitId: string;
  /** The vendor's id of this page load (`pageID`). */
  readonly pageId?: string | undefined;
  /** Gets a short-lived ticket for the visit; called before each connection. */
  readonly getTicket?: ((visitId: string) => Promise<string>) | undefined;
}

export type TransportEvent =
  /** From now on notifications arrive. */
  | {readonly type: 'open'}
  /** One message or a list of them, as JSON text or parsed; nothing of it has been checked. */
  | {readonly type: 'message'; readonly data: unknown}
  /** The connection ended and is opened again after `delay` ms, for the `attempt`-th time in a row. */
  | {readonly type: 'retry'; readonly attempt: number; readonly delay: number; readonly cause: Error | undefined}
  /** The connection is given up. */
  | {readonly type: 'trouble'; readonly error: Error};

/** A way by which notifications reach the page. */
export interface NotificationTransport {
  /** Tabs that listen at the same address share one connection; without an address each page has its own. */
  readonly address?: string | undefined;
  /** Listens until `signal` aborts. It never throws: what goes wrong is reported. */
  listen(addressee: NotificationAddressee, report: (event: TransportEvent) => void, signal: AbortSignal): void;
}
