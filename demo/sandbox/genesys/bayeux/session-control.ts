import {json, text, type Answer} from '../../http/answer.js';
import {parseFields} from '../../liveperson/monitoring/request-checks.js';
import type {SandboxRequest, Service} from '../../http/request.js';
import type {BayeuxSessions} from './bayeux-sessions.js';
import {visitInPath} from '../visits/vendor-ids.js';
import type {Visits} from '../visits/visits.js';

const path = /^\/sandbox\/(?:visits\/(?<part>[^/]+)\/)?notifications$/;

/** Whether Bayeux sessions are bound to a cookie: of all visits, or of one that differs. */
export function sessionControl(visits: Visits, sessions: BayeuxSessions): Service {
  return (request) => {
    const match = path.exec(request.url.pathname);
    if (!match) return undefined;
    const part = match.groups?.part;
    const id = part && visitInPath(part);
    if (part && !id) return text(404, 'No visit can be called so.');
    const visit = id ? visits.get(id) : undefined;
    if (request.method === 'PUT') {
      const wish = readWish(request);
      if (typeof wish !== 'boolean') return wish;
      (visit ?? sessions).cookies = wish;
    } else if (request.method !== 'GET') {
      return text(405, 'The sandbox does not know this method here.');
    }
    return json(200, {cookies: visit?.cookies ?? sessions.cookies});
  };
}

function readWish({body}: SandboxRequest): boolean | Answer {
  const cookies = parseFields(body)?.cookies;
  return typeof cookies === 'boolean' ? cookies : text(400, 'Expected {"cookies": true} or {"cookies": false}.');
}
