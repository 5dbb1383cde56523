/**
 * Copies an object's own properties into one without a prototype. What is missing is then missing, although a script of the
 * page has added a property of that name to `Object.prototype`.
 */
export const own = <T extends object>(options: T): T => ({__proto__: null, ...options});

/** The nesting that is copied. What is deeper is not read by its names here. */
const deepest = 32;

/** Copies data, so that each object in it has only properties of its own. */
export const ownData = (value: unknown): unknown => copy(value, own);

/** The same data in usual objects, for a caller who knows nothing of this. */
export const plainData = <T>(value: T): T => copy(value, (entries) => ({...entries})) as T;

function copy(value: unknown, make: (entries: object) => object, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((entry) => copy(entry, make, depth + 1));
  if (!isPlain(value)) return value;
  return make(Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, copy(entry, make, depth + 1)])));
}

/** Whether an object is one of data, of this window or of a frame. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The signal of a call's options, which may be an `AbortController`. */
export function signalOf(options: {readonly signal?: AbortSignal | undefined}): AbortSignal | undefined {
  return options instanceof AbortController || Object.hasOwn(options, 'signal') ? options.signal : undefined;
}
