import {MalformedAnswerError} from '../../../http/errors.js';
import type {EngageAnswer} from './monitoring.schemas.js';

/**
 * Reads the body of an answer. Most answers have no engagement and are read at once. The schemas are downloaded only
 * for the others.
 *
 * @throws MalformedAnswerError
 */
export async function readEngageAnswer(body: unknown, request: string): Promise<EngageAnswer> {
  if (!mayHoldEngagement(body)) return {...(body as EngageAnswer), engagementDetails: []};
  const {checkEngageAnswer} = await import('./request-body.js');
  const {data, problem} = checkEngageAnswer(body);
  if (data) return data;
  throw new MalformedAnswerError(request, problem);
}

/** Whether a body may hold an engagement. Anything unusual may. */
export function mayHoldEngagement(body: unknown): boolean {
  const {sessionId, visitorId, engagementDetails} = Object(body) as Record<string, unknown>;
  return typeof sessionId !== 'string' || typeof visitorId !== 'string' || engagementDetails != null;
}
