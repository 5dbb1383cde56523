import type {EngagementRecord, Leg, Participant, QueueStay, Transfer} from '../../record/engagement-record.js';
import type {Moment} from '../../record/moment.js';

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
  /** When it begins, in ms since the epoch, as far as its times can be read. */
  readonly begin: number | undefined;
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
    // Asked for at the same moment as the leg that it leads to.
    ...record.transfers.map(transferEntry),
    ...record.legs.map(legEntry),
  ];
  const timed = parts.filter(({begin}) => begin !== undefined);
  timed.sort((a, b) => (a.begin ?? 0) - (b.begin ?? 0));
  return {timed: [engagementEntry(record), ...timed], untimed: parts.filter(({begin}) => begin === undefined)};
}

function engagementEntry(part: EngagementRecord): Entry {
  const {requestedAt, startedAt, endedAt} = part;
  const talk: Phase = {kind: 'talk', from: startedAt, to: endedAt};
  const wait: Phase = {kind: 'wait', from: requestedAt, to: startedAt};
  return {kind: 'engagement', part, number: 1, ...timesOf(requestedAt && startedAt ? [wait, talk] : [talk])};
}

function participantEntry(part: Participant, index: number): Entry {
  const {joinedAt: from, leftAt: to} = part;
  return {kind: 'participant', part, number: index + 1, ...timesOf([{kind: 'talk', from, to}])};
}

function legEntry(part: Leg, index: number): Entry {
  const {requestedAt, acceptedAt, endedAt} = part;
  const wait: Phase = {kind: 'wait', from: requestedAt, to: acceptedAt ?? endedAt};
  const talk: Phase = {kind: 'talk', from: acceptedAt, to: endedAt};
  const answered = acceptedAt ? [wait, talk] : [wait];
  return {kind: 'leg', part, number: index + 1, ...timesOf(requestedAt ? answered : [talk])};
}

function queueEntry(part: QueueStay, index: number): Entry {
  const {queuedAt: from, acceptedAt: to} = part;
  return {kind: 'queue', part, number: index + 1, ...timesOf([{kind: 'wait', from, to}])};
}

function transferEntry(part: Transfer, index: number): Entry {
  const {requestedAt: from, acceptedAt: to} = part;
  return {kind: 'transfer', part, number: index + 1, ...timesOf([{kind: 'handover', from, to: to ?? from}])};
}

function timesOf(phases: readonly Phase[]): Pick<Entry, 'phases' | 'begin'> {
  return {phases, begin: phases[0]?.from?.ms ?? phases[0]?.to?.ms ?? phases[1]?.from?.ms ?? phases[1]?.to?.ms};
}

/** Whether there is more to know about an entry than its row says. Only the whole engagement may be told in full. */
export function hasFacts(entry: Entry): boolean {
  return entry.kind !== 'engagement' || Object.keys(entry.part.attributes).length > 0;
}
