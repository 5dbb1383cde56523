/** Origin of a value: measured by the vendor, derived from other facts of the record, or predicted. */
export type Basis = 'measured' | 'derived' | 'predicted';

/** A point in time. The vendor's text is kept even if it cannot be read. */
export interface Moment {
  /** ISO 8601, as the vendor wrote it. */
  readonly text: string;
  /** In ms since the epoch. Undefined when the text cannot be read. */
  readonly ms: number | undefined;
  /** Origin of the value. */
  readonly basis: Basis;
}

/** A length of time. Measured, derived and predicted values are different facts, and one never replaces another. */
export interface Span {
  /** In seconds, fractions included. */
  readonly seconds: number;
  /** Origin of the value. */
  readonly basis: Basis;
}

/** Reads a vendor's timestamp. Undefined when there is none. */
export function readMoment(text: string | null | undefined): Moment | undefined {
  if (!text) return undefined;
  const ms = Date.parse(text);
  return {text, ms: Number.isNaN(ms) ? undefined : ms, basis: 'measured'};
}

/** A moment that follows from other facts, such as start + duration. `ms` is since the epoch. */
export function deriveMoment(ms: number): Moment | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? undefined : {text: date.toISOString(), ms, basis: 'derived'};
}

/** The time between two moments. Undefined when one is missing or unreadable, or when the second is earlier. */
export function deriveSpan(from: Moment | undefined, to: Moment | undefined): Span | undefined {
  if (from?.ms === undefined || to?.ms === undefined || to.ms < from.ms) return undefined;
  return {seconds: (to.ms - from.ms) / 1000, basis: 'derived'};
}
