import * as z from 'zod/mini';
import {kindOf} from '../../../check/check.js';
import {longestId} from '../../../check/ids.js';

/** Ids arrive as numbers or text and are converted to text, because they are only compared. */
const id = z.pipe(
  z.pipe(z.union([z.string(), z.number()], {error: 'string or number'}), z.transform(String)),
  z.string().check(z.maxLength(longestId, `at most ${longestId} characters`)),
);
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

/**
 * One engagement, with the vendor's field names (Monitoring API, Response format).
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export type EngagementDetails = z.output<typeof engagementDetailsSchema>;

/** A list in the published examples, an object in the published table, and absent when there is no engagement. */
const detailsSchema = z.pipe(
  z.optional(
    z.nullable(
      z.pipe(
        z.transform(toUsable),
        z.union([z.array(engagementDetailsSchema), engagementDetailsSchema], {error: 'array or object'}),
      ),
    ),
  ),
  z.transform((details): EngagementDetails[] => (details ? [details].flat() : [])),
);

/** Passes over what cannot be read, as long as there is something that can. */
function toUsable(details: unknown): unknown {
  if (!Array.isArray(details)) return details;
  const entries = details.filter((entry) => kindOf(entry) === 'object');
  const usable = entries.filter((entry) => engagementDetailsSchema.safeParse(entry).success);
  return usable.length > 0 ? usable : entries;
}

export const engageAnswerSchema = z.looseObject({
  sessionId: id,
  visitorId: id,
  pageId: optionalId,
  engagementDetails: detailsSchema,
});

/**
 * Answer of both methods, with every key the vendor sent (Monitoring API, Response format).
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export type EngageAnswer = z.output<typeof engageAnswerSchema>;
