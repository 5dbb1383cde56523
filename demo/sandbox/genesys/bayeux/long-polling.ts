import {deliverWhole, text, type Answer, type Delivery} from '../../http/answer.js';
import {allowOriginOf} from '../../http/cors.js';
import type {SandboxRequest} from '../../http/request.js';
import type {Service} from '../../http/service.js';
import {parseBayeux, type BayeuxMessage} from './bayeux-message.js';
import {bayeuxPath, type BayeuxServer} from './bayeux-server.js';

/** The name that CometD uses. Without `SameSite`, browsers do not send the cookie from pages of another site. */
const cookieName = 'BAYEUX_BROWSER';

const cors = {
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Content-Type',
  'Access-Control-Max-Age': '7200',
};

/** Bayeux over POST requests. */
export function longPolling(server: BayeuxServer): Service {
  return (request) => {
    if (!bayeuxPath.test(request.url.pathname)) return undefined;
    return allowOriginOf(request, answerPoll(server, request), cors);
  };
}

function answerPoll(server: BayeuxServer, request: SandboxRequest): Answer {
  if (request.method === 'OPTIONS') return {status: 204, body: ''};
  if (request.method !== 'POST') return text(405, 'Expected POST or an upgrade to WebSocket.');
  const messages = parseBayeux(request.body);
  if (!messages) return text(400, 'Expected a Bayeux message or a list of them.');
  return {status: 200, body: '', deliver: deliverReplies(server, messages, readCookie(request))};
}

function deliverReplies(
  server: BayeuxServer,
  messages: readonly BayeuxMessage[],
  cookie: string | undefined,
): Delivery {
  return (writer, {status, headers: common}) => {
    if (writer.isClosed) return;
    const gone = new AbortController();
    writer.onClose(() => gone.abort());
    const headers: Record<string, string> = {
      ...common,
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
    };
    const remember = (id: string): void => {
      headers['Set-Cookie'] = `${cookieName}=${id}; Path=/; HttpOnly`;
    };
    void server
      .receive(messages, {transport: 'long-polling', browser: {id: cookie, remember}, signal: gone.signal})
      .then((replies) => deliverWhole(writer, {status, headers, body: JSON.stringify(replies)}));
  };
}

function readCookie({headers: {cookie = ''}}: SandboxRequest): string | undefined {
  return new RegExp(`(?:^|; *)${cookieName}=([\\w-]+)`).exec(cookie)?.[1];
}
