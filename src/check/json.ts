/**
 * Writes data as JSON. Old libraries, such as Prototype.js, give arrays, objects and dates a `toJSON()` of their own, which
 * would change what is sent; here it does not count.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, name: string, written: unknown) {
    const given = this[name];
    if (given instanceof Date) return Number.isNaN(given.getTime()) ? null : given.toISOString();
    return isForeign(given) ? given : written;
  });
}

/** Whether an object has its `toJSON()` from where the language has none. */
function isForeign(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const {toJSON} = value as {toJSON?: unknown};
  return [Array.prototype, Object.prototype].some((prototype) => toJSON === Reflect.get(prototype, 'toJSON'));
}
