import type {core} from 'zod/mini';

/**
 * Says in words what a schema found wrong: `campaign.id: expected string, got number`.
 *
 * It names kinds and never values, which may be ids of the visitor.
 */
export function describeIssue(error: core.$ZodError, value: unknown): string {
  const [issue] = error.issues;
  if (!issue) return 'unreadable';
  const at = issue.path.reduce<unknown>(
    (parent, key) => (parent as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  const path = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return `${path}expected ${expected(issue)}, got ${kindOf(at)}`;
}

function expected(issue: core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.join(' or ');
  if (issue.code === 'invalid_type') return issue.expected;
  return issue.message;
}

/** What kind of thing a value is, in a word that gives nothing of it away. */
function kindOf(value: unknown): string {
  if (value === undefined || value === '') return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
