import type {Answer} from './answer.js';
import type {SandboxRequest} from './request.js';

// The lists of a recorded answer of LivePerson; PUT is not among the methods.
const vendorMethods = 'GET, POST, PATCH';
const vendorHeaders =
  'Origin, X-Requested-With, Content-Type, Accept, Authorization, X-HTTP-Method-Override, LP-DOMAIN-REFERER, LP-URL, ETag';

/** Adds what lets a page of another origin read a vendor's answer. */
export function readableByOrigin(answer: Answer, request: SandboxRequest): Answer {
  if (answer.readable === false) return answer;
  return {
    ...answer,
    headers: {
      ...exactOrigin(request),
      'Access-Control-Allow-Methods': vendorMethods,
      'Access-Control-Allow-Headers': vendorHeaders,
      'Access-Control-Allow-Credentials': 'true',
      ...answer.headers,
    },
  };
}

/** Adds what lets every page use the sandbox's own controls. */
export function readableByAll(answer: Answer): Answer {
  return {
    ...answer,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, PUT, DELETE',
      'Access-Control-Allow-Headers': 'Content-Type',
      ...answer.headers,
    },
  };
}

/** Adds what lets a page of another origin read the answer to a plain GET. */
export function readableByPage(answer: Answer, request: SandboxRequest): Answer {
  return {...answer, headers: {...exactOrigin(request), ...answer.headers}};
}

/** Adds what lets a page of another origin send JSON with its cookies and read the answer. */
export function readableWithCookies(answer: Answer, request: SandboxRequest): Answer {
  return {
    ...answer,
    headers: {
      ...exactOrigin(request),
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': 'Content-Type',
      'Access-Control-Max-Age': '7200',
      ...answer.headers,
    },
  };
}

// With cookies, browsers take no wildcard.
function exactOrigin({headers: {origin}}: SandboxRequest): Record<string, string> {
  return origin ? {'Access-Control-Allow-Origin': origin, Vary: 'Origin'} : {};
}
