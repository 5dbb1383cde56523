import {json, text, type Answer} from '../../http/answer.js';
import {parseObject} from '../../http/json.js';
import type {SandboxRequest} from '../../http/request.js';
import type {Service} from '../../http/service.js';
import type {BayeuxSessions} from './bayeux-sessions.js';
import {visitInPath} from '../visits/visit-path.js';
import type {Visits} from '../visits/visits.js';

const path = /^\/sandbox\/(?:visits\/(?<part>[^/]+)\/)?notifications$/;

/** Reads and sets whether Bayeux sessions are bound to a cookie, for all visits or for one of them. */
export function sessionControl(visits: Visits, sessions: BayeuxSessions): Service {
  return (request) => {
    const match = path.exec(request.url.pathname);
    if (!match) return undefined;
    const part = match.groups?.part;
    const id = part && visitInPath(part);
    if (part && !id) return text(404, 'Invalid visit id.');
    const visit = id ? visits.get(id) : undefined;
    if (request.method === 'PUT') {
      const cookies = readCookies(request);
      if (typeof cookies !== 'boolean') return cookies;
      (visit ?? sessions).cookies = cookies;
    } else if (request.method !== 'GET') {
      return text(405, 'Method not allowed.');
    }
    return json(200, {cookies: visit?.cookies ?? sessions.cookies});
  };
}

function readCookies({body}: SandboxRequest): boolean | Answer {
  const cookies = parseObject(body)?.cookies;
  return typeof cookies === 'boolean' ? cookies : text(400, 'Expected {"cookies": true} or {"cookies": false}.');
}
