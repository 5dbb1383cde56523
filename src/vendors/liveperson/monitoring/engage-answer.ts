import {own} from '../../../check/own.js';
import {kindOf, type Checked} from '../../../check/check.js';
import {longestId} from '../../../check/ids.js';
import type {EngageAnswer, EngagementDetails} from './monitoring.schemas.js';

/** How one field is read. */
interface Field {
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  readonly read?: (value: unknown) => unknown;
  /** Whether it may be absent, or null. */
  readonly isOptional?: boolean;
}

type Fields = Readonly<Record<string, Field>>;

/** Ids are sent in addresses, whose length servers limit. */
const fewCharacters = `at most ${longestId} characters`;

const isTooLong = (value: unknown): boolean => String(value).length > longestId;

const isText = (value: unknown): boolean => typeof value === 'string';

const isTextOrNumber = (value: unknown): boolean => isText(value) || Number.isFinite(value);

/** Ids come as numbers or as text, and leave here as text: they are compared, never computed with. */
const id: Field = {expected: 'string or number', accepts: isTextOrNumber, read: String};

const optionalId: Field = {...id, isOptional: true};

const optionalText: Field = {expected: 'string', accepts: isText, isOptional: true};

const detailsFields: Fields = {
  campaignId: optionalId,
  engagementId: optionalId,
  engagementRevision: {expected: 'number', accepts: isTextOrNumber, read: Number, isOptional: true},
  contextId: optionalId,
  conversationId: optionalId,
  connectorId: optionalId,
  windowId: optionalId,
  language: optionalText,
  status: optionalText,
};

const answerFields: Fields = {
  sessionId: id,
  visitorId: id,
  pageId: optionalId,
  engagementDetails: {
    expected: 'array or object',
    // The examples give a list, the table an object; an engagement that is unavailable gives neither.
    accepts: (value) => value == null || readDetails(value).every(({data}) => data),
    read: (value) => (value == null ? [] : readDetails(value).map(({data}) => data)),
  },
};

/**
 * Reads the body of an answer: it accepts and refuses what `engageAnswerSchema` does, whose library is larger than the card.
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export function readEngageAnswer(body: unknown): Checked<EngageAnswer> {
  return readFields<EngageAnswer>(body, answerFields);
}

/** Whether a body may hold an engagement. Anything unusual may. */
export function mayHoldEngagement(body: unknown): boolean {
  const {sessionId, visitorId, engagementDetails} = own(body as Record<string, unknown>);
  const isUsual = [sessionId, visitorId].every((value) => isText(value) && !isTooLong(value));
  return !isUsual || engagementDetails != null;
}

function readDetails(value: unknown): Checked<EngagementDetails>[] {
  if (!Array.isArray(value)) return [readFields<EngagementDetails>(value, detailsFields)];
  const entries = value.filter((entry) => kindOf(entry) === 'object');
  const read = entries.map((entry) => readFields<EngagementDetails>(entry, detailsFields));
  const usable = read.filter(({data}) => data);
  return usable.length > 0 ? usable : read;
}

function readFields<T>(value: unknown, fields: Fields): Checked<T> {
  if (kindOf(value) !== 'object') return {problem: `expected object, got ${kindOf(value)}`};
  const data = own(value as Record<string, unknown>);
  for (const [name, {expected, accepts, read, isOptional}] of Object.entries(fields).map(
    ([name, field]) => [name, own(field)] as const,
  )) {
    const field = data[name];
    if (isOptional && field == null) continue;
    if (!accepts(field)) return {problem: `${name}: expected ${expected}, got ${kindOf(field)}`};
    if (read === String && isTooLong(field)) return {problem: `${name}: expected ${fewCharacters}, got string`};
    if (read) data[name] = read(field);
  }
  return {data: {...data} as T};
}
