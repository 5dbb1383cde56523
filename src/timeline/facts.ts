import type {Details, QueueName} from '../record/engagement-record.js';
import type {Moment, Span} from '../record/moment.js';
import type {Entry} from './entries.js';
import type {Telling} from './row-view.js';
import {capital, readable, wordOf} from './sentences/words.js';

/** A named fact. A name of ours is a sentence, a name of the vendor stands as it is. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

type Names = Pick<Telling, 'sentences' | 'formats' | 'nameOf'>;

/** Everything that is known of one entry, for who wants to see more of it. */
export function factsOf(entry: Entry, names: Names): Fact[] {
  return entry.kind === 'engagement'
    ? vendorFacts(entry.part.attributes)
    : [...known(ownFacts(entry, names)), ...vendorFacts(entry.part.details)];
}

type Candidate = readonly [name: string, value: string | undefined];

function ownFacts(
  entry: Exclude<Entry, {kind: 'engagement'}>,
  {sentences: {fact}, formats, nameOf}: Names,
): Candidate[] {
  const at = (moment: Moment | undefined): string | undefined =>
    moment && (moment.ms === undefined ? moment.text : formats.moment(moment.ms));
  const agent = (id: string | undefined): string | undefined => nameOf(id) ?? id;
  const channel: Candidate = [fact.channel, entry.part.channel && readable(entry.part.channel)];
  switch (entry.kind) {
    case 'participant': {
      const {id, joinedAt, leftAt} = entry.part;
      return [[fact.startedAt, at(joinedAt)], [fact.endedAt, at(leftAt)], channel, [fact.id, id]];
    }
    case 'leg': {
      const {id, participantId, requestType, requestedAt, acceptedAt, endedAt, queues} = entry.part;
      return [
        [fact.requestedAt, at(requestedAt)],
        [fact.acceptedAt, at(acceptedAt)],
        [fact.endedAt, at(endedAt)],
        [fact.requestType, requestType && readable(requestType)],
        channel,
        [fact.queue, queues.map(queueText).join(', ')],
        [fact.agent, agent(participantId)],
        [fact.id, id],
      ];
    }
    case 'queue': {
      const {id, queuedAt, acceptedAt, agentId} = entry.part;
      const times: Candidate[] = [
        [fact.requestedAt, at(queuedAt)],
        [fact.acceptedAt, at(acceptedAt)],
      ];
      return [...times, channel, [fact.agent, agent(agentId)], [fact.id, id]];
    }
    case 'transfer': {
      const {requestedAt, acceptedAt, fromAgentId, toAgentId, queue, description} = entry.part;
      return [
        [fact.requestedAt, at(requestedAt)],
        [fact.acceptedAt, at(acceptedAt)],
        [fact.fromAgent, agent(fromAgentId)],
        [fact.agent, agent(toAgentId)],
        [fact.queue, queue && queueText(queue)],
        channel,
        [fact.description, description],
      ];
    }
  }
}

const queueText = ({id, name}: QueueName): string => name ?? id ?? '';

function known(candidates: readonly Candidate[]): Fact[] {
  return candidates.flatMap(([name, value]) => (value ? {name, value} : []));
}

function vendorFacts(details: Details): Fact[] {
  return Object.entries(details).map(([name, value]) => ({name, value: String(value)}));
}

/** What the head of the timeline says of the whole engagement. */
export function headFacts({part}: Extract<Entry, {kind: 'engagement'}>, {sentences, formats}: Names): Fact[] {
  const {fact, direction, basis} = sentences;
  const span = (value: Span | undefined): string | undefined => {
    if (!value) return undefined;
    const length = formats.length(value.seconds * 1000);
    return value.basis === 'measured' ? length : `${length} (${basis[value.basis]})`;
  };
  return known([
    [fact.direction, part.direction && wordOf(direction, part.direction)],
    [fact.channel, capital(part.channels.map(readable).join(', '))],
    [fact.source, part.source && capital(readable(part.source))],
    [fact.duration, span(part.duration)],
    [fact.wait, span(part.wait)],
    [fact.endReason, part.endReason && capital(readable(part.endReason))],
    [fact.topics, part.topics.join(', ')],
    [fact.skills, part.skills.join(', ')],
  ]);
}
