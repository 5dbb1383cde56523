import type {Settlement, Visit} from '../visit/visit.js';

const day = 86_400_000;

/** Longest time for which a visitor can put invitations off, in ms. */
export const longestSnooze = 30 * day;

/** How many answered, and how many seen invitations are remembered. */
const longestMemory = 100;

/** How long the visitor still wants no invitations, in ms; 0 when there is no snooze, or it is over. */
export function snoozeLeft({snoozedUntil = 0}: Visit, now: number): number {
  const left = snoozedUntil - now;
  // A later end than can be asked for comes from a clock that was changed since.
  return left > 0 && left <= longestSnooze ? left : 0;
}

/**
 * The answer to an invitation that is not to be shown: how the visitor has answered it, that they want none, or that it
 * would be one more than `most` different ones within 24 hours.
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

/** What the visitor has seen within 24 hours; a time in the future comes from a clock that was changed since. */
function seenLately({shown = {}}: Visit, now: number): readonly (readonly [offerId: string, at: number])[] {
  return Object.entries(shown).filter(([, at]) => Math.abs(now - at) < day);
}
