import type * as z from 'zod/mini';
import {MalformedAnswerError} from '../../http/errors.js';
import {describeIssue} from '../../check/issue.js';
import {parseJson, type Answer} from '../../http/request.js';

/**
 * Reads the JSON of an answer.
 *
 * @throws MalformedAnswerError that names the place of what cannot be read, and no value
 */
export function checkAnswer<Schema extends z.ZodMiniType>(schema: Schema, answer: Answer): z.output<Schema> {
  const body = parseJson(answer);
  const {data, error} = schema.safeParse(body);
  if (error) throw new MalformedAnswerError(answer.request, describeIssue(error, body));
  return data;
}
