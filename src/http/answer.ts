import type * as z from 'zod/mini';
import {check} from '../check/check.js';
import {MalformedAnswerError} from './errors.js';
import type {Reply} from './exchange.js';

/** An answer whose body has arrived completely. */
export interface Answer extends Omit<Reply, 'retryAfter'> {
  /** Name of the request in error messages. */
  readonly request: string;
  /** The pause that the server asks for, in ms. */
  readonly retryAfter: number | undefined;
}

/**
 * Reads a body as JSON, whatever its content type.
 *
 * @throws MalformedAnswerError
 */
export function parseJson({request, text}: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedAnswerError(request, text ? 'expected JSON' : 'expected JSON, got an empty body');
  }
}

/**
 * Reads a body as JSON and checks it against a schema.
 *
 * @throws MalformedAnswerError that names the place of the problem, and no value
 */
export function checkAnswer<Schema extends z.ZodMiniType>(schema: Schema, answer: Answer): z.output<Schema> {
  const {data, problem} = check(schema, parseJson(answer));
  if (problem !== undefined) throw new MalformedAnswerError(answer.request, problem);
  return data;
}
