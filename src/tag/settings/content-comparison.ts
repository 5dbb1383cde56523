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

const write = (value: unknown): string | undefined =>
  typeof value === 'function' ? 'function' : JSON.stringify(value);
