import {readDetails} from '../../record/details.js';
import type {EngagementRecord, Open, Participant, QueueStay, Transfer} from '../../record/engagement-record.js';
import {deriveSpan, readMoment} from '../../record/moment.js';
import type {AvayaEngagement, AvayaParticipant, AvayaQueue, AvayaTransfer} from './engagement.schemas.js';

const statuses = {CREATED: 'created', ACTIVE: 'active', COMPLETED: 'ended'} as const;
const directions = {INBOUND: 'inbound', OUTBOUND: 'outbound'} as const;
const roles = {EXTERNAL: 'customer', AGENT: 'agent', TREATMENT: 'automation'} as const;
const destinations = {
  TRANSFER_TO_AGENT: 'agent',
  TRANSFER_TO_QUEUE: 'queue',
  TRANSFER_TO_EXTERNAL: 'external',
  CONSULT_TRANSFER_TO_QUEUE: 'consult-queue',
} as const;

/**
 * Converts an engagement to a vendor-neutral record (Customer Journey API, Get Engagement). Times keep the vendor's
 * text, and durations are in seconds.
 *
 * Avaya has no legs and measures neither waits nor durations. The list of legs is empty, and every span is derived.
 *
 * @param engagement an answer of `AvayaJourneyClient`
 *
 * @example
 * const {status, queues, participants} = toEngagementRecord(await avaya.getEngagement(id));
 *
 * @see https://developers.avayacloud.com/avaya-experience-platform/docs/customer-journey-engagements
 */
export function toEngagementRecord(engagement: AvayaEngagement): EngagementRecord {
  const {id, status, direction, startDate, updateDate, endDate, channels, identifiers, ...others} = engagement;
  const {participants, conversations, data, attributes, queues, transfers, sourceType, ...rest} = others;
  const startedAt = readMoment(startDate);
  const endedAt = readMoment(endDate);
  return {
    vendor: 'avaya',
    id: id ?? undefined,
    status: translate(statuses, status),
    direction: translate(directions, direction),
    channels: [...new Set((channels ?? []).flatMap(({type, id}) => type ?? id ?? []))],
    source: sourceType ?? undefined,
    startedAt,
    updatedAt: readMoment(updateDate),
    endedAt,
    duration: deriveSpan(startedAt, endedAt),
    participants: (participants ?? []).map(toParticipant),
    legs: [],
    queues: (queues ?? []).map(toQueueStay),
    transfers: (transfers ?? []).map(toTransfer),
    recordings: [],
    topics: conversations ?? [],
    skills: attributes ?? [],
    identifiers: toIdentifiers(identifiers),
    attributes: {...readDetails(rest), ...readDetails(data ?? {})},
    links: {},
    raw: engagement,
  };
}

function toParticipant(participant: AvayaParticipant): Participant {
  const {id, type, agentDisplayName, joinedAt, leftAt, channelType, ...rest} = participant;
  return {
    id: id ?? undefined,
    role: translate(roles, type) ?? 'unknown',
    name: agentDisplayName ?? undefined,
    channel: channelType ?? rest.channelId ?? undefined,
    joinedAt: readMoment(joinedAt),
    leftAt: readMoment(leftAt),
    details: readDetails(rest),
  };
}

function toQueueStay({queueId, queueName, channelId, queuedAt, acceptedAt, agentId, ...rest}: AvayaQueue): QueueStay {
  const from = readMoment(queuedAt);
  const to = readMoment(acceptedAt);
  return {
    id: queueId ?? undefined,
    name: queueName ?? undefined,
    channel: channelId ?? undefined,
    queuedAt: from,
    acceptedAt: to,
    wait: deriveSpan(from, to),
    agentId: agentId ?? undefined,
    details: readDetails(rest),
  };
}

function toTransfer(transfer: AvayaTransfer): Transfer {
  const {transferType, timestamp, initiatingAgentId, destinationAgentId, destinationAgentName, ...others} = transfer;
  const {destinationAgentJoinedAt, queueId, queueName, channelId, description, ...rest} = others;
  return {
    to: translate(destinations, transferType) ?? 'unknown',
    requestedAt: readMoment(timestamp),
    acceptedAt: readMoment(destinationAgentJoinedAt),
    fromAgentId: initiatingAgentId ?? undefined,
    toAgentId: destinationAgentId ?? undefined,
    toAgentName: destinationAgentName ?? undefined,
    queue: queueId || queueName ? {id: queueId ?? undefined, name: queueName ?? undefined} : undefined,
    channel: channelId ?? undefined,
    description: description ?? undefined,
    details: readDetails(rest),
  };
}

/** The neutral word for a vendor's word, or the vendor's word if it is unknown. */
function translate<Word extends string>(
  words: Readonly<Record<string, Word>>,
  word: string | null | undefined,
): Open<Word> | undefined {
  if (word == null) return undefined;
  return Object.hasOwn(words, word) ? words[word] : word;
}

function toIdentifiers(identifiers: AvayaEngagement['identifiers']): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(identifiers ?? {}).map(([kind, values]) => [kind, values ?? []]));
}
