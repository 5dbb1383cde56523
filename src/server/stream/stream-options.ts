import type {Sleep} from '../../http/sleep.js';
import type {Origins} from '../http/origins.js';
import type {Report} from '../http/report.js';
import type {Notifications} from '../notifications/notifications.js';
import type {Tickets} from '../tickets/tickets.js';

/** How many streams may be open, and how often they may be opened. All are counted in this process. */
export interface StreamLimits {
  /** Open streams of one visit. A further one ends the oldest. @default 8 */
  readonly perVisit?: number | undefined;
  /** Open streams of one address, behind which a whole company may be. @default 1000 */
  readonly perAddress?: number | undefined;
  /** Bad tickets from one address in a minute. @default 60 */
  readonly badTickets?: number | undefined;
  /** Bytes that may wait for a reader. A slower one loses the stream. @default 65536 */
  readonly waitingBytes?: number | undefined;
}

/** Options of `createNotificationStream`. */
export interface NotificationStreamOptions {
  /** Where the messages come from. Required. */
  readonly notifications: Pick<Notifications, 'listen' | 'claim'>;
  /** Checks the tickets. Required. */
  readonly tickets: Tickets;
  /** Which pages may listen. Required. */
  readonly origins: Origins;
  readonly limits?: StreamLimits | undefined;
  /** Between two heartbeats, in s. Proxies must wait longer than this. @default 15 */
  readonly heartbeat?: number | undefined;
  /** After so many s, up to a tenth more, a stream ends and the page opens another one. @default 1800 */
  readonly longestStream?: number | undefined;
  /** Over so many s the pages come back after a shutdown. @default 10 */
  readonly drainSpread?: number | undefined;
  /** Clock, in ms since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  /** Waits for a number of ms. @default a timer */
  readonly sleep?: Sleep | undefined;
  /** Random number from 0 to 1. @default Math.random */
  readonly random?: (() => number) | undefined;
  readonly report?: Report | undefined;
}
