import * as z from 'zod/mini';

// The vendor's OpenAPI file declares no property of an answer as required, and does not mention null.
const maybe = <Schema extends z.ZodMiniType>(schema: Schema): z.ZodMiniOptional<z.ZodMiniNullable<Schema>> =>
  z.optional(z.nullable(schema));

const text = maybe(z.string());
const number = maybe(z.number());
const moment = maybe(z.iso.datetime({offset: true}));
const texts = maybe(z.array(z.string()));

const participantSchema = z.looseObject({
  id: text,
  /** `EXTERNAL`, `AGENT` or `TREATMENT`. */
  type: text,
  agentDisplayName: text,
  joinedAt: moment,
  leftAt: moment,
  channelId: text,
  channelType: text,
  callingNumber: text,
  dialledNumber: text,
  extension: text,
  dialogId: text,
  automationType: text,
  sourceType: text,
  sourceAddress: text,
});

const queueSchema = z.looseObject({
  queueId: text,
  queueName: text,
  channelId: text,
  priority: number,
  rank: number,
  proficiencyRangeMin: number,
  proficiencyRangeMax: number,
  queuedAt: moment,
  agentId: text,
  /** Absent when no agent accepted. */
  acceptedAt: moment,
});

const transferSchema = z.looseObject({
  /** `TRANSFER_TO_AGENT`, `TRANSFER_TO_QUEUE`, `TRANSFER_TO_EXTERNAL` or `CONSULT_TRANSFER_TO_QUEUE`. */
  transferType: text,
  timestamp: moment,
  initiatingAgentId: text,
  destinationAgentId: text,
  destinationAgentName: text,
  destinationAgentJoinedAt: moment,
  destinationExternalNumber: text,
  queueId: text,
  queueName: text,
  fallbackQueueId: text,
  channelId: text,
  channelProviderId: text,
  connectionId: text,
  dialogId: text,
  providerDialogId: text,
  correlationId: text,
  description: text,
});

export const engagementSchema = z.looseObject({
  id: text,
  /** `CREATED`, `ACTIVE` or `COMPLETED`. */
  status: text,
  /** `INBOUND` or `OUTBOUND`. */
  direction: text,
  startDate: moment,
  updateDate: moment,
  endDate: moment,
  channels: maybe(z.array(z.looseObject({id: text, type: text}))),
  identifiers: maybe(z.record(z.string(), texts)),
  participants: maybe(z.array(participantSchema)),
  conversations: texts,
  data: maybe(z.record(z.string(), z.unknown())),
  attributes: texts,
  queues: maybe(z.array(queueSchema)),
  transfers: maybe(z.array(transferSchema)),
  sourceType: text,
  sourceAddress: text,
  accountId: text,
});

/**
 * One engagement, with the vendor's field names and every key the vendor sent (Customer Journey API, Get Engagement).
 * Times are in ISO 8601.
 *
 * @see https://developers.avayacloud.com/avaya-experience-platform/docs/customer-journey-engagements
 */
export type AvayaEngagement = z.output<typeof engagementSchema>;
/** A participant of an engagement: a customer, an agent or an automated treatment. */
export type AvayaParticipant = z.output<typeof participantSchema>;
/** A queue in which the customer waited. */
export type AvayaQueue = z.output<typeof queueSchema>;
/** A transfer to an agent, a queue or an external number. */
export type AvayaTransfer = z.output<typeof transferSchema>;

/** Answer of the list call. Its items are checked one by one, so that a malformed one does not affect the others. */
export const listSchema = z.looseObject({engagements: maybe(z.array(z.unknown()))});
