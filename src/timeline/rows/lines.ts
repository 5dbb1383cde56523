import type {Axis} from '../chart/axis.js';
import {groupEntries, type Group, type Zoom} from '../chart/zoom.js';
import type {Entry} from './entries.js';

/** An entry, on the axis that it is drawn on. */
export interface EntryLine {
  readonly kind: Entry['kind'];
  readonly key: Entry;
  readonly axis: Axis;
  readonly isInGroup: boolean;
}

/** The head of a group, whose entries follow unless it is closed. */
export interface GroupLine {
  readonly kind: 'group';
  readonly key: number;
  readonly group: Group;
  readonly isOpen: boolean;
}

/** One line of the list. */
export type Line = EntryLine | GroupLine;

interface Wanted {
  readonly zoom: Zoom;
  readonly axis: Axis;
  /** That of the shown time zone, in ms. */
  readonly offset: number;
  /** Keys of groups. */
  readonly closed: ReadonlySet<unknown>;
}

/** The lines of a record. The whole engagement belongs to no group. */
export function toLines(entries: readonly Entry[], {zoom, axis, offset, closed}: Wanted): Line[] {
  const alone = (entry: Entry): Line => ({kind: entry.kind, key: entry, axis, isInGroup: false});
  if (zoom === 'whole') return entries.map(alone);
  const [whole, ...parts] = entries;
  const groups = groupEntries(parts, zoom, offset);
  return [...(whole ? [alone(whole)] : []), ...groups.flatMap((group) => groupLines(group, closed))];
}

function groupLines(group: Group, closed: ReadonlySet<unknown>): Line[] {
  const {axis, entries} = group;
  const isOpen = !closed.has(axis.from);
  const members = entries.map((entry) => ({kind: entry.kind, key: entry, axis, isInGroup: true}));
  return [{kind: 'group', key: axis.from, group, isOpen}, ...(isOpen ? members : [])];
}
