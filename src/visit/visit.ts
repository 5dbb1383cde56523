/** How the visitor answered an invitation. */
export type Settlement = 'accepted' | 'dismissed';

/** What the browser remembers of a visitor at one account. Times are in ms since the epoch. */
export interface Visit {
  /** The vendor's id of this device (`vid`); kept until `reset()`. */
  readonly visitorId?: string | undefined;
  /** The vendor's id of the running session (`sid`). */
  readonly sessionId?: string | undefined;
  /** When the vendor created the session. */
  readonly sessionStartedAt?: number | undefined;
  /** When the session was last used. */
  readonly sessionUsedAt?: number | undefined;
  /** Where the vendor's API was found, and when. */
  readonly host?: {readonly name: string; readonly at: number} | undefined;
  /** Where the visitor stands in the vendor's retry policy. */
  readonly ladder?: {readonly failures: number; readonly notBefore: number} | undefined;
  /** The vendor's last answer, and a digest of what was asked: an answer to one person is never shown to another. */
  readonly answer?: {readonly at: number; readonly question: string; readonly body: unknown} | undefined;
  /** Invitations that the visitor has answered, by offer id. */
  readonly settled?: Readonly<Record<string, Settlement>> | undefined;
  /** Invitations that were withdrawn, by offer id, and until when a late copy of them is not shown. */
  readonly withdrawn?: Readonly<Record<string, number>> | undefined;
  /** Until when the visitor wants no invitations. */
  readonly snoozedUntil?: number | undefined;
  /** Whether the visitor wants no invitations any more. */
  readonly optedOut?: boolean | undefined;
  /** Invitations that the visitor has seen lately, by offer id, and when they saw them last. */
  readonly shown?: Readonly<Record<string, number>> | undefined;
}

export const emptyVisit: Visit = {};

type Shape = 'string' | 'number' | 'boolean' | {readonly [key: string]: Shape};

const visitShapes: Readonly<Record<keyof Visit, Shape>> = {
  visitorId: 'string',
  sessionId: 'string',
  sessionStartedAt: 'number',
  sessionUsedAt: 'number',
  host: {name: 'string', at: 'number'},
  ladder: {failures: 'number', notBefore: 'number'},
  answer: {at: 'number', question: 'string'},
  settled: {},
  withdrawn: {},
  snoozedUntil: 'number',
  optedOut: 'boolean',
  shown: {},
};

/** Reads a stored record; one that is corrupt, or from another time, counts as no visit at all. */
export function toVisit(stored: unknown): Visit {
  if (typeof stored !== 'object' || stored === null) return emptyVisit;
  const record = stored as Record<string, unknown>;
  const isSound = Object.entries(visitShapes).every(
    ([key, shape]) => record[key] === undefined || fits(record[key], shape),
  );
  return isSound ? record : emptyVisit;
}

function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'string') return typeof value === shape;
  const record = Object(value) as Record<string, unknown>;
  return record === value && Object.entries(shape).every(([key, inner]) => fits(record[key], inner));
}
