import type {Answer} from '../../http/answer.js';
import type {SandboxRequest} from '../../http/request.js';
import type {FrameLog, FrameTransport} from '../visits/frame-log.js';

/** Answers a server's call and records it both ways, around all that it sets off. */
export function loggedExchange(
  log: FrameLog,
  transport: FrameTransport,
  {url, body}: SandboxRequest,
  answerCall: () => Answer,
): Answer {
  log.record({transport, direction: 'in', frame: {path: url.pathname, body: parseLenient(body)}});
  const answer = answerCall();
  log.record({transport, direction: 'out', status: answer.status, frame: parseLenient(String(answer.body))});
  return answer;
}

/** A JSON text as what it says, and any other as it is. */
export function parseLenient(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
