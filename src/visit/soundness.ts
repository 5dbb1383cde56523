/** The type of a stored fact, or the facts that an object must hold. */
export type Shape = 'string' | 'number' | 'boolean' | {readonly [key: string]: Shape};

/** Whether every fact that is present has its shape. */
export function areSound(facts: object, shapes: Readonly<Record<string, Shape>>): boolean {
  const record = facts as Readonly<Record<string, unknown>>;
  return Object.entries(shapes).every(([key, shape]) => record[key] === undefined || fits(record[key], shape));
}

function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'string') return typeof value === shape;
  const record = Object(value) as Record<string, unknown>;
  return record === value && Object.entries(shape).every(([key, inner]) => fits(record[key], inner));
}
