import {checkAnswer, type Answer} from '../../../../http/answer.js';
import {ExternalEngagementError} from './external-engagement-error.js';
import {externalEngagementSchema, type ExternalEngagement} from './external-engagement.schemas.js';

/**
 * Reads an answer of the external engagement method, or the same answer passed on by a brand's endpoint.
 *
 * @throws ExternalEngagementError, MalformedAnswerError
 */
export function readExternalEngagement(answer: Answer): ExternalEngagement {
  if (answer.status !== 200 && answer.status !== 201) throw new ExternalEngagementError(answer);
  return checkAnswer(externalEngagementSchema, answer);
}
