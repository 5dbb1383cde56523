import {sleep as realSleep} from '../../http/sleep.js';
import {createHandler, type Handler, type Peer} from '../http/handler.js';
import {Problem} from '../http/problem.js';
import {StreamDoor} from './stream-door.js';
import {StreamHall} from './stream-hall.js';
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
  const door = new StreamDoor(options, now);
  const hall = new StreamHall(options, {now, sleep, random});
  const {origins, report} = options;
  const handler = createHandler({name: 'stream', method: 'GET', origins, report}, async (request, peer: Peer) => {
    if (hall.isClosed) throw new Problem(503, 'The server shuts down.', {retryAfter: 1 + 4 * random()});
    const wanted = readStreamRequest(request);
    door.checkCrowd(peer, hall);
    await door.checkTicket(wanted, request, peer);
    return hall.open(wanted, peer);
  });
  return Object.assign(handler, {countOpen: () => hall.size, drain: () => hall.close()});
}
