import {ownData, plainData} from './own.js';
import type * as z from 'zod/mini';

/**
 * Result of a check: the value in its canonical form, or what is wrong with it.
 *
 * A problem is returned instead of thrown, so that each caller can throw its own kind of error.
 */
export type Checked<T> =
  {readonly data: T; readonly problem?: undefined} | {readonly data?: undefined; readonly problem: string};

/**
 * Checks a value against a schema.
 *
 * @example
 * const {data, problem} = check(z.object({id: z.string()}), {id: 5});
 * // problem is 'id: expected string, got number'
 */
export function check<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): Checked<z.output<Schema>> {
  const {data, error} = schema.safeParse(ownData(value));
  return error ? {problem: describeIssue(error, value)} : {data: plainData(data)};
}

/**
 * Describes what a schema found wrong: `campaign.id: expected string, got number`.
 *
 * It names types and never values, because a value may be an id of the visitor.
 */
function describeIssue(error: z.core.$ZodError, value: unknown): string {
  const [issue] = error.issues;
  if (!issue) return 'unreadable';
  const at = issue.path.reduce<unknown>(
    (parent, key) => (parent as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  const path = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return `${path}expected ${expected(issue)}, got ${kindOf(at)}`;
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.join(' or ');
  if (issue.code === 'invalid_type') return issue.expected;
  return issue.message;
}

/** The type of a value, in a word that does not reveal the value. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === '') return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
