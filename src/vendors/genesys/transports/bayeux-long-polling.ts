import {toJson} from '../../../check/json.js';
import {own} from '../../../check/own.js';
import {parseJson} from '../../../http/answer.js';
import {HttpStatusError} from '../../../http/errors.js';
import {request} from '../../../http/request.js';
import {toMessages, type BayeuxMessage, type BayeuxLink, type BayeuxLinkOptions} from './bayeux-link.js';

/** Time for a farewell, in ms. */
const farewellDeadline = 2_000;

/** Carries messages by POST requests, which the server answers when there is a message. */
export function openLongPolling(url: URL, options: BayeuxLinkOptions): BayeuxLink {
  const {receive, signal, fetch} = own(options);
  const post = (messages: readonly BayeuxMessage[], init: RequestInit, deadline: number, until?: AbortSignal) =>
    request(
      url,
      {method: 'POST', headers: {'Content-Type': 'application/json'}, body: toJson(messages), ...init},
      // The session is bound to a cookie.
      {fetch, deadline, signal: until, credentials: 'include'},
    );
  return {
    connectionType: 'long-polling',
    request: `POST ${url.origin}${url.pathname}`,
    async exchange(messages, deadline) {
      const answer = await post(messages, {}, deadline, signal);
      if (answer.status !== 200) throw new HttpStatusError(answer.request, answer);
      const received = toMessages(parseJson(answer));
      received.forEach(receive);
      return received;
    },
    close(farewell) {
      // The page may be unloading, and the answer is not needed.
      if (farewell) post([farewell], {keepalive: true}, farewellDeadline).catch(() => undefined);
    },
  };
}
