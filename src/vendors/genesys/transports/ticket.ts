import {own} from '../../../check/own.js';
import {inTime} from '../../../http/in-time.js';
import type {NotificationAddressee} from '../transport.js';

/**
 * Gets a ticket for one connection. Undefined if the page uses no tickets.
 *
 * @throws TypeError when the ticket is not a string; ConfigurationError when it does not come within 10 s; whatever `getTicket` throws; the reason of `signal`
 */
export async function readTicket(addressee: NotificationAddressee, signal: AbortSignal): Promise<string | undefined> {
  const {visitId, getTicket} = own(addressee);
  const ticket: unknown = await inTime(getTicket?.(visitId), 'notificationTicket', signal);
  signal.throwIfAborted();
  if (getTicket && typeof ticket !== 'string') {
    throw new TypeError(`Expected the notification ticket to be a string, got ${typeof ticket}`);
  }
  return ticket as string | undefined;
}
