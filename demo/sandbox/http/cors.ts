import type {Answer} from './answer.js';
import type {SandboxRequest} from './request.js';

type Headers = Readonly<Record<string, string>>;

/** Lets any page read an answer, but not send cookies. */
export function allowEveryOrigin(answer: Answer, cors: Headers = {}): Answer {
  return {...answer, headers: {'Access-Control-Allow-Origin': '*', ...cors, ...answer.headers}};
}

/** Lets the page that asked read an answer, by the name of its origin. With cookies, browsers accept no wildcard. */
export function allowOriginOf({headers: {origin}}: SandboxRequest, answer: Answer, cors: Headers = {}): Answer {
  const allowed: Headers = origin ? {'Access-Control-Allow-Origin': origin, Vary: 'Origin'} : {};
  return {...answer, headers: {...allowed, ...cors, ...answer.headers}};
}
