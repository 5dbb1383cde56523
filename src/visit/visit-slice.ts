import {areSound, type Shape} from './shape.js';
import type {Visit} from './visit.js';

/** A vendor's own part of a visit. */
export interface VisitSlice<Facts> {
  /** The facts that are remembered. There are none when one of them is corrupt. */
  read(visit: Visit): Facts;
  /** The visit with some facts changed. Everything else in it stays, except facts of this slice that are corrupt. */
  write(visit: Visit, facts: Facts): Visit;
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
  const pick = (visit: Visit, isOwn: boolean): object =>
    Object.fromEntries(Object.entries(visit).filter(([name]) => Object.hasOwn(shapes, name) === isOwn));
  const read = (visit: Visit): Facts => {
    const facts = pick(visit, true);
    return (areSound(facts, shapes) ? facts : {}) as Facts;
  };
  return {read, write: (visit, facts) => ({...pick(visit, false), ...read(visit), ...facts})};
}
