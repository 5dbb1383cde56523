import type {Answer} from './answer.js';
import type {SandboxRequest} from './request.js';

// The lists of a recorded answer of LivePerson; PUT is not among the methods.
const vendorMethods = 'GET, POST, PATCH';
const vendorHeaders =
  'Origin, X-Requested-With, Content-Type, Accept, Authorization, X-HTTP-Method-Override, LP-DOMAIN-REFERER, LP-URL, ETag';

/** Adds what lets a page of another origin read a vendor's answer. */
export function readableByOrigin(answer: Answer, {headers: {origin}}: SandboxRequest): Answer {
  if (answer.readable === false) return answer;
  return {
    ...answer,
    headers: {
      ...(origin && {'Access-Control-Allow-Origin': origin, Vary: 'Origin'}),
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
