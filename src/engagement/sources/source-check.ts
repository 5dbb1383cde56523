import {kindOf} from '../../check/check.js';
import {ConfigurationError} from '../../check/configuration-error.js';
import type {EngagementSource} from '../source.js';

/** @throws ConfigurationError when it is no list of sources */
export function checkSources(sources: unknown): void {
  if (areSources(sources)) return;
  const isList = Array.isArray(sources);
  const wrong: unknown = isList ? sources.find((source) => !isSource(source)) : sources;
  const got = isList && kindOf(wrong) === 'object' ? 'an object without name and start' : kindOf(wrong);
  throw new ConfigurationError(
    `Expected sources to be a list of objects with a name and a function start, got ${got}`,
    'sources',
  );
}

/** Whether a page has given a list of sources. */
export const areSources = (sources: unknown): boolean => Array.isArray(sources) && sources.every(isSource);

function isSource(source: unknown): boolean {
  try {
    const {name, start} = Object(source) as Partial<EngagementSource>;
    return typeof name === 'string' && typeof start === 'function';
  } catch {
    return false;
  }
}
