import {readFileSync} from 'node:fs';
import {UsageError} from '../command.js';

/** Settings of `web-engagement serve`. */
export interface ServeSettings {
  readonly port: number;
  readonly host: string;
  readonly secrets: readonly string[];
  readonly tokens: readonly string[];
  readonly origins: readonly string[];
  readonly redis: string | undefined;
  readonly trustsProxy: boolean;
  readonly environment: Environment;
}

export type Environment = Readonly<Partial<Record<string, string>>>;

interface Values {
  readonly port: string;
  readonly host: string;
  readonly 'secret-file'?: string | undefined;
  readonly 'gateway-token-file'?: string | undefined;
  readonly origin: readonly string[];
  readonly redis?: string | undefined;
  readonly 'trust-proxy': boolean;
}

/** @throws UsageError when something is missing or cannot be read */
export function readServeSettings(values: Values, environment: Environment): ServeSettings {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('Expected --port to be from 0 to 65535');
  if (values.origin.length === 0) throw new UsageError('Expected --origin, such as https://www.brand.example');
  return {
    port,
    host: values.host,
    secrets: readLines(values['secret-file'], '--secret-file'),
    tokens: readLines(values['gateway-token-file'], '--gateway-token-file'),
    origins: values.origin,
    redis: values.redis,
    trustsProxy: values['trust-proxy'],
    environment,
  };
}

/** Secrets come by files, because arguments and environments are seen by others. */
function readLines(file: string | undefined, option: string): readonly string[] {
  if (file === undefined) throw new UsageError(`Expected ${option}, the name of a file`);
  try {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim());
    const filled = lines.filter((line) => line !== '');
    if (filled.length > 0) return filled;
  } catch {
    throw new UsageError(`Expected ${option} to name a file that can be read`);
  }
  throw new UsageError(`Expected a line in the file of ${option}`);
}
