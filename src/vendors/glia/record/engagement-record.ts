import {readDetails} from '../../../record/details.js';
import type {EngagementRecord, Participant, QueueStay} from '../../../record/engagement-record.js';
import {deriveMoment, readMoment, type Moment} from '../../../record/moment.js';
import type {GliaEngagement, GliaQueue} from '../engagement.schemas.js';
import {toLeg, toQueueName, toSpan, toTransfers} from './record-legs.js';

/**
 * Converts an engagement to a vendor-neutral record (Glia REST API, Output fields). Times keep the vendor's text, and
 * durations are in seconds.
 *
 * Glia gives no status and no end for the whole engagement. It has ended when its last leg has. Without legs, as in
 * lists, the end is derived from start and duration, and the status is unknown.
 *
 * @param engagement an answer of `GliaClient.getEngagement`, or an entry of a list
 *
 * @example
 * const {startedAt, duration, transfers} = toEngagementRecord(await glia.getEngagement(id));
 *
 * @see https://docs.glia.com/glia-dev
 */
export function toEngagementRecord(engagement: GliaEngagement): EngagementRecord {
  const {id, engagement_type, source, created_at, duration, queue_wait_time, queues, legs, ...others} = engagement;
  const {visitor_id, visitor_name, visitor_browser, visitor_device_type, operators, ...besidesPeople} = others;
  const {audio_recording_urls, visitor, chat_transcript, ...rest} = besidesPeople;
  const startedAt = readMoment(created_at);
  const last = legs?.at(-1);
  return {
    vendor: 'glia',
    id,
    status: last?.ended_at || last?.end_reason ? 'ended' : undefined,
    direction: toDirection(engagement_type),
    channels: toChannels(engagement),
    source: source ?? legs?.[0]?.request_source ?? undefined,
    requestedAt: readMoment(legs?.[0]?.requested_at),
    startedAt,
    endedAt: last ? readMoment(last.ended_at) : deriveEnd(startedAt, duration),
    duration: toSpan(duration),
    wait: toSpan(queue_wait_time),
    endReason: last?.end_reason ?? undefined,
    participants: [toCustomer(engagement), ...toAgents(engagement)],
    legs: (legs ?? []).map(toLeg),
    queues: (queues ?? []).map(toQueueStay),
    transfers: toTransfers(legs ?? []),
    recordings: (audio_recording_urls ?? []).map((url) => ({kind: 'audio', url})),
    topics: [],
    skills: [],
    identifiers: {},
    attributes: readDetails(rest),
    links: {
      ...(visitor?.href && {visitor: visitor.href}),
      ...(chat_transcript?.href && {transcript: chat_transcript.href}),
    },
    raw: engagement,
  };
}

function toDirection(type: GliaEngagement['engagement_type']): EngagementRecord['direction'] {
  if (type === 'reactive') return 'inbound';
  return type === 'proactive' ? 'outbound' : (type ?? undefined);
}

/** A medium may be added during a leg. A recording proves that there was audio when no other field says so. */
function toChannels({legs, audio_used, video_used, cobrowsing_used, audio_recording_urls}: GliaEngagement): string[] {
  const media = (legs ?? []).flatMap((leg) => [
    leg.accepted_media_type,
    leg.highest_visitor_media_type,
    leg.highest_operator_media_type,
  ]);
  const hadAudio = audio_used ?? (audio_recording_urls ?? []).length > 0;
  const used = [hadAudio && 'audio', video_used && 'video', cobrowsing_used && 'cobrowsing'];
  return [...new Set([...media, ...used].flatMap((channel) => channel || []))];
}

function toCustomer(engagement: GliaEngagement): Participant {
  const {visitor_id: id, visitor_name: name, visitor_browser, visitor_device_type} = engagement;
  const details = readDetails({visitor_browser, visitor_device_type});
  return {id: id ?? undefined, role: 'customer', name: name ?? undefined, details};
}

/** Operators are given as addresses that end in their id. Legs have the id itself. */
function toAgents({operators, legs}: GliaEngagement): Participant[] {
  const ids = [
    ...(operators ?? []).map(({href}) => href?.split(/[?#]/)[0]?.split('/').at(-1)),
    ...(legs ?? []).map(({operator}) => operator?.id),
  ];
  return [...new Set(ids.flatMap((id) => id || []))].map((id) => ({id, role: 'agent', details: {}}));
}

function toQueueStay({id, name, ...rest}: GliaQueue): QueueStay {
  return {...toQueueName({id, name}), details: readDetails(rest)};
}

function deriveEnd(start: Moment | undefined, duration: number | null | undefined): Moment | undefined {
  return start?.ms === undefined || duration == null ? undefined : deriveMoment(start.ms + duration * 1000);
}
