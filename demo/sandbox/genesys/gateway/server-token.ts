import type {Answer} from '../../http/answer.js';
import type {SandboxRequest} from '../../http/request.js';
import {fault} from './fault.js';
import {isSameSecret} from '../../secrets.js';

/** The token of the brand's own server. The vendor documents no authentication, so this one is the sandbox's own. */
export const serverToken = 'sandbox-gateway-token';

/** Refuses a request unless it is a POST with the token. Returns `undefined` for a good request. */
export function refuseWithoutToken({method, headers}: SandboxRequest): Answer | undefined {
  if (method !== 'POST') return fault(405, 'Expected POST.', {Allow: 'POST'});
  if (isSameSecret(headers.authorization ?? '', `Bearer ${serverToken}`)) return undefined;
  return fault(401, 'Expected the header Authorization with the server’s token.', {'WWW-Authenticate': 'Bearer'});
}
