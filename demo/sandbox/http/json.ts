export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses a JSON object. Any other text gives `undefined`. */
export function parseObject(body: string): JsonObject | undefined {
  const value = parseIfJson(body);
  return isObject(value) ? value : undefined;
}

/** Parses a text that is JSON, and returns any other text unchanged. */
export function parseIfJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
