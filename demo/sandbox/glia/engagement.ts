import {json, type Answer} from '../http/answer.js';
import type {SandboxRequest} from '../http/request.js';
import type {Caller} from './callers.js';
import {detailsOf, idOf, operatorsOf} from './engagements.js';
import {forbidden, invalidBody, legacyError} from './errors.js';
import type {GliaState} from './state.js';

export interface EngagementCall {
  readonly request: SandboxRequest;
  readonly caller: Caller;
  /** The number of the engagement. */
  readonly number: number;
  readonly state: GliaState;
}

/** Answers with the whole engagement. Number 0 runs until it is ended. */
export function readEngagement({caller, number, state}: EngagementCall, base: string): Answer {
  if (caller.role === 'visitor') return forbidden();
  return json(200, detailsOf(number, base, number > 0 || state.ended.has(number)));
}

/** Ends an engagement for its visitor or its current operator. Earlier operators and managers may not end it. */
export function endEngagement({request, caller, number, state}: EngagementCall): Answer {
  if (!isJson(request)) return wrongContentType();
  const {action, reason} = JSON.parse(request.body || '{}') as Record<string, unknown>;
  if (action !== 'end') return invalidBody('action', 'must be end');
  if (reason !== undefined && typeof reason !== 'string') return invalidBody('reason', 'must be error');
  const operators = operatorsOf(number);
  if (caller.role !== 'visitor' && operators.at(-1) !== caller.id) return forbidden();
  state.ended.add(number);
  return json(200, {id: idOf(number), sub_engagement_id: `leg-${number}-${operators.length - 1}`});
}

export function exportEngagement({request, caller}: EngagementCall): Answer {
  if (caller.role === 'visitor') return forbidden();
  return isJson(request) ? json(200, {success: true}) : wrongContentType();
}

const wrongContentType = (): Answer => legacyError(400, 'bad_request', 'Content-Type must be application/json');
const isJson = ({headers}: SandboxRequest): boolean => headers['content-type'] === 'application/json';
