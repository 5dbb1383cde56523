import {text, type Answer} from '../http/answer.js';
import {allowOriginOf} from '../http/cors.js';
import {eventStream} from '../http/event-stream.js';
import type {SandboxRequest} from '../http/request.js';
import type {Service} from '../http/service.js';
import type {Tickets} from './visits/tickets.js';
import {isVisitId} from './visits/vendor-ids.js';
import type {Visit, Visits} from './visits/visits.js';

/** Notifications as server-sent events. The sandbox adds this transport: the vendor documents CometD only. */
export function eventSource(visits: Visits, tickets: Tickets): Service {
  return async (request) => {
    if (request.url.pathname !== '/server/notifications') return undefined;
    return allowOriginOf(request, await answer(request, visits, tickets));
  };
}

async function answer(
  {method, url: {searchParams}}: SandboxRequest,
  visits: Visits,
  tickets: Tickets,
): Promise<Answer> {
  if (method !== 'GET') return text(405, 'Expected GET.');
  const {visit: id, page, ticket = ''} = Object.fromEntries(searchParams) as Record<string, string | undefined>;
  if (!isVisitId(id) || !(await tickets.redeem(ticket, id))) {
    return text(403, 'Expected an unused ticket that is valid for this visit.');
  }
  const visit = visits.get(id);
  visit.log.record({transport: 'sse', direction: 'in', status: 200, frame: {visit: id, page, ticket}});
  return notifications(visit);
}

function notifications(visit: Visit): Answer {
  return eventStream((stream) => {
    const unsubscribe = visit.mailbox.subscribe((messages) => {
      visit.log.record({transport: 'sse', direction: 'out', frame: messages});
      stream.send(messages);
      return true;
    });
    visit.connections.add(stream.end);
    return () => {
      unsubscribe();
      visit.connections.delete(stream.end);
    };
  });
}
