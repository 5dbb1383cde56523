import {json, type Answer} from '../../http/answer.js';

/** The body of a fault. It is this project's own: no source shows the vendor's. */
export function fault(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const answer = json(status, {fault: {message}});
  return {...answer, headers: {...answer.headers, ...headers}};
}
