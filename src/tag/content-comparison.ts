/**
 * Compares data by what it says, because frameworks make a new object at every render. Functions are compared by
 * whether there is one: they are called late, and hence never stale.
 */
export function isDifferent(value: unknown, old: unknown): boolean {
  try {
    return write(value) !== write(old);
  } catch {
    return value !== old;
  }
}

const write = (value: unknown): string | undefined =>
  typeof value === 'function' ? 'function' : JSON.stringify(value);
