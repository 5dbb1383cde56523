import type {Answer} from '../../http/answer.js';
import type {SandboxRequest} from '../../http/request.js';
import {fault} from './fault.js';
import {isSameSecret} from '../../secrets.js';

/** What a brand's own server shows to the gateway. The vendor documents no authentication; the sandbox wants this. */
export const serverToken = 'sandbox-gateway-token';

/** The answer to what is no POST of a server that knows the token; nothing when it is one. */
export function refuseStranger({method, headers}: SandboxRequest): Answer | undefined {
  if (method !== 'POST') return fault(405, 'Expected POST.', {Allow: 'POST'});
  if (isSameSecret(headers.authorization ?? '', `Bearer ${serverToken}`)) return undefined;
  return fault(401, 'Expected the header Authorization with the server’s token.', {'WWW-Authenticate': 'Bearer'});
}
