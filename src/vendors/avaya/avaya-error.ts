import * as z from 'zod/mini';
import type {Answer} from '../../http/answer.js';
import {HttpStatusError} from '../../http/errors.js';

const text = z.catch(z.optional(z.string()), undefined);

const problemSchema = z.object({
  type: text,
  title: text,
  detail: text,
  violations: z.catch(
    z.optional(z.array(z.object({field: text, message: text, code: z.catch(z.optional(z.number()), undefined)}))),
    undefined,
  ),
});

/** A field that Avaya refused. Codes are stable, messages are not. */
export interface AvayaViolation {
  /** Name of the field. */
  readonly field?: string | undefined;
  /** What is wrong with it. It may quote the request. */
  readonly message?: string | undefined;
  /** Avaya's code of the violation. */
  readonly code?: number | undefined;
}

/**
 * Avaya refused a request or failed, and described the problem in the form of RFC 7807.
 *
 * The description may quote the request, so it is in the properties and never in the message. `code` is the code of the
 * first violation.
 *
 * @example
 * if (error instanceof AvayaError && error.status === 404) console.log('There is no such engagement.');
 *
 * @see https://developers.avayacloud.com/avaya-experience-platform/docs/customer-journey-engagements
 */
export class AvayaError extends HttpStatusError {
  override readonly name = 'AvayaError';
  /** Last part of the problem's type, such as `constraint-violation`. The other parts differ between answers. */
  readonly problem: string | undefined;
  /** Short description of the kind of problem. */
  readonly title: string | undefined;
  /** Description of this problem. */
  readonly detail: string | undefined;
  /** Fields that were refused. Empty when Avaya names none. */
  readonly violations: readonly AvayaViolation[];

  constructor({request, status, text, retryAfter}: Answer) {
    const {type, title, detail, violations = []} = readProblem(text);
    super(request, {status, code: violations[0]?.code, retryAfter});
    this.problem = type?.split('#')[1];
    this.title = title;
    this.detail = detail;
    this.violations = violations;
  }
}

/** A proxy's error page has none of these. */
function readProblem(text: string): z.output<typeof problemSchema> {
  try {
    return problemSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
