import {hasSameContent} from './content-comparison.js';

/** How one setting is read and compared. */
export interface Setting {
  /** Reads the attribute; null when the tag has none. Without it the setting is a property only. */
  readonly parse?: (attribute: string | null) => unknown;
  /** The value when the page sets none. */
  readonly initial?: unknown;
  /** The words that are allowed; any other word counts as `fallback`. */
  readonly choices?: readonly string[];
  readonly fallback?: string;
  /** Whether two values mean the same. */
  readonly isSame: (value: unknown, other: unknown) => boolean;
  /** Whether a change makes another session. */
  readonly restarts?: boolean;
}

export const restarting = (setting: Setting): Setting => ({...setting, restarts: true});

export const text: Setting = {parse: (attribute) => attribute?.trim() ?? undefined, isSame: Object.is};

export const flag: Setting = {parse: (attribute) => attribute !== null, initial: false, isSame: Object.is};

export const number = (initial?: number): Setting => ({
  // An empty attribute says nothing, which is not 0.
  parse: (attribute) => (attribute?.trim() ? Number(attribute) : initial),
  initial,
  isSame: Object.is,
});

export const optionalNumber: Setting = number();

export const choice = (fallback: string, ...choices: readonly string[]): Setting => ({
  parse: (attribute) => attribute?.trim() ?? choices[0],
  initial: choices[0],
  choices,
  fallback,
  isSame: Object.is,
});

/** A property that frameworks may set to the same content again and again. */
export const data: Setting = {isSame: hasSameContent};

/** A property that is another one when the object is another one. */
export const reference: Setting = {isSame: Object.is};
