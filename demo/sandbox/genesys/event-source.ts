import type {Entry} from '../../../src/server/notifications/notifications.js';
import {createNotificationStream} from '../../../src/server/stream/notification-stream.js';
import type {NotificationStreamOptions} from '../../../src/server/stream/stream-options.js';
import {isVisitId} from '../../../src/server/http/ids.js';
import {answerBy, streamBy} from '../http/handlers.js';
import type {Service} from '../http/service.js';
import type {Visits} from './visits/visits.js';

/** Notifications as server-sent events, by the brand's own server: the vendor documents CometD only. */
export function eventSource(
  visits: Visits,
  {notifications, tickets, now}: Pick<NotificationStreamOptions, 'notifications' | 'tickets' | 'now'>,
): Service {
  const stream = createNotificationStream({notifications: logged(notifications, visits), tickets, origins: '*', now});
  return async (request) => {
    const {pathname, searchParams} = request.url;
    if (pathname !== '/server/notifications') return undefined;
    const id = searchParams.get('visit');
    return isVisitId(id) ? streamBy(stream, request, visits.get(id).connections) : answerBy(stream, request);
  };
}

type Heard = NotificationStreamOptions['notifications'];

/** Logs who listens, and what each gets. */
function logged(notifications: Heard, visits: Visits): Heard {
  return {
    claim: (key, duration) => notifications.claim(key, duration),
    listen: (id, listener) => {
      const {log} = visits.get(id);
      const {page, after: lastEventId} = listener;
      log.record({transport: 'sse', direction: 'in', status: 200, frame: {visit: id, page, lastEventId}});
      const receive = (entry: Entry): void => {
        log.record({transport: 'sse', direction: 'out', frame: JSON.parse(entry.data)});
        listener.receive(entry);
      };
      return notifications.listen(id, {...listener, receive});
    },
  };
}
