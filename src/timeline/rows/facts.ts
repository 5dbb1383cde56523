import type {Details, EngagementRecord, QueueName} from '../../record/engagement-record.js';
import type {Moment, Span} from '../../record/moment.js';
import type {Entry} from './entries.js';
import type {Telling} from './row-view.js';
import type {Shares} from './shares.js';
import {capital, readable, wordOf} from '../sentences/words.js';

/** A named fact. Known names are translated, and a vendor's own name is kept as it is. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

type Names = Pick<Telling, 'sentences' | 'formats' | 'nameOf'>;

/** Everything that is known about one entry, for its details. */
export function factsOf(entry: Entry, names: Names): Fact[] {
  return entry.kind === 'engagement'
    ? vendorFacts(entry.part.attributes)
    : [...known(ownFacts(entry, names)), ...vendorFacts(entry.part.details)];
}

type Candidate = readonly [name: string, value: string | undefined];

type OwnEntry = Exclude<Entry, {kind: 'engagement'}>;
type Part<Kind extends OwnEntry['kind']> = Extract<OwnEntry, {kind: Kind}>['part'];

/** The words for facts, and what stands for times, agents and the channel in them. */
interface Wording {
  readonly fact: Telling['sentences']['fact'];
  readonly at: (moment: Moment | undefined) => string | undefined;
  readonly agent: (id: string | undefined) => string | undefined;
  readonly channel: Candidate;
}

function ownFacts(entry: OwnEntry, {sentences: {fact}, formats, nameOf}: Names): Candidate[] {
  const wording: Wording = {
    fact,
    at: (moment) => moment && (moment.ms === undefined ? moment.text : formats.moment(moment.ms)),
    agent: (id) => nameOf(id) ?? id,
    channel: [fact.channel, entry.part.channel && readable(entry.part.channel)],
  };
  switch (entry.kind) {
    case 'participant':
      return participantFacts(entry.part, wording);
    case 'leg':
      return legFacts(entry.part, wording);
    case 'queue':
      return queueFacts(entry.part, wording);
    case 'transfer':
      return transferFacts(entry.part, wording);
  }
}

function participantFacts({id, joinedAt, leftAt}: Part<'participant'>, {fact, at, channel}: Wording): Candidate[] {
  return [[fact.startedAt, at(joinedAt)], [fact.endedAt, at(leftAt)], channel, [fact.id, id]];
}

function legFacts(part: Part<'leg'>, {fact, at, agent, channel}: Wording): Candidate[] {
  return [
    [fact.requestedAt, at(part.requestedAt)],
    [fact.acceptedAt, at(part.acceptedAt)],
    [fact.endedAt, at(part.endedAt)],
    [fact.requestType, part.requestType && readable(part.requestType)],
    channel,
    [fact.queue, part.queues.map(queueText).join(', ')],
    [fact.agent, agent(part.participantId)],
    [fact.id, part.id],
  ];
}

function queueFacts({id, queuedAt, acceptedAt, agentId}: Part<'queue'>, wording: Wording): Candidate[] {
  const {fact, at, agent, channel} = wording;
  const times: Candidate[] = [
    [fact.requestedAt, at(queuedAt)],
    [fact.acceptedAt, at(acceptedAt)],
  ];
  return [...times, channel, [fact.agent, agent(agentId)], [fact.id, id]];
}

function transferFacts(part: Part<'transfer'>, {fact, at, agent, channel}: Wording): Candidate[] {
  return [
    [fact.requestedAt, at(part.requestedAt)],
    [fact.acceptedAt, at(part.acceptedAt)],
    [fact.fromAgent, agent(part.fromAgentId)],
    [fact.agent, agent(part.toAgentId)],
    [fact.queue, part.queue && queueText(part.queue)],
    channel,
    [fact.description, part.description],
  ];
}

const queueText = ({id, name}: QueueName): string => name ?? id ?? '';

function known(candidates: readonly Candidate[]): Fact[] {
  return candidates.flatMap(([name, value]) => (value ? {name, value} : []));
}

function vendorFacts(details: Details): Fact[] {
  return Object.entries(details).map(([name, value]) => ({name, value: String(value)}));
}

/** What the head of the timeline says about the whole engagement. */
export function headFacts(part: EngagementRecord, {wait, handling}: Shares, {sentences, formats}: Names): Fact[] {
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
    [fact.wait, span(part.wait ?? wait)],
    [fact.handling, span(handling)],
    [fact.endReason, part.endReason && capital(readable(part.endReason))],
    [fact.topics, part.topics.join(', ')],
    [fact.skills, part.skills.join(', ')],
  ]);
}
