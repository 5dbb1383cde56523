import {own} from '../check/own.js';
import {areSound, type Shape} from './soundness.js';

/** How the visitor answered an invitation. */
export type Settlement = 'accepted' | 'dismissed';

/**
 * What the browser remembers about a visitor of one account. Times are in ms since the epoch.
 *
 * A vendor's own facts are stored with these, and are read and written through the vendor's slice.
 */
export interface Visit {
  /** Digest of who has logged in, when the page has said so. Another one is another visitor. */
  readonly subject?: string | undefined;
  /** The vendor's id of this device, kept until `reset()`. */
  readonly visitorId?: string | undefined;
  /** The vendor's id of the current session. */
  readonly sessionId?: string | undefined;
  /** When the vendor created the session. */
  readonly sessionStartedAt?: number | undefined;
  /** When the session was last used. */
  readonly sessionUsedAt?: number | undefined;
  /** Invitations that the visitor has answered, by offer id. */
  readonly settled?: Readonly<Record<string, Settlement>> | undefined;
  /** Offers that the visitor has folded into the launcher, by offer id: how many messages were unread then. */
  readonly folded?: Readonly<Record<string, number>> | undefined;
  /** The end of a snooze, until which the visitor wants no invitations. */
  readonly snoozedUntil?: number | undefined;
  /** Whether the visitor wants no invitations any more. */
  readonly optedOut?: boolean | undefined;
  /** When the visitor last saw recent invitations, by offer id. */
  readonly shown?: Readonly<Record<string, number>> | undefined;
}

export const emptyVisit: Visit = own({});

const visitShapes: Readonly<Record<keyof Visit, Shape>> = {
  subject: 'string',
  visitorId: 'id',
  sessionId: 'id',
  sessionStartedAt: 'number',
  sessionUsedAt: 'number',
  settled: {},
  folded: {},
  snoozedUntil: 'number',
  optedOut: 'boolean',
  shown: {},
};

/**
 * Reads a stored record, which may be corrupt or older than this code. A record that does not fit becomes an empty
 * visit.
 */
export function toVisit(stored: unknown): Visit {
  return typeof stored === 'object' && stored && areSound(own(stored), visitShapes) ? own(stored) : emptyVisit;
}

/** Whether the visitor that a page knew has logged out, whoever came after. */
export function isForgotten(known: Visit, visit: Visit): boolean {
  if (known.visitorId !== undefined) return known.visitorId !== visit.visitorId;
  return known !== emptyVisit && Object.keys(visit).length === 0;
}
