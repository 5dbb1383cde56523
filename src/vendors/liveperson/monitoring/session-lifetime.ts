import {own} from '../../../check/own.js';
import type {Visit} from '../../../visit/visit.js';
import {monitoringMemory} from './monitoring-memory.js';

const longestIdle = 30 * 60_000;
const longestSession = 6 * 60 * 60_000;

/**
 * Drops a session that the vendor has ended: after 30 minutes without use, or 6 hours in all. The visitor's answers in
 * that session are dropped with it.
 */
export function withoutEndedSession(visit: Visit, now: number): Visit {
  const {sessionId, sessionStartedAt = 0, sessionUsedAt = 0, settled, ...rest} = visit;
  const isLive = isWithin(longestIdle, sessionUsedAt, now) && isWithin(longestSession, sessionStartedAt, now);
  return sessionId !== undefined && isLive ? visit : own(rest);
}

// A time in the future comes from a clock that was changed later.
const isWithin = (duration: number, then: number, now: number): boolean => Math.abs(now - then) < duration;

/** The visit of who has logged in: what is known about somebody else is left out, except the id of the device. */
export function withSubject(visit: Visit, subject: string): Visit {
  if (own(visit).subject === undefined) return {...visit, subject};
  const {visitorId} = own(visit);
  const {host, ladder} = monitoringMemory.read(visit);
  return monitoringMemory.write({visitorId, subject}, {host, ladder});
}
