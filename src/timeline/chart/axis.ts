import type {EngagementRecord} from '../../record/engagement-record.js';
import type {Moment} from '../../record/moment.js';

/** The stretch of time that is drawn, in ms since the epoch. `to` is later than `from`. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** It ends now, because the engagement goes on. */
  readonly isRunning: boolean;
}

/** What is drawn at least, in ms. */
const shortest = 1000;

/**
 * Finds the stretch that a record is about: its own beginning and end, and not those of its parts, which may be years off.
 *
 * A record without a beginning or an end takes the first or the last time of its parts. Nothing when there is no time at all.
 */
export function findAxis(record: EngagementRecord, now: number): Axis | undefined {
  const begin = earliest([record.requestedAt, record.startedAt]) ?? earliest(partMoments(record));
  const isRunning = isGoingOn(record);
  const end = isRunning ? now : (record.endedAt?.ms ?? latest(partMoments(record)));
  if (begin === undefined && end === undefined) return undefined;
  const from = Math.min(begin ?? Infinity, end ?? Infinity);
  const to = Math.max(begin ?? -Infinity, end ?? -Infinity);
  return {from, to: Math.max(to, from + shortest), isRunning};
}

/** Whether a record tells of an engagement that has not ended. A record without a status and an end is not claimed to go on. */
function isGoingOn({status, endedAt}: EngagementRecord): boolean {
  return !endedAt && (status === 'active' || status === 'created');
}

function partMoments({participants, legs, queues, transfers}: EngagementRecord): (Moment | undefined)[] {
  return [
    ...participants.flatMap(({joinedAt, leftAt}) => [joinedAt, leftAt]),
    ...legs.flatMap(({requestedAt, acceptedAt, endedAt}) => [requestedAt, acceptedAt, endedAt]),
    ...queues.flatMap(({queuedAt, acceptedAt}) => [queuedAt, acceptedAt]),
    ...transfers.flatMap(({requestedAt, acceptedAt}) => [requestedAt, acceptedAt]),
  ];
}

const earliest = (moments: readonly (Moment | undefined)[]): number | undefined =>
  timesOf(moments).reduce<number | undefined>(smaller, undefined);
const latest = (moments: readonly (Moment | undefined)[]): number | undefined =>
  timesOf(moments).reduce<number | undefined>(larger, undefined);
const timesOf = (moments: readonly (Moment | undefined)[]): number[] => moments.flatMap((moment) => moment?.ms ?? []);
const smaller = (a: number | undefined, b: number): number => (a === undefined ? b : Math.min(a, b));
const larger = (a: number | undefined, b: number): number => (a === undefined ? b : Math.max(a, b));

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const steps: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14, 30, 90, 180, 365].map((count) => count * day),
];

/** Where the axis is labelled, in ms since the epoch, and how far the labels are apart. */
export interface Ticks {
  readonly step: number;
  readonly times: readonly number[];
}

/** Finds round times, at most `most` of them; `offset` is that of the shown time zone, in ms. */
export function findTicks({from, to}: Axis, offset: number, most = 6): Ticks {
  const step = steps.find((candidate) => (to - from) / candidate <= most) ?? Math.ceil((to - from) / most / day) * day;
  const first = Math.ceil((from + offset) / step) * step - offset;
  const times = Array.from({length: most + 1}, (_, index) => first + index * step);
  return {step, times: times.filter((time) => time <= to)};
}
