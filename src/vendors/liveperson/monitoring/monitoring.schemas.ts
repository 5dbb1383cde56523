import * as z from 'zod/mini';

/** Ids come as numbers or as text, and leave here as text: they are compared, never computed with. */
const id = z.pipe(z.union([z.string(), z.number()], {error: 'string or number'}), z.transform(String));
const optionalId = z.optional(z.nullable(id));

const engagementDetailsSchema = z.looseObject({
  campaignId: optionalId,
  engagementId: optionalId,
  engagementRevision: z.optional(
    z.nullable(z.union([z.number(), z.pipe(z.string(), z.transform(Number))], {error: 'number'})),
  ),
  contextId: optionalId,
  conversationId: optionalId,
  connectorId: optionalId,
  windowId: optionalId,
  language: z.optional(z.nullable(z.string())),
  status: z.optional(z.nullable(z.string())),
});

/** One engagement, in the vendor's words (Monitoring API, Response format). */
export type EngagementDetails = z.output<typeof engagementDetailsSchema>;

/** The examples give a list, the table an object; an engagement that is unavailable gives neither. */
const detailsSchema = z.pipe(
  z.optional(
    z.nullable(z.union([z.array(engagementDetailsSchema), engagementDetailsSchema], {error: 'array or object'})),
  ),
  z.transform((details): EngagementDetails[] => (details ? [details].flat() : [])),
);

/** @see https://developers.liveperson.com/monitoring-api-methods-engagement.html */
export const engageAnswerSchema = z.looseObject({
  sessionId: id,
  visitorId: id,
  pageId: optionalId,
  engagementDetails: detailsSchema,
});

/** Answer of both methods, with every key the vendor sent. */
export type EngageAnswer = z.output<typeof engageAnswerSchema>;
