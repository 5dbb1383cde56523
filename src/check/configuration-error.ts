import type * as z from 'zod/mini';
import {check} from './check.js';

/**
 * A setting cannot work. The message says what was expected, what was found and what to write instead.
 *
 * @example
 * try {
 *   new MonitoringClient({host: 'https://va.v.liveperson.net/', accountId, appInstallationId});
 * } catch (error) {
 *   if (error instanceof ConfigurationError) console.error(error.setting, error.message); // 'host', …
 * }
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  /** Name of the option, as in the message. Undefined when the message is not about a single option. */
  readonly setting: string | undefined;

  constructor(message: string, setting?: string) {
    super(message);
    this.setting = setting;
  }
}

/**
 * Checks a setting and returns it in its canonical form.
 *
 * @param name what messages call the setting, such as `engagementAttributes`
 * @throws ConfigurationError that names the setting and the place in it, and no value
 */
export function checkSetting<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  name: string,
): z.output<Schema> {
  const {data, problem} = check(schema, value);
  if (problem !== undefined) throw new ConfigurationError(`Cannot use ${name}: ${problem}`);
  return data;
}
