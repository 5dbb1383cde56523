import {readText} from '../../../../src/server/http/body.js';
import {createHandler, type Handler} from '../../../../src/server/http/handler.js';
import {Problem} from '../../../../src/server/http/problem.js';
import type {Notifications} from '../../../../src/server/notifications/notifications.js';
import {answerBy} from '../../http/handlers.js';
import type {Service} from '../../http/service.js';
import {maxMessages, parseMessageList} from '../visits/notification-message.js';
import {visitInPath} from '../visits/visit-path.js';
import type {Visits} from '../visits/visits.js';
import {answerLogged} from './logged-call.js';
import {isFromServer} from './server-token.js';

const path = /^\/(?:server|frontend)\/data\/notification\/notify\/(?<part>[^/]+)$/;

/**
 * The notification service, where a server sends messages to a visit. Pages of other origins cannot read it.
 * https://docs.genesys.com/Documentation/GWE/latest/API/NotificationAPI
 */
export function notificationService(visits: Visits, notifications: Pick<Notifications, 'publish'>): Service {
  return (request) => {
    const {part} = path.exec(request.url.pathname)?.groups ?? {};
    if (!part) return undefined;
    const visit = visitInPath(part);
    const handler = createNotify(notifications, visit);
    return visit ? answerLogged(visits.get(visit).log, 'notify', request, handler) : answerBy(handler, request);
  };
}

function createNotify(notifications: Pick<Notifications, 'publish'>, visit: string | undefined): Handler {
  const options = {name: 'notify', method: 'POST', faultTitle: 'FAULT', authorize: isFromServer} as const;
  return createHandler(options, async (request) => {
    if (!visit) throw new Problem(400, 'Expected the id of a visit at the end of the path.');
    const messages = parseMessageList(await readText(request));
    if (!messages) {
      throw new Problem(400, `Expected a JSON array of 1 to ${maxMessages} messages with channel and data.`);
    }
    await notifications.publish(visit, messages);
    return new Response('');
  });
}
