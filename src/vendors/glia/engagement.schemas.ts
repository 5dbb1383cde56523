import * as z from 'zod/mini';
import type {Open} from '../../record/engagement-record.js';

type EngagementType = Open<'proactive' | 'reactive'>;
type Platform = Open<'omnibrowse' | 'omnicore'>;
type EngagementSource = Open<
  | 'button_embed'
  | 'callout'
  | 'external_call'
  | 'facebook'
  | 'hotlink'
  | 'offline_phone'
  | 'outbound_call'
  | 'outbound_text'
  | 'sdk'
  | 'slack'
  | 'sms'
  | 'tab'
  | 'visitor_integrator'
  | 'whatsapp'
>;
type RequestType = Open<'reactive' | 'proactive' | 'transfer'>;
type MediaType = Open<'text' | 'audio' | 'phone' | 'video'>;
type EndReason = Open<'visitor_left' | 'visitor_hung_up' | 'operator_left' | 'operator_hung_up' | 'error' | 'transfer'>;

const isText = (value: unknown): boolean => typeof value === 'string';

// The vendor sends null for empty fields, its examples leave them out, and some even lack required fields.
const text = z.nullish(z.string());
const number = z.nullish(z.number());
const flag = z.nullish(z.boolean());
const engagementType = z.nullish(z.custom<EngagementType>(isText, 'string'));
const platform = z.nullish(z.custom<Platform>(isText, 'string'));
const source = z.nullish(z.custom<EngagementSource>(isText, 'string'));
const requestType = z.nullish(z.custom<RequestType>(isText, 'string'));
const mediaType = z.nullish(z.custom<MediaType>(isText, 'string'));
const endReason = z.nullish(z.custom<EndReason>(isText, 'string'));

/** Ids arrive as text. A number is converted to text. */
export const idSchema = z.pipe(z.union([z.string(), z.number()], {error: 'string or number'}), z.transform(String));
const id = z.nullish(idSchema);

const link = z.looseObject({href: text});
const reference = z.nullish(z.looseObject({id}));
const queue = z.looseObject({id, name: text});

/**
 * A queue, by id and name (Glia REST API, Queues).
 *
 * @see https://docs.glia.com/glia-dev
 */
export type GliaQueue = z.output<typeof queue>;

const leg = z.looseObject({
  id,
  operator: reference,
  site: reference,
  requested_at: text,
  accepted_at: text,
  request_type: requestType,
  request_source: source,
  offered_media_type: mediaType,
  accepted_media_type: mediaType,
  request_queues: z.nullish(z.array(queue)),
  duration: number,
  highest_visitor_media_type: mediaType,
  highest_operator_media_type: mediaType,
  used_cobrowsing: flag,
  ended_at: text,
  end_reason: endReason,
});

/**
 * The part of an engagement that one operator handled (Glia REST API, Engagement Leg). Durations are in seconds.
 *
 * @see https://docs.glia.com/glia-dev
 */
export type GliaLeg = z.output<typeof leg>;

export const engagementSchema = z.looseObject({
  id: idSchema,
  engagement_type: engagementType,
  created_at: text,
  duration: number,
  visitor_name: text,
  visitor_browser: text,
  visitor_device_type: text,
  visitor_id: id,
  cobrowsing_used: flag,
  video_used: flag,
  audio_used: flag,
  flagged: flag,
  queue_wait_time: number,
  audio_recording_urls: z.nullish(z.array(z.string())),
  crm_forwarded: flag,
  summary_forwarded: flag,
  platform,
  visitor: z.nullish(link),
  chat_transcript: z.nullish(link),
  operators: z.nullish(z.array(link)),
  source,
  queues: z.nullish(z.array(queue)),
  legs: z.nullish(z.array(leg)),
});

/**
 * A conversation with the vendor's field names and every key the vendor sent (Glia REST API, Output fields). Durations
 * are in seconds. Lists hold summaries without `legs`. `GliaClient.getEngagement` returns the full engagement.
 *
 * @see https://docs.glia.com/glia-dev
 */
export type GliaEngagement = z.output<typeof engagementSchema>;
