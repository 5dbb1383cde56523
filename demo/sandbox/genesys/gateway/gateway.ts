import {readGatewayCall} from '../../../../src/server/gateway/gateway-call.js';
import {createGateway} from '../../../../src/server/gateway/gateway.js';
import type {Notifications} from '../../../../src/server/notifications/notifications.js';
import {answerBy, toRequest} from '../../http/handlers.js';
import type {Service} from '../../http/service.js';
import type {Visits} from '../visits/visits.js';
import {answerLogged} from './logged-call.js';
import {isFromServer} from './server-token.js';

const path = /^\/(?:backend|server)\/data\/gateway\/(?:engage|noengage)$/;

/** The gateway, which is that of the brand's own server. It logs the calls that name a visit. */
export function gateway(visits: Visits, notifications: Pick<Notifications, 'publish'>, now: () => number): Service {
  const handler = createGateway({notifications, authorize: isFromServer, callsPerVisit: Infinity, now});
  return async (request) => {
    if (!path.test(request.url.pathname)) return undefined;
    const call = await readGatewayCall(toRequest(request), now()).catch(() => undefined);
    return call ? answerLogged(visits.get(call.visit).log, 'gateway', request, handler) : answerBy(handler, request);
  };
}
