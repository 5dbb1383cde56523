import type {Answer} from '../http/answer.js';
import type {SandboxRequest} from '../http/request.js';
import {operatorIds} from './engagements.js';
import {legacyAuthError, platformError} from './errors.js';

/** Whom a bearer token stands for. */
export interface Caller {
  readonly role: 'manager' | 'operator' | 'visitor';
  readonly id: string;
}

/**
 * Reads the bearer token: `manager`, `operator-0` to `operator-2`, or `visitor`.
 * Refuses `legacy` in the vendor's old form, and any other token in the new one.
 */
export function findCaller({headers}: SandboxRequest): Caller | Answer {
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  const role = token.split('-')[0];
  const operator = operatorIds[Number(/^operator-(\d)$/.exec(token)?.[1] ?? NaN)];
  if (operator) return {role: 'operator', id: operator};
  if (role === 'manager' || role === 'visitor') return {role, id: token};
  if (token === 'legacy') return legacyAuthError('Access token has expired');
  return platformError(401, 'unauthorized', 'Access token is not valid');
}
