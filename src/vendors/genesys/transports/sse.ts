import {NetworkError} from '../../../http/errors.js';
import type {Sleep} from '../../../http/sleep.js';
import {keepConnected} from '../connection.js';
import type {NotificationAddressee, NotificationTransport, TransportEvent} from '../transport.js';
import {checkNotificationsUrl} from './notifications-url.js';
import {readTicket} from './ticket.js';

export interface SseTransportOptions {
  /** Address of the stream. `{visitId}` and `{pageId}` in it are filled in; an id it does not name goes into the query. */
  readonly url: string;
  /** @default the platform's `EventSource`, looked up at each call */
  readonly eventSource?: (new (url: string) => EventSource) | undefined;
  readonly sleep?: Sleep | undefined;
  /** @default Math.random */
  readonly random?: (() => number) | undefined;
  /** A clock that is never set back, in ms. @default performance.now */
  readonly now?: (() => number) | undefined;
}

/** A stream that has been open for this long works, in ms, even if nothing came over it. */
const stableAfter = 5_000;

/**
 * Listens to a stream of server-sent events: unnamed `message` events, whose text is passed on as it is.
 *
 * A lost stream is opened anew instead of being resumed by the browser, since a ticket may be good for one connection.
 *
 * @throws ConfigurationError
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
      // The address as it was set, since the one in use holds the ids of the visitor.
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
