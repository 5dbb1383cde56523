import {ConfigurationError} from '../../check/configuration-error.js';
import {createVisitSlice} from '../../visit/visit-slice.js';
import type {Visit} from '../../visit/visit.js';

interface Asked {
  /** How many questions of the visitor's pages were answered since a moment, in ms since the epoch. */
  readonly asked?: {readonly since: number; readonly count: number} | undefined;
}

const memory = createVisitSlice<Asked>({asked: {since: 'number', count: 'number'}});

/** How often all pages of a visitor may ask within an hour. More comes of a page that asks in a loop. */
const mostQuestions = 120;

/** In ms. */
const hour = 3_600_000;

/** The questions of the last hour. */
function askedLately(visit: Visit, now: number): NonNullable<Asked['asked']> {
  const {asked} = memory.read(visit);
  return asked && Math.abs(now - asked.since) < hour ? asked : {since: now, count: 0};
}

/** @throws ConfigurationError when the visitor's pages have asked too often */
export function checkQuestions(visit: Visit, now: number): void {
  if (askedLately(visit, now).count < mostQuestions) return;
  const problem = `Expected at most ${mostQuestions} questions in an hour, got more; ask only when there is something new`;
  throw new ConfigurationError(problem, 'refresh');
}

/** The visit with one question more. */
export function withQuestion(visit: Visit, now: number): Visit {
  const {since, count} = askedLately(visit, now);
  return memory.write(visit, {asked: {since, count: count + 1}});
}
