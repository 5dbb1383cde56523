import {longestId} from '../check/ids.js';

/** The type of a stored fact, an id that is not too long, or the facts that an object must hold. */
export type Shape = 'id' | 'string' | 'number' | 'boolean' | {readonly [key: string]: Shape};

/** Whether every fact that is present has its shape. */
export function areSound(facts: object, shapes: Readonly<Record<string, Shape>>): boolean {
  const record = facts as Readonly<Record<string, unknown>>;
  return Object.entries(shapes).every(([key, shape]) => record[key] === undefined || fits(record[key], shape));
}

function fits(value: unknown, shape: Shape): boolean {
  if (shape === 'id') return typeof value === 'string' && value.length <= longestId;
  if (typeof shape === 'string') return typeof value === shape;
  const record = Object(value) as Record<string, unknown>;
  return record === value && Object.entries(shape).every(([key, inner]) => fits(record[key], inner));
}
