import type {Service} from '../../http/service.js';
import {fault} from './fault.js';
import {answerLogged} from './logged-call.js';
import {maxMessages, parseMessageList} from '../visits/notification-message.js';
import {refuseWithoutToken} from './server-token.js';
import {visitInPath} from '../visits/vendor-ids.js';
import type {Visits} from '../visits/visits.js';

const path = /^\/(?:server|frontend)\/data\/notification\/notify\/(?<part>[^/]+)$/;

/**
 * The notification service, where a server sends messages to a visit. Pages of other origins cannot read it.
 * https://docs.genesys.com/Documentation/GWE/latest/API/NotificationAPI
 */
export function notificationService(visits: Visits): Service {
  return (request) => {
    const {part} = path.exec(request.url.pathname)?.groups ?? {};
    if (!part) return undefined;
    const refusal = refuseWithoutToken(request);
    if (refusal) return refusal;
    const id = visitInPath(part);
    if (!id) return fault(400, 'Expected the id of a visit at the end of the path.');
    const {log, mailbox} = visits.get(id);
    return answerLogged(log, 'notify', request, () => {
      const messages = parseMessageList(request.body);
      if (!messages) return fault(400, `Expected a JSON array of 1 to ${maxMessages} messages with channel and data.`);
      mailbox.deliver(messages);
      return {status: 200, body: ''};
    });
  };
}
