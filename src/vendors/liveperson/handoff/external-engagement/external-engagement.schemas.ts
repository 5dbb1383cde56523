import * as z from 'zod/mini';

const amount = z.optional(
  z.nullable(
    z.union([z.number(), z.pipe(z.string().check(z.regex(/^\d+$/)), z.transform(Number))], {error: 'whole number'}),
  ),
);

const externalEngagementDetailsSchema = z.looseObject({
  /** One-time address of the conversation. It must not be fetched, stored or shown before it is used. */
  urlToChat: z.optional(z.nullable(z.string())),
  /** How long the address is valid, in s. */
  validForSeconds: amount,
  /** Expected wait, in s. */
  expectedWaitTimeSeconds: amount,
  /** Number of people who are waiting. */
  queueSize: amount,
});

/**
 * What is offered when the status is `Available` (External Engagement API, Elements in the Response).
 *
 * @see https://developers.liveperson.com/ivr-engagement-api-methods-external-engagement.html
 */
export type ExternalEngagementDetails = z.output<typeof externalEngagementDetailsSchema>;

export const externalEngagementSchema = z.looseObject({
  /** `Available` or `Not Available`. */
  status: z.string(),
  engagementDetails: z.optional(z.nullable(externalEngagementDetailsSchema)),
});

/**
 * Answer of the external engagement method, with every key the vendor sent (External Engagement API, Response).
 *
 * @see https://developers.liveperson.com/ivr-engagement-api-methods-external-engagement.html
 */
export type ExternalEngagement = z.output<typeof externalEngagementSchema>;

const waitTime = z.number().check(z.refine((value) => Number.isInteger(value) && value >= 0, 'whole seconds'));

/** A request without its engagement attributes, which have schemas of their own. */
export const externalEngagementRequestSchema = z.object({
  appType: z.literal('IVR'),
  consumerSections: z.optional(z.array(z.string())),
  externalWaitTimeSeconds: z.optional(waitTime),
});
