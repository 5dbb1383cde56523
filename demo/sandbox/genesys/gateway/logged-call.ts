import type {Handler} from '../../../../src/server/http/handler.js';
import type {Answer} from '../../http/answer.js';
import {answerBy} from '../../http/handlers.js';
import {parseIfJson} from '../../http/json.js';
import type {SandboxRequest} from '../../http/request.js';
import type {FrameLog, FrameTransport} from '../visits/frame-log.js';

/** Answers a call of the brand's server, and logs the call before all that it causes and the answer after it. */
export async function answerLogged(
  log: FrameLog,
  transport: FrameTransport,
  request: SandboxRequest,
  handler: Handler,
): Promise<Answer> {
  const {url, body} = request;
  log.record({transport, direction: 'in', frame: {path: url.pathname, body: parseIfJson(body)}});
  const answer = await answerBy(handler, request);
  log.record({transport, direction: 'out', status: answer.status, frame: parseIfJson(String(answer.body))});
  return answer;
}
