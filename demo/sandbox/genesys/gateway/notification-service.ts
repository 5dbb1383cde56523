import type {Service} from '../../http/request.js';
import {fault} from './fault.js';
import {loggedExchange} from './logged-call.js';
import {longestList, parseMessageList} from '../visits/notification-message.js';
import {refuseStranger} from './server-token.js';
import {visitInPath} from '../visits/vendor-ids.js';
import type {Visits} from '../visits/visits.js';

const path = /^\/(?:server|frontend)\/data\/notification\/notify\/(?<part>[^/]+)$/;

/** The notification service: a server sends any messages to a visit here (GWE Notification API). No page may read it. */
export function notificationService(visits: Visits): Service {
  return (request) => {
    const {part} = path.exec(request.url.pathname)?.groups ?? {};
    if (!part) return undefined;
    const refusal = refuseStranger(request);
    if (refusal) return refusal;
    const id = visitInPath(part);
    if (!id) return fault(400, 'Expected the id of a visit at the end of the path.');
    const {log, mailbox} = visits.get(id);
    return loggedExchange(log, 'notify', request, () => {
      const messages = parseMessageList(request.body);
      if (!messages) return fault(400, `Expected a JSON array of 1 to ${longestList} messages with channel and data.`);
      mailbox.deliver(messages);
      return {status: 200, body: ''};
    });
  };
}
