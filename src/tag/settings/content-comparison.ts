/**
 * Compares data by its content, because frameworks make a new object at every render. Functions are compared by whether
 * there is one: they are looked up when they are called, so a newer one is never missed.
 */
export function hasSameContent(value: unknown, other: unknown): boolean {
  try {
    return write(value) === write(other);
  } catch {
    return value === other;
  }
}

/** An empty list or text says as little as none. */
function write(value: unknown): string | undefined {
  if (typeof value === 'function') return 'function';
  return (value as {readonly length?: unknown} | null | undefined)?.length === 0 ? undefined : JSON.stringify(value);
}
