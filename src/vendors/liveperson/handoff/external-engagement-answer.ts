import {MalformedAnswerError} from '../../../http/errors.js';
import {describeIssue} from '../../../check/issue.js';
import {parseJson, type Answer} from '../../../http/request.js';
import {ExternalEngagementError} from './external-engagement-error.js';
import {externalEngagementSchema, type ExternalEngagement} from './external-engagement.schemas.js';

/**
 * Reads an answer of the external engagement method, or of a brand's endpoint that passes it on.
 *
 * @throws ExternalEngagementError, MalformedAnswerError
 */
export function readExternalEngagement(answer: Answer): ExternalEngagement {
  if (answer.status !== 200 && answer.status !== 201) throw new ExternalEngagementError(answer);
  const body = parseJson(answer);
  const {data, error} = externalEngagementSchema.safeParse(body);
  if (data) return data;
  throw new MalformedAnswerError(answer.request, describeIssue(error, body));
}
