import type {Ladder, LadderStore} from '../../../http/ladder.js';
import {createVisitSlice} from '../../../visit/visit-slice.js';
import type {Visit} from '../../../visit/visit.js';
import type {VisitStore} from '../../../visit/visit-store.js';

/** Facts about monitoring that are kept between pages. Times are in ms since the epoch. */
export interface MonitoringFacts {
  /** Host of the Monitoring API, and when it was looked up. */
  readonly host?: {readonly name: string; readonly at: number} | undefined;
  /** The visitor's position in the retry policy. */
  readonly ladder?: Ladder | undefined;
  /** The last answer, with a digest of the request, so that an answer about one person is never used for another. */
  readonly answer?: {readonly at: number; readonly question: string; readonly body: unknown} | undefined;
}

export const monitoringMemory = createVisitSlice<MonitoringFacts>({
  host: {name: 'string', at: 'number'},
  ladder: {failures: 'number', notBefore: 'number'},
  answer: {at: 'number', question: 'string'},
});

/** The retry ladder of the visitor, which a reload or another tab continues. */
export function createVisitLadder(visits: VisitStore): LadderStore {
  return {
    read: async () => monitoringMemory.read(await visits.read()).ladder,
    write: (ladder) => visits.update((visit) => monitoringMemory.write(visit, {ladder})),
  };
}

/** How long a looked-up host is reused, in ms. */
const hostLifetime = 3_600_000;

/** The host that was looked up lately. */
export function knownHost(visit: Visit, now: number): string | undefined {
  const {host} = monitoringMemory.read(visit);
  return host && Math.abs(now - host.at) < hostLifetime ? host.name : undefined;
}

/** The visit with a host that was looked up. */
export const withHost = (visit: Visit, name: string, at: number): Visit =>
  monitoringMemory.write(visit, {host: {name, at}});

/** An answer is shared with tabs that began to load at most this long before it came, in ms. */
const longestSharing = 10_000;

/** Since when an answer of another tab is taken for that of a page, in ms since the epoch. */
export const shareSince = (now: number, pageStart = performance.timeOrigin): number =>
  Math.max(pageStart, now - longestSharing);

/**
 * The last answer, when it came to the same question since a moment in ms since the epoch. One of the future comes from a
 * clock that was changed later.
 */
export function sharedAnswer(
  visit: Visit,
  question: string | undefined,
  since: number,
  now = Date.now(),
): MonitoringFacts['answer'] {
  const {answer} = monitoringMemory.read(visit);
  return answer && answer.question === question && answer.at >= since && answer.at <= now ? answer : undefined;
}

/** The part of an answer that names the visitor and the session. */
export interface SessionAnswer {
  readonly visitorId: string;
  readonly sessionId: string;
}

/** The visit with what the answer to a report says about its session, unless the visitor has another one by now. */
export function withReport(visit: Visit, {vid, sid}: ReportIds, answer: SessionAnswer, at: number): Visit {
  const {visitorId, sessionId} = answer;
  if (visit.visitorId !== vid || visit.sessionId !== sid || visitorId !== vid) return visit;
  const sessionStartedAt = sessionId === sid ? visit.sessionStartedAt : at;
  return {...visit, sessionId, sessionStartedAt, sessionUsedAt: at};
}

interface ReportIds {
  readonly vid: string;
  readonly sid: string;
}

/** The visit with an answer and its ids. What the visitor answered in an earlier session is forgotten. */
export function withAnswer(visit: Visit, body: SessionAnswer, question: string | undefined, at: number): Visit {
  const isNewSession = visit.sessionId !== body.sessionId;
  const {settled, ...rest} = visit;
  return monitoringMemory.write(rest, {
    ...(!isNewSession && settled && {settled}),
    visitorId: body.visitorId,
    sessionId: body.sessionId,
    sessionStartedAt: isNewSession ? at : (visit.sessionStartedAt ?? at),
    sessionUsedAt: at,
    answer: question === undefined ? undefined : {at, question, body},
  });
}
