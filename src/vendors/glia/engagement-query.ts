import {own} from '../../check/own.js';
import * as z from 'zod/mini';
import {isIdText} from '../../check/ids.js';
import {checkSetting} from '../../check/configuration-error.js';

const ids = z.array(z.string().check(z.minLength(1, 'an id'), z.refine(isIdText, 'an id')));
const isoDate = z.union([z.iso.datetime({offset: true}), z.iso.date()], {error: 'ISO 8601 date'});

const querySchema = z.object({
  siteIds: ids.check(z.minLength(1, 'at least one site id')),
  operatorIds: z.optional(ids),
  startDate: z.optional(isoDate),
  endDate: z.optional(isoDate),
  perPage: z.optional(z.int().check(z.gte(1, 'whole number from 1'))),
  order: z.optional(z.enum(['asc', 'desc'])),
});

/**
 * Which engagements to list (Glia REST API, Query parameters of Engagements).
 *
 * @see https://docs.glia.com/glia-dev
 */
export interface GliaEngagementQuery {
  /** Ids of sites that the owner of the bearer may see, at least one. Required. */
  readonly siteIds: readonly string[];
  /** Ids of operators. Everyone but a manager must give their own id. @default all operators */
  readonly operatorIds?: readonly string[] | undefined;
  /** Earliest start, in ISO 8601, such as `2017-01-01T00:00:00Z`. @default no limit */
  readonly startDate?: string | undefined;
  /** Latest start, in ISO 8601. @default no limit */
  readonly endDate?: string | undefined;
  /** Engagements per request, from 1. @default chosen by Glia */
  readonly perPage?: number | undefined;
  /** Order by start time. @default 'desc', chosen by Glia */
  readonly order?: 'asc' | 'desc' | undefined;
}

/**
 * Converts the query to the vendor's parameters. A list repeats its parameter.
 *
 * @throws ConfigurationError
 */
export function toSearchParams(query: GliaEngagementQuery): URLSearchParams {
  const checked = own(checkSetting(querySchema, query, 'the query'));
  const {siteIds, operatorIds = [], startDate, endDate, perPage, order} = checked;
  const single = Object.entries({start_date: startDate, end_date: endDate, per_page: perPage?.toString(), order});
  return new URLSearchParams([
    ...siteIds.map((id) => ['site_ids[]', id]),
    ...operatorIds.map((id) => ['operator_ids[]', id]),
    ...single.filter((pair): pair is [string, string] => pair[1] !== undefined),
  ]);
}
