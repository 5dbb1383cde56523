import {json, type Answer} from '../http/answer.js';
import {textFromBase64Url, toBase64Url, toBytes} from '../bytes.js';
import {numbersBetween, operatorIds, operatorsOf, summaryOf} from './engagements.js';
import {invalidQuery, legacyError} from './errors.js';
import type {Caller} from './callers.js';

export interface ListContext {
  readonly caller: Caller;
  /** The address of the API, without a slash at the end. */
  readonly base: string;
  /** The origin of hostile links. */
  readonly foreignOrigin: string;
  readonly count: number;
}

interface Filter {
  readonly sites: readonly string[];
  readonly operators: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly perPage: number;
  readonly order: 'asc' | 'desc';
}

interface Cursor {
  readonly filter: Filter;
  /** How many engagements the pages before have passed, whether the filter matched them or not. */
  readonly passed: number;
}

const maxPageSize = 100;
const defaultPageSize = 30;

/**
 * A page of engagements. These ids of sites give special pages: `forbidden`, `empty`, `malformed`, `foreign-page`,
 * `circle` and `foreign-recording`. Any other id gives all engagements.
 */
export function listEngagements(query: URLSearchParams, context: ListContext): Answer {
  const cursor = query.has('cursor') ? readCursor(query.get('cursor') ?? '') : startCursor(query);
  if ('status' in cursor) return cursor;
  const {sites, operators} = cursor.filter;
  if (sites.includes('forbidden')) return legacyError(403, 'forbidden', 'Access to the site is denied');
  const {caller} = context;
  if (caller.role === 'operator' && operators.join() !== caller.id) {
    return legacyError(403, 'forbidden', 'Only your own engagements can be listed');
  }
  return json(200, pageAt(cursor, context));
}

function pageAt(cursor: Cursor, {base, foreignOrigin, count}: ListContext) {
  const {filter} = cursor;
  const {numbers, passed} = filter.sites.includes('empty') ? {numbers: [], passed: undefined} : take(cursor, count);
  const engagements = numbers
    .map((number) => summaryOf(number, base))
    .map((summary, index) => {
      if (filter.sites.includes('malformed') && index === 1) return {...summary, id: null};
      if (!filter.sites.includes('foreign-recording')) return summary;
      return {...summary, audio_recording_urls: [`${foreignOrigin}/glia/sub_engagements/1/recordings/stolen`]};
    });
  const next = passed === undefined ? undefined : filter.sites.includes('circle') ? 0 : passed;
  const origin = filter.sites.includes('foreign-page') ? `${foreignOrigin}/glia` : base;
  const link = `${origin}/engagements?per_page=${filter.perPage}&cursor=${writeCursor({filter, passed: next ?? 0})}`;
  return {next_page: next === undefined ? null : link, engagements};
}

/** The numbers of one page, and how many engagements it has passed then. `passed` is `undefined` on the last page. */
function take({filter, passed}: Cursor, count: number): {numbers: number[]; passed: number | undefined} {
  const {first, last} = numbersBetween(filter.start, filter.end);
  const end = Math.min(last, count - 1);
  const numbers: number[] = [];
  for (let step = passed; first + step <= end; step++) {
    const number = filter.order === 'desc' ? first + step : end - step;
    if (!hasOperator(number, filter.operators)) continue;
    if (numbers.length === filter.perPage) return {numbers, passed: step};
    numbers.push(number);
  }
  return {numbers, passed: undefined};
}

function hasOperator(number: number, operators: readonly string[]): boolean {
  return operators.length === 0 || operatorsOf(number).some((id) => operators.includes(id));
}

function startCursor(query: URLSearchParams): Cursor | Answer {
  const sites = query.getAll('site_ids[]');
  const operators = query.getAll('operator_ids[]');
  const perPage = Number(query.get('per_page') ?? defaultPageSize);
  const order = query.get('order') ?? 'desc';
  const start = readDate(query.get('start_date'), -8e15);
  const end = readDate(query.get('end_date'), 8e15);
  if (sites.length === 0) return invalidQuery('site_ids', "can't be blank");
  if (!operators.every((id) => operatorIds.includes(id))) return invalidQuery('operator_ids', 'is unknown');
  if (!(perPage >= 1 && perPage <= maxPageSize)) return invalidQuery('per_page', 'must be from 1 to 100');
  if (order !== 'asc' && order !== 'desc') return invalidQuery('order', 'must be asc or desc');
  if (Number.isNaN(start)) return invalidQuery('start_date', 'is not a date');
  if (Number.isNaN(end)) return invalidQuery('end_date', 'is not a date');
  return {filter: {sites, operators, start, end, perPage, order}, passed: 0};
}

const readDate = (text: string | null, absent: number): number => (text === null ? absent : Date.parse(text));

// The link to the next page does not repeat the filters, so the cursor contains them.
const writeCursor = (cursor: Cursor): string => toBase64Url(toBytes(JSON.stringify(cursor)));

function readCursor(text: string): Cursor | Answer {
  try {
    return JSON.parse(textFromBase64Url(text)) as Cursor;
  } catch {
    return invalidQuery('cursor', 'is unknown');
  }
}
