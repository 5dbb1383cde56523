import {areSound, type Shape} from './shape.js';
import type {Visit} from './visit.js';

/** A vendor's own part of a visit. */
export interface VisitSlice<Facts> {
  /** The facts that are remembered. There are none when one of them is corrupt. */
  read(visit: Visit): Facts;
  /**
   * The visit with facts changed: those of this slice, and of the visit itself. Everything else stays, except facts of
   * this slice that are corrupt.
   */
  write(visit: Visit, facts: Visit & Facts): Visit;
}

/**
 * Makes a slice, whose facts are stored beside those of the visit itself.
 *
 * @param shapes the shape of each fact; no two slices may share a name
 *
 * @example
 * const tour = createVisitSlice<{step?: number}>({step: 'number'});
 * await visits.update((visit) => tour.write(visit, {step: 2}));
 * tour.read(await visits.read()).step; // 2
 */
export function createVisitSlice<Facts extends object>(
  shapes: Readonly<Record<keyof Facts & string, Shape>>,
): VisitSlice<Facts> {
  const none = Object.fromEntries(Object.keys(shapes).map((name) => [name, undefined])) as Facts;
  const read = (visit: Visit): Facts => (areSound(visit, shapes) ? (visit as Facts) : none);
  return {read, write: (visit, facts) => ({...visit, ...read(visit), ...facts})};
}
