import {own} from '../check/own.js';
import {areSound, type Shape} from './soundness.js';
import type {Visit} from './visit.js';

/** A vendor's own part of a visit. */
export interface VisitSlice<Facts> {
  /** The stored facts. There are none if one of them is corrupt. */
  read(visit: Visit): Facts;
  /**
   * Returns the visit with changed facts of this slice and of the visit itself. Everything else stays, except corrupt
   * facts of this slice.
   */
  write(visit: Visit, facts: Visit & Facts): Visit;
}

/**
 * Creates a slice, whose facts are stored together with those of the visit itself.
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
  const read = (visit: Visit): Facts => (areSound(own(visit), shapes) ? (visit as Facts) : none);
  return {read, write: (visit, facts) => own({...visit, ...read(visit), ...facts})};
}
