import type {Tickets} from '../../../../src/server/tickets/tickets.js';
import {json, text} from '../../http/answer.js';
import {eventStream} from '../../http/event-stream.js';
import type {Service} from '../../http/service.js';
import type {BrandServer} from '../gateway/brand-server.js';
import {validForSeconds} from './tickets.js';
import {visitInPath} from './visit-path.js';
import type {Visits} from './visits.js';

const path = /^\/sandbox\/visits\/(?<part>[^/]+)(?:\/(?<action>ticket|log|events|engage|noengage|notify))?$/;

/** Controls a visit: its tickets, the calls of the contact centre, and its log. */
export function visitControl(visits: Visits, tickets: Tickets, brand: BrandServer): Service {
  return async (request) => {
    const {part, action = ''} = path.exec(request.url.pathname)?.groups ?? {};
    if (!part) return undefined;
    const id = visitInPath(part);
    if (!id) return text(404, 'Invalid visit id.');
    switch (`${request.method} ${action}`) {
      case 'DELETE ':
        visits.disconnect(id);
        return {status: 204, body: ''};
      case 'GET ticket':
        return json(200, {ticket: await tickets.issue({visit: id}), validForSeconds});
      case 'GET log':
        return json(200, visits.get(id).log.frames);
      case 'GET events':
        return eventStream(({send}) => visits.get(id).log.subscribe(send));
      case 'POST engage':
        return brand.call('engage', id, request);
      case 'POST noengage':
        return brand.call('noengage', id, request);
      case 'POST notify':
        return brand.notify(id, request);
      default:
        return text(405, 'Method not allowed.');
    }
  };
}
