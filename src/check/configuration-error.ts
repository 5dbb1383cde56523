import type * as z from 'zod/mini';
import {describeIssue} from './issue.js';

/** A setting that cannot work. The message says what was expected, what came and what to write instead. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/**
 * Checks a setting and returns it in its canonical form.
 *
 * @throws ConfigurationError that names the setting and the place in it
 */
export function checkSetting<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  name: string,
): z.output<Schema> {
  const {data, error} = schema.safeParse(value);
  if (error) throw new ConfigurationError(`Cannot use ${name}: ${describeIssue(error, value)}`);
  return data;
}
