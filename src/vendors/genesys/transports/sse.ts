import {NetworkError} from '../../../http/errors.js';
import type {Sleep} from '../../../http/sleep.js';
import {keepConnected} from '../reconnection.js';
import type {NotificationAddressee, NotificationTransport, TransportEvent} from '../transport.js';
import {checkNotificationsUrl} from './notifications-url.js';
import {readTicket} from './ticket.js';

/** Options of `createSseTransport`. */
export interface SseTransportOptions {
  /**
   * Address of the stream, https (http on loopback only). `{visitId}` and `{pageId}` are filled in. An id without a
   * placeholder is added to the query. Required.
   */
  readonly url: string;
  /** Class of the stream. @default the platform's `EventSource`, looked up at each call */
  readonly eventSource?: (new (url: string) => EventSource) | undefined;
  /** Waits for a number of ms. @default a timer */
  readonly sleep?: Sleep | undefined;
  /** Random number from 0 to 1, which lengthens pauses. @default Math.random */
  readonly random?: (() => number) | undefined;
  /** A clock that is never set back, in ms. @default performance.now */
  readonly now?: (() => number) | undefined;
}

/** A stream that has been open for this long counts as stable, in ms, even without a message. */
const stableAfter = 5_000;

/**
 * Creates a transport that reads a stream of server-sent events. The text of unnamed `message` events is passed on.
 *
 * A lost stream is opened again after 1 to 60 s, each pause lengthened by a random factor from 1 to 2. The browser does
 * not resume it, because a ticket may be valid for one connection only.
 *
 * @throws ConfigurationError when `url` is not such an address
 *
 * @example
 * const transport = createSseTransport({url: 'https://events.brand.example/notifications?visit={visitId}'});
 * const source = createNotificationSource({notificationsTransport: transport, visitId}, {visits, tabsName: 'brand'});
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 * @see https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 */
export function createSseTransport(options: SseTransportOptions): NotificationTransport {
  const {url, sleep, random} = options;
  checkNotificationsUrl(url, ['http']);
  return {
    address: url,
    listen(addressee, report, signal) {
      const connect = async (markStable: () => void): Promise<never> => {
        const ticket = await readTicket(addressee, signal);
        return follow(fillIn(url, addressee, ticket), {options, report, signal, markStable});
      };
      void keepConnected(connect, {signal, sleep, random, onPause: (pause) => report({type: 'retry', ...pause})});
    },
  };
}

interface Stream {
  readonly options: SseTransportOptions;
  readonly report: (event: TransportEvent) => void;
  readonly signal: AbortSignal;
  readonly markStable: () => void;
}

/** Rejects when the stream ends. */
function follow(address: string, {options, report, signal, markStable}: Stream): Promise<never> {
  const {url, eventSource = EventSource, now = () => performance.now()} = options;
  return new Promise((_, reject) => {
    const source = new eventSource(address);
    let openedAt = Infinity;
    const end = (): void => {
      source.close();
      signal.removeEventListener('abort', end);
      if (now() - openedAt >= stableAfter) markStable();
      // The configured address, because the filled-in one holds the visitor's ids.
      reject(new NetworkError(`GET ${url.replace(/[?#].*/s, '')}`));
    };
    source.onopen = () => {
      openedAt = now();
      report({type: 'open'});
    };
    source.onmessage = ({data}: MessageEvent<unknown>) => {
      markStable();
      report({type: 'message', data});
    };
    source.onerror = end;
    signal.addEventListener('abort', end);
  });
}

function fillIn(template: string, {visitId, pageId = ''}: NotificationAddressee, ticket: string | undefined): string {
  const ids = {visit: visitId, page: pageId};
  let filled = template;
  for (const [name, id] of Object.entries(ids)) filled = filled.replaceAll(`{${name}Id}`, encodeURIComponent(id));
  const url = new URL(filled);
  for (const [name, id] of Object.entries({...ids, ticket})) {
    if (id && !template.includes(`{${name}Id}`)) url.searchParams.set(name, id);
  }
  return url.href;
}
