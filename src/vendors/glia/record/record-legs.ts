import {readDetails} from '../../../record/details.js';
import type {Leg, QueueName, Transfer} from '../../../record/engagement-record.js';
import {readMoment, type Span} from '../../../record/moment.js';
import type {GliaLeg, GliaQueue} from '../engagement.schemas.js';

/** Converts a leg to vendor-neutral words (Glia REST API, Engagement Leg). */
export function toLeg({id, operator, site, request_type, accepted_media_type, ...others}: GliaLeg): Leg {
  const {requested_at, accepted_at, ended_at, end_reason, duration, request_queues, ...rest} = others;
  return {
    id: id ?? undefined,
    participantId: operator?.id ?? undefined,
    requestType: request_type ?? undefined,
    channel: accepted_media_type ?? undefined,
    requestedAt: readMoment(requested_at),
    acceptedAt: readMoment(accepted_at),
    endedAt: readMoment(ended_at),
    duration: toSpan(duration),
    endReason: end_reason ?? undefined,
    queues: (request_queues ?? []).map(toQueueName),
    details: readDetails({...rest, 'site.id': site?.id}),
  };
}

/** Finds the transfers. A leg that begins with one says when and to whom, and the leg before it says by whom. */
export function toTransfers(legs: readonly GliaLeg[]): Transfer[] {
  return legs.flatMap((leg, index) => (leg.request_type === 'transfer' ? toTransfer(leg, legs[index - 1]) : []));
}

function toTransfer(leg: GliaLeg, before: GliaLeg | undefined): Transfer {
  const queue = leg.request_queues?.[0];
  return {
    to: queue ? 'queue' : 'agent',
    requestedAt: readMoment(leg.requested_at),
    acceptedAt: readMoment(leg.accepted_at),
    fromAgentId: before?.operator?.id ?? undefined,
    toAgentId: leg.operator?.id ?? undefined,
    queue: queue && toQueueName(queue),
    channel: leg.accepted_media_type ?? undefined,
    details: {},
  };
}

export const toQueueName = ({id, name}: Pick<GliaQueue, 'id' | 'name'>): QueueName => ({
  id: id ?? undefined,
  name: name ?? undefined,
});

/** A length of time in seconds that the vendor measured. */
export const toSpan = (seconds: number | null | undefined): Span | undefined =>
  seconds == null ? undefined : {seconds, basis: 'measured'};
