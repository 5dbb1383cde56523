import {eventStream, json, text, type Answer} from '../answer.js';
import type {Service} from '../request.js';
import type {BrandServer} from './brand-server.js';
import type {FrameLog} from './frame-log.js';
import {validForSeconds, type Tickets} from './tickets.js';
import {visitInPath} from './vendor-ids.js';
import type {Visits} from './visits.js';

const path = /^\/sandbox\/visits\/(?<part>[^/]+)(?:\/(?<what>ticket|log|events|engage|noengage))?$/;

/** The sandbox's own controls of a visit: tickets, what the contact centre sends, and what went over the wire. */
export function visitControl(visits: Visits, tickets: Tickets, brand: BrandServer): Service {
  return (request) => {
    const {part, what = ''} = path.exec(request.url.pathname)?.groups ?? {};
    if (!part) return undefined;
    const id = visitInPath(part);
    if (!id) return text(404, 'No visit can be called so.');
    switch (`${request.method} ${what}`) {
      case 'DELETE ':
        visits.disconnect(id);
        return {status: 204, body: ''};
      case 'GET ticket':
        return json(200, {ticket: tickets.issue(id), validForSeconds});
      case 'GET log':
        return json(200, visits.get(id).log.frames);
      case 'GET events':
        return stream(visits.get(id).log);
      case 'POST engage':
        return brand.call('engage', id, request);
      case 'POST noengage':
        return brand.call('noengage', id, request);
      default:
        return text(405, 'The sandbox does not know this method here.');
    }
  };
}

function stream(log: FrameLog): Answer {
  return eventStream(({send}) => log.subscribe(send));
}
