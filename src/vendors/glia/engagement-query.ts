import * as z from 'zod/mini';
import {checkSetting} from '../../check/configuration-error.js';

const ids = z.array(z.string().check(z.minLength(1, 'an id')));
const isoDate = z.union([z.iso.datetime({offset: true}), z.iso.date()], {error: 'ISO 8601 date'});

const querySchema = z.object({
  siteIds: ids.check(z.minLength(1, 'at least one site id')),
  operatorIds: z.optional(ids),
  startDate: z.optional(isoDate),
  endDate: z.optional(isoDate),
  perPage: z.optional(z.int().check(z.gte(1, 'whole number from 1'))),
  order: z.optional(z.enum(['asc', 'desc'])),
});

/** Which engagements to list (Glia REST API, Query parameters of Engagements). */
export interface GliaEngagementQuery {
  /** Sites that the owner of the bearer may see; at least one. */
  readonly siteIds: readonly string[];
  /** Managers may leave it out or empty, for all operators; others must give their own id. */
  readonly operatorIds?: readonly string[] | undefined;
  /** ISO 8601, such as `2017-01-01T00:00:00Z`: engagements from then on. */
  readonly startDate?: string | undefined;
  /** ISO 8601: engagements until then. */
  readonly endDate?: string | undefined;
  /** Engagements per request. */
  readonly perPage?: number | undefined;
  /** By start time. @default 'desc', at the vendor */
  readonly order?: 'asc' | 'desc' | undefined;
}

/**
 * Writes the query as the vendor reads it, where a list repeats its parameter.
 *
 * @throws ConfigurationError
 */
export function toSearchParams(query: GliaEngagementQuery): URLSearchParams {
  const {siteIds, operatorIds = [], startDate, endDate, perPage, order} = checkSetting(querySchema, query, 'the query');
  const single = Object.entries({start_date: startDate, end_date: endDate, per_page: perPage?.toString(), order});
  return new URLSearchParams([
    ...siteIds.map((id) => ['site_ids[]', id]),
    ...operatorIds.map((id) => ['operator_ids[]', id]),
    ...single.filter((pair): pair is [string, string] => pair[1] !== undefined),
  ]);
}
