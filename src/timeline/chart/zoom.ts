import type {Entry} from '../rows/entries.js';
import type {Axis} from './axis.js';

/** How long the stretches are that a record is shown in. */
export type Zoom = 'whole' | 'hour' | 'ten-minutes';

/** A stretch of a record, drawn on an axis of its own, with the entries whose own time, without a wait before, begins in it. */
export interface Group {
  readonly axis: Axis;
  readonly entries: readonly Entry[];
}

const minute = 60_000;
const lengths = {hour: 60 * minute, 'ten-minutes': 10 * minute} as const;

/** Up to as many entries are seen at a glance, and need no choice. */
const few = 20;

/** From as many entries on, a record is not shown as a whole unless somebody wants it. */
const many = 100;

/** Which stretches make sense, the whole first; none for a record that is short already. */
export function zoomsFor(count: number, {from, to}: Axis): Zoom[] {
  const shorter = (['hour', 'ten-minutes'] as const).filter((zoom) => lengths[zoom] < to - from);
  return count > few && shorter.length > 0 ? ['whole', ...shorter] : [];
}

/** How a record is shown at first. */
export function usualZoom(zooms: readonly Zoom[], count: number): Zoom {
  return (count > many ? zooms[1] : undefined) ?? 'whole';
}

/** Puts entries into stretches that begin at round times; `offset` is that of the time zone, in ms. */
export function groupEntries(entries: readonly Entry[], zoom: Exclude<Zoom, 'whole'>, offset: number): Group[] {
  const length = lengths[zoom];
  const groups = new Map<number, Entry[]>();
  for (const entry of entries) {
    const time = entry.phases.at(-1)?.from?.ms ?? entry.begin ?? 0;
    const from = Math.floor((time + offset) / length) * length - offset;
    const group = groups.get(from);
    if (group) group.push(entry);
    else groups.set(from, [entry]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([from, members]) => ({axis: {from, to: from + length, isRunning: false}, entries: members}));
}
