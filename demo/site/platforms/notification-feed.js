import {fetchTicket} from '../sandbox-client.js';

/** Pause before a new connection, in ms. */
const pause = 1_000;

/**
 * Listens to the notifications of a visit in place of the component, as a brand's own script would.
 *
 * @param {{visitId: string, pageId: string}} visitor
 * @param {(messages: unknown) => void} listener
 * @param {AbortSignal} signal
 */
export async function followNotifications(visitor, listener, signal) {
  const {visitId: visit, pageId: page} = visitor;
  const query = new URLSearchParams({visit, page, ticket: await fetchTicket(visit)});
  if (signal.aborted) return;
  const source = new EventSource(`server/notifications?${query}`);
  const close = () => source.close();
  signal.addEventListener('abort', close);
  source.onmessage = ({data}) => listener(JSON.parse(data));
  source.onerror = () => {
    close();
    signal.removeEventListener('abort', close);
    // A new connection needs a new ticket.
    setTimeout(() => signal.aborted || followNotifications(visitor, listener, signal), pause);
  };
}
