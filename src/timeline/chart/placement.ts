import type {Axis} from './axis.js';
import type {Entry, Phase} from '../rows/entries.js';

/** Where a bar is drawn: fractions of the axis, from 0 to 1. */
export interface Bar {
  readonly kind: Phase['kind'];
  readonly from: number;
  readonly to: number;
  /** The side on which it was cut off, or has no known end. */
  readonly cutStart: boolean;
  readonly cutEnd: boolean;
}

/** What does not fit into the engagement's own times; `by` is in ms. */
export type Mark =
  | {readonly kind: 'begins-before' | 'ends-after' | 'is-before' | 'is-after'; readonly by: number}
  | {readonly kind: 'reversed' | 'begin-unknown' | 'end-unknown'};

export interface Placement {
  readonly bars: readonly Bar[];
  readonly marks: readonly Mark[];
}

/** Clocks of two systems differ by this much, in ms, without anything being wrong. */
const tolerance = 1000;

/**
 * Puts an entry on the axis: cuts off what is outside of it, and says so. Of the axis a part may be shown: what is outside
 * of that is cut off as well, but nothing is wrong with it.
 */
export function place({phases}: Entry, axis: Axis, shown = axis): Placement {
  const placed = phases.flatMap((phase) => placePhase(phase, axis, shown) ?? []);
  return {bars: placed.map(({bar}) => bar), marks: mergeMarks(placed.flatMap(({marks}) => marks))};
}

/** How many entries have times that do not fit. Most do, which is seen at once. */
export function countMarked(entries: readonly Entry[], axis: Axis): number {
  const doubtful = entries.filter(({phases}) => !phases.every((phase) => isWithin(phase, axis)));
  return doubtful.filter((entry) => place(entry, axis).marks.length > 0).length;
}

function isWithin({from, to}: Phase, axis: Axis): boolean {
  if (from?.ms === undefined || to?.ms === undefined) return false;
  return from.ms >= axis.from && from.ms <= to.ms && to.ms <= axis.to;
}

function placePhase({kind, from, to}: Phase, axis: Axis, shown: Axis): {bar: Bar; marks: Mark[]} | undefined {
  if (from?.ms === undefined && to?.ms === undefined) return undefined;
  const begin = from?.ms ?? axis.from;
  const end = to?.ms ?? Math.max(axis.to, begin);
  const first = Math.min(begin, end);
  const last = Math.max(begin, end);
  const isBeginKnown = from?.ms !== undefined;
  const isEndKnown = to?.ms !== undefined || (axis.isRunning && !to);
  const bar = {
    kind,
    from: fraction(first, shown),
    to: fraction(last, shown),
    cutStart: !isBeginKnown || first < shown.from - tolerance,
    cutEnd: !isEndKnown || last > shown.to + tolerance,
  };
  const unknown: Mark[] = [
    ...(isBeginKnown ? [] : [{kind: 'begin-unknown' as const}]),
    ...(isEndKnown ? [] : [{kind: 'end-unknown' as const}]),
    ...(begin > end ? [{kind: 'reversed' as const}] : []),
  ];
  return {bar, marks: [...unknown, ...outsideMarks(first, last, axis)]};
}

function outsideMarks(first: number, last: number, {from, to}: Axis): Mark[] {
  if (last < from - tolerance) return [{kind: 'is-before', by: from - last}];
  if (first > to + tolerance) return [{kind: 'is-after', by: first - to}];
  return [
    ...(first < from - tolerance ? [{kind: 'begins-before' as const, by: from - first}] : []),
    ...(last > to + tolerance ? [{kind: 'ends-after' as const, by: last - to}] : []),
  ];
}

/** Both phases of a leg may be off; each kind is said once, with the larger distance. */
function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged = new Map<Mark['kind'], Mark>();
  for (const mark of marks) {
    const known = merged.get(mark.kind);
    if (!known || ('by' in mark && 'by' in known && mark.by > known.by)) merged.set(mark.kind, mark);
  }
  return [...merged.values()];
}

/** Where a time is on the axis, from 0 to 1; times outside of it are on its edges. */
export function fraction(time: number, {from, to}: Axis): number {
  return Math.min(1, Math.max(0, (time - from) / (to - from)));
}
