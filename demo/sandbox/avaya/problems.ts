import type {Answer} from '../http/answer.js';

const problems = {
  400: ['constraint-violation', 'Constraint violation'],
  401: ['unauthorized', 'Unauthorized'],
  403: ['forbidden', 'Forbidden'],
  404: ['resource-not-found', 'Resource not found'],
  405: ['method-not-allowed', 'Method not allowed'],
  429: ['too-many-requests', 'Too many requests'],
  500: ['server-error', 'Internal server error'],
  503: ['service-unavailable', 'Service unavailable'],
} as const;

export type ProblemStatus = keyof typeof problems;

/** What was wrong with one field. */
export interface Violation {
  readonly field: string;
  readonly message: string;
  readonly code: number;
}

const isProblemStatus = (status: number): status is ProblemStatus => status in problems;

/** Reads one of the statuses that have a problem. */
export function toProblemStatus(text: string | undefined): ProblemStatus | undefined {
  const status = Number(text);
  return isProblemStatus(status) ? status : undefined;
}

/** Refuses a request with problem details (RFC 7807). */
export function problem(status: ProblemStatus, detail: string, violations?: readonly Violation[]): Answer {
  const [slug, title] = problems[status];
  const type = `https://developers.avayacloud.com/avaya-experience-platform/docs/error-handling#${slug}`;
  return {
    status,
    headers: {'Content-Type': 'application/problem+json'},
    body: JSON.stringify({type, title, status, detail, ...(violations && {violations})}),
  };
}
