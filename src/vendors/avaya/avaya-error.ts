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

/** A field that the vendor would not take. Its codes are stable, its messages are not. */
export interface AvayaViolation {
  readonly field?: string | undefined;
  readonly message?: string | undefined;
  readonly code?: number | undefined;
}

/**
 * The vendor refused a request, and said why as RFC 7807 asks.
 *
 * What it said may quote the request, so it stands in the properties and never in the message; `code` is that of the
 * first violation.
 */
export class AvayaError extends HttpStatusError {
  override readonly name = 'AvayaError';
  /** Last part of the problem's type, such as `constraint-violation`; the rest of it differs between answers. */
  readonly problem: string | undefined;
  readonly title: string | undefined;
  readonly detail: string | undefined;
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

/** An error page of a proxy in between has none of this. */
function readProblem(text: string): z.output<typeof problemSchema> {
  try {
    return problemSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
