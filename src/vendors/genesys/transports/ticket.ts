import type {NotificationAddressee} from '../transport.js';

/**
 * Gets a ticket for one connection; nothing when the page has no tickets.
 *
 * @throws TypeError when it is no string; what `getTicket` throws; the reason of `signal` when that aborted meanwhile
 */
export async function readTicket(
  {visitId, getTicket}: NotificationAddressee,
  signal: AbortSignal,
): Promise<string | undefined> {
  const ticket: unknown = await getTicket?.(visitId);
  signal.throwIfAborted();
  if (getTicket && typeof ticket !== 'string') {
    throw new TypeError(`Expected the notification ticket to be a string, got ${typeof ticket}`);
  }
  return ticket as string | undefined;
}
