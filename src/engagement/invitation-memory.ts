import type {Settlement, Visit} from '../visit/visit.js';

const day = 86_400_000;

/** Longest snooze, in ms. */
export const longestSnooze = 30 * day;

/** How many answered invitations are remembered, and how many seen ones. */
const longestMemory = 100;

/** Time left of a snooze, in ms. 0 if there is none or it is over. */
export function snoozeLeft({snoozedUntil = 0}: Visit, now: number): number {
  const left = snoozedUntil - now;
  // A longer time than can be set comes from a clock that was changed later.
  return left > 0 && left <= longestSnooze ? left : 0;
}

/**
 * The answer to an invitation that must not be shown, because the visitor has answered it, wants no invitations, or has
 * already seen `most` others within 24 hours. Undefined if it may be shown.
 */
export function settlementOf(visit: Visit, offerId: string, most: number, now: number): Settlement | undefined {
  const seen = seenLately(visit, now);
  const isOneTooMany = seen.length >= most && !(most > 0 && seen.some(([id]) => id === offerId));
  const isUnwanted = visit.optedOut || snoozeLeft(visit, now) > 0 || isOneTooMany;
  return visit.settled?.[offerId] ?? (isUnwanted ? 'dismissed' : undefined);
}

export function withSettlement(visit: Visit, offerId: string, settlement: Settlement): Visit {
  const settled = Object.entries({...visit.settled, [offerId]: settlement});
  return {...visit, settled: Object.fromEntries(settled.slice(-longestMemory))};
}

export function withShown(visit: Visit, offerId: string, now: number): Visit {
  const seen = [...seenLately(visit, now), [offerId, now] as const];
  return {...visit, shown: Object.fromEntries(seen.slice(-longestMemory))};
}

/** The invitations seen within 24 hours. A time in the future comes from a clock that was changed later. */
function seenLately({shown = {}}: Visit, now: number): readonly (readonly [offerId: string, at: number])[] {
  return Object.entries(shown).filter(([, at]) => Math.abs(now - at) < day);
}
