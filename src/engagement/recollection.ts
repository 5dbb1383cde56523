import type {Settlement, Visit} from '../visit/visit.js';
import type {SourceFact} from './source.js';

const day = 86_400_000;

/** How many answered invitations are remembered, how many seen ones, and how many folded offers. */
const longestMemory = 100;

/** Longest snooze, in ms. */
export const longestSnooze = 30 * day;

/** How many different invitations a visitor may see within 24 hours. */
export interface InvitationLimit {
  readonly most: number;
  /** In ms since the epoch. */
  readonly now: number;
  /** The one that is shown on this page, to which the limit does not apply. */
  readonly shownOfferId?: string | undefined;
}

/** Time left of a snooze, in ms. 0 if there is none or it is over. */
export function snoozeLeft({snoozedUntil = 0}: Visit, now: number): number {
  const left = snoozedUntil - now;
  // A longer time than can be set comes from a clock that was changed later.
  return left > 0 && left <= longestSnooze ? left : 0;
}

/**
 * The answer to an invitation that must not be shown, because the visitor has answered it, wants no invitations, or has
 * already seen too many others. Undefined if it may be shown.
 */
export function settlementOf(visit: Visit, offerId: string, limit: InvitationLimit): Settlement | undefined {
  const {most, now, shownOfferId} = limit;
  const seen = seenLately(visit, now);
  const wasSeen = most > 0 && seen.some(([id]) => id === offerId);
  const isOneTooMany = seen.length >= most && !wasSeen && offerId !== shownOfferId;
  const isUnwanted = visit.optedOut || snoozeLeft(visit, now) > 0 || isOneTooMany;
  return visit.settled?.[offerId] ?? (isUnwanted ? 'dismissed' : undefined);
}

/** How many messages were unread when the visitor folded an offer. Undefined if it is not folded. */
export const foldOf = ({folded}: Visit, offerId: string): number | undefined => folded?.[offerId];

/** Adds to a fact what a visit remembers of its offer. */
export function complete(fact: SourceFact, visit: Visit, limit: InvitationLimit): SourceFact {
  if (fact.type !== 'expose' && fact.type !== 'conversation') return fact;
  const {id} = fact.offer;
  const [folded, settled] = [foldOf(visit, id), fact.type === 'expose' && settlementOf(visit, id, limit)];
  return {...fact, ...(folded !== undefined && {folded}), ...(settled && {settled})};
}

/** The invitations seen within 24 hours. A time in the future comes from a clock that was changed later. */
export function seenLately({shown = {}}: Visit, now: number): readonly (readonly [offerId: string, at: number])[] {
  return Object.entries(shown).filter(([, at]) => Math.abs(now - at) < day);
}

/** The visit with an invitation that the visitor has seen. */
export const withShown = (visit: Visit, offerId: string, now: number): Visit => ({
  ...visit,
  shown: withFact(Object.fromEntries(seenLately(visit, now)), offerId, now),
});

/** Adds what is known of an offer, and forgets what was added first when it becomes too much. */
export function withFact<Fact>(
  facts: Readonly<Record<string, Fact>> = {},
  offerId: string,
  fact: Fact,
): Record<string, Fact> {
  return Object.fromEntries(Object.entries({...facts, [offerId]: fact}).slice(-longestMemory));
}
