import type {EngagementRecord, Leg, Participant, QueueStay, Transfer} from '../record/engagement-record.js';
import type {Moment} from '../record/moment.js';

/** A stretch of an entry: `wait` for somebody, `talk` with somebody, or `handover` to somebody. */
export interface Phase {
  readonly kind: 'wait' | 'talk' | 'handover';
  readonly from: Moment | undefined;
  readonly to: Moment | undefined;
}

interface EntryOf<Kind extends string, Part> {
  readonly kind: Kind;
  readonly part: Part;
  /** Place among the parts of its kind, from 1. */
  readonly number: number;
  readonly phases: readonly Phase[];
}

/** One line of the timeline. */
export type Entry =
  | EntryOf<'engagement', EngagementRecord>
  | EntryOf<'participant', Participant>
  | EntryOf<'leg', Leg>
  | EntryOf<'queue', QueueStay>
  | EntryOf<'transfer', Transfer>;

/** The lines of a record: the whole engagement, then its parts as they happened; and the parts that have no time. */
export interface Entries {
  readonly timed: readonly Entry[];
  readonly untimed: readonly Entry[];
}

export function readEntries(record: EngagementRecord): Entries {
  const parts: Entry[] = [
    ...record.queues.map(queueEntry),
    ...record.participants.map(participantEntry),
    ...record.legs.map(legEntry),
    ...record.transfers.map(transferEntry),
  ];
  const timed = parts.filter((entry) => beginOf(entry) !== undefined);
  timed.sort((a, b) => (beginOf(a) ?? 0) - (beginOf(b) ?? 0));
  return {
    timed: [engagementEntry(record), ...timed],
    untimed: parts.filter((entry) => beginOf(entry) === undefined),
  };
}

function engagementEntry(part: EngagementRecord): Entry {
  const {requestedAt, startedAt, endedAt} = part;
  const talk: Phase = {kind: 'talk', from: startedAt, to: endedAt};
  const wait: Phase = {kind: 'wait', from: requestedAt, to: startedAt};
  return {kind: 'engagement', part, number: 1, phases: requestedAt && startedAt ? [wait, talk] : [talk]};
}

function participantEntry(part: Participant, index: number): Entry {
  const {joinedAt: from, leftAt: to} = part;
  return {kind: 'participant', part, number: index + 1, phases: [{kind: 'talk', from, to}]};
}

function legEntry(part: Leg, index: number): Entry {
  const {requestedAt, acceptedAt, endedAt} = part;
  const wait: Phase = {kind: 'wait', from: requestedAt, to: acceptedAt ?? endedAt};
  const talk: Phase = {kind: 'talk', from: acceptedAt, to: endedAt};
  const phases = [...(requestedAt ? [wait] : []), ...(acceptedAt || !requestedAt ? [talk] : [])];
  return {kind: 'leg', part, number: index + 1, phases};
}

function queueEntry(part: QueueStay, index: number): Entry {
  const {queuedAt: from, acceptedAt: to} = part;
  return {kind: 'queue', part, number: index + 1, phases: [{kind: 'wait', from, to}]};
}

function transferEntry(part: Transfer, index: number): Entry {
  const {requestedAt: from, acceptedAt: to} = part;
  return {kind: 'transfer', part, number: index + 1, phases: [{kind: 'handover', from, to: to ?? from}]};
}

/** When an entry begins, in ms since the epoch, as far as its times can be read. */
function beginOf({phases}: Entry): number | undefined {
  for (const {from, to} of phases) {
    const begin = from?.ms ?? to?.ms;
    if (begin !== undefined) return begin;
  }
  return undefined;
}
