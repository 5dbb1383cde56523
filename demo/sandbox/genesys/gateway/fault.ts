import {json, type Answer} from '../../http/answer.js';

/** An error. Its body is the sandbox's own, because the vendor does not document one. */
export function fault(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const answer = json(status, {fault: {message}});
  return {...answer, headers: {...answer.headers, ...headers}};
}
