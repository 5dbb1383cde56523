import {own} from '../../../check/own.js';
import {NetworkError} from '../../../http/errors.js';
import type {Sleep} from '../../../http/sleep.js';
import {keepConnected, RefusedError, type ConnectionPause} from '../reconnection.js';
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

/**
 * Creates a transport that reads a stream of server-sent events. The text of unnamed `message` events is passed on.
 *
 * A lost stream is opened again after 1 to 60 s, each pause lengthened by a random factor from 1 to 2. The browser does
 * not resume it, because a ticket may be valid for one connection only: the id of the last event goes into the query as
 * `lastEventId`. An event named `retry` holds the shortest pause in ms, because the field of that name stays hidden.
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
export function createSseTransport(given: SseTransportOptions): NotificationTransport {
  const options = own(given);
  const {url, sleep, random, now} = options;
  checkNotificationsUrl(url, ['http']);
  return {
    address: url,
    listen(addressee, report, signal) {
      let {position} = addressee;
      let pause = 0;
      const pass = (event: TransportEvent): void => {
        if ('position' in event) position = event.position ?? position;
        report(event);
      };
      const onRetry = (wanted: number): void => {
        pause = wanted;
      };
      const connect = async (markStable: () => void): Promise<never> => {
        const ticket = await readTicket(addressee, signal);
        const address = fillIn(url, {...addressee, position}, ticket);
        return follow(address, {options, report: pass, signal, markStable, onRetry});
      };
      const onPause = (told: ConnectionPause): void => report({type: 'retry', ...told});
      const wanted = (): number => pause;
      keepConnected(connect, {signal, sleep, random, now, wanted, onPause}).catch((error: unknown) =>
        report({type: 'trouble', error: error as Error}),
      );
    },
  };
}

interface Stream {
  readonly options: SseTransportOptions;
  readonly report: (event: TransportEvent) => void;
  readonly signal: AbortSignal;
  readonly markStable: () => void;
  readonly onRetry: (pause: number) => void;
}

/** Rejects when the stream ends. */
function follow(address: string, {options, report, signal, markStable, onRetry}: Stream): Promise<never> {
  const {url, eventSource = EventSource} = options;
  return new Promise((_, reject) => {
    const source = new eventSource(address);
    // The configured address, because the filled-in one holds the visitor's ids.
    const name = `GET ${url.replace(/[?#].*/s, '')}`;
    const end = (error: Error): void => {
      source.close();
      signal.removeEventListener('abort', lose);
      reject(error);
    };
    source.onopen = () => {
      markStable();
      report({type: 'open'});
    };
    source.onmessage = ({data, origin, lastEventId}: MessageEvent<unknown>) => {
      if (origin !== new URL(address).origin) {
        end(new RefusedError(name, 'Redirected to another host'));
        return;
      }
      report({type: 'message', data, ...at(lastEventId)});
    };
    source.addEventListener('retry', ({data, origin, lastEventId}: MessageEvent<unknown>) => {
      if (origin !== new URL(address).origin) return;
      onRetry(Number(data) || 0);
      report({type: 'open', ...at(lastEventId)});
    });
    const lose = (): void => end(new NetworkError(name));
    source.onerror = lose;
    signal.addEventListener('abort', lose);
  });
}

/** An event without an id has that of the last one, or an empty one. */
const at = (position: string): {readonly position?: string} => (position ? {position} : {});

function fillIn(
  template: string,
  {visitId, pageId = '', position}: NotificationAddressee,
  ticket: string | undefined,
): string {
  const ids = {visit: visitId, page: pageId};
  let filled = template;
  for (const [name, id] of Object.entries(ids)) filled = filled.replaceAll(`{${name}Id}`, encodeURIComponent(id));
  const url = new URL(filled);
  for (const [name, id] of Object.entries({...ids, ticket, lastEventId: position})) {
    if (id && !template.includes(`{${name}Id}`)) url.searchParams.set(name, id);
  }
  return url.href;
}
