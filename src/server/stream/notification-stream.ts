import {sleep as realSleep} from '../../http/sleep.js';
import {createHandler, type Handler, type Peer} from '../http/handler.js';
import {Problem} from '../http/problem.js';
import {StreamAdmission} from './stream-admission.js';
import {StreamHub} from './stream-hub.js';
import type {NotificationStreamOptions} from './stream-options.js';
import {readStreamRequest} from './stream-request.js';

/** A handler that keeps streams open. */
export interface NotificationStream extends Handler {
  /** How many streams are open in this process. */
  countOpen(): number;
  /** Refuses new streams, and ends the open ones. Each page is told a random pause after which it comes back. */
  drain(): void;
}

/**
 * Creates the handler of the stream of server-sent events from which the widget gets its notifications, at
 * `notifications-url`: `GET ?visit=…&page=…&ticket=…&lastEventId=…`.
 *
 * @throws ConfigurationError when `origins` is not a list of origins
 *
 * @example
 * const stream = createNotificationStream({notifications, tickets, origins: ['https://www.brand.example']});
 * process.once('SIGTERM', () => stream.drain());
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function createNotificationStream(options: NotificationStreamOptions): NotificationStream {
  const {now = Date.now, sleep = realSleep, random = Math.random} = options;
  const admission = new StreamAdmission(options, now);
  const hub = new StreamHub(options, {now, sleep, random});
  const {origins, report} = options;
  const handler = createHandler({name: 'stream', method: 'GET', origins, report}, async (request, peer: Peer) => {
    if (hub.isClosed) throw new Problem(503, 'The server shuts down.', {retryAfter: 1 + 4 * random()});
    const wanted = readStreamRequest(request);
    admission.checkCrowd(peer, hub);
    await admission.checkTicket(wanted, request, peer);
    return hub.open(wanted, peer);
  });
  return Object.assign(handler, {countOpen: () => hub.size, drain: () => hub.close()});
}
