import {kindOf} from '../../check/check.js';
import {ConfigurationError} from '../../check/configuration-error.js';
import {own} from '../../check/own.js';
import type {SourceFact} from '../source.js';

type FactType = SourceFact['type'];

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isTime = (value: unknown): boolean => Number.isFinite(value);
const isOffer = (value: unknown): boolean => isText(fieldsOf(value)['id']) && isText(fieldsOf(value)['source']);
const isNotice = (value: unknown): boolean => isText(fieldsOf(value)['type']) && isText(fieldsOf(value)['outcome']);
/** Also one of a frame, whose classes are others. */
const isError = (value: unknown): boolean =>
  value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';

/** What each fact brings with it. */
const fields: Readonly<Record<FactType, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  stranger: {},
  hint: {},
  expose: {offer: isOffer},
  conversation: {offer: isOffer},
  unavailable: {source: isText},
  withdraw: {offerId: isText},
  hold: {source: isText, reason: isText},
  notice: {notice: isNotice},
  retry: {attempt: isTime, delay: isTime},
  fail: {error: isError},
  trouble: {error: isError},
};

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value ? own(value as Record<string, unknown>) : {};

/** Checks what a source reports, because a page may bring sources of its own. Returns what is wrong with it. */
export function checkFact(source: string, fact: unknown): ConfigurationError | undefined {
  const expected = `Expected the source ${source} to report`;
  const known = fieldsOf(fact);
  const type = known['type'] as FactType;
  if (typeof type !== 'string' || !Object.hasOwn(fields, type)) {
    const got = known['type'] === undefined ? kindOf(fact) : 'another type';
    return new ConfigurationError(`${expected} a fact of a type that is known, got ${got}`, 'sources');
  }
  const [wrong] = Object.entries(fields[type]).find(([name, isSound]) => !isSound(known[name])) ?? [];
  if (wrong === undefined) return undefined;
  return new ConfigurationError(`${expected} ${type} with ${wrong}, got ${kindOf(known[wrong])}`, 'sources');
}
