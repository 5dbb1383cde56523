import {areSound, type Shape} from './shape.js';

/** How the visitor answered an invitation. */
export type Settlement = 'accepted' | 'dismissed';

/**
 * What the browser remembers of a visitor at one account. Times are in ms since the epoch.
 *
 * A vendor's own facts are kept beside these, and are read and written through a slice that the vendor brings.
 */
export interface Visit {
  /** The vendor's id of this device, kept until `reset()`. */
  readonly visitorId?: string | undefined;
  /** The vendor's id of the running session. */
  readonly sessionId?: string | undefined;
  /** When the vendor created the session. */
  readonly sessionStartedAt?: number | undefined;
  /** When the session was last used. */
  readonly sessionUsedAt?: number | undefined;
  /** Invitations that the visitor has answered, by offer id. */
  readonly settled?: Readonly<Record<string, Settlement>> | undefined;
  /** Until when the visitor wants no invitations. */
  readonly snoozedUntil?: number | undefined;
  /** Whether the visitor wants no invitations any more. */
  readonly optedOut?: boolean | undefined;
  /** Invitations that the visitor has seen lately, by offer id, and when they saw them last. */
  readonly shown?: Readonly<Record<string, number>> | undefined;
}

export const emptyVisit: Visit = {};

const visitShapes: Readonly<Record<keyof Visit, Shape>> = {
  visitorId: 'string',
  sessionId: 'string',
  sessionStartedAt: 'number',
  sessionUsedAt: 'number',
  settled: {},
  snoozedUntil: 'number',
  optedOut: 'boolean',
  shown: {},
};

/** Reads a stored record, which may be corrupt or older than this code. One that does not fit is an empty visit. */
export function toVisit(stored: unknown): Visit {
  return typeof stored === 'object' && stored && areSound(stored, visitShapes) ? stored : emptyVisit;
}
