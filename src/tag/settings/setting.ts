import {hasSameContent} from './content-comparison.js';

/** How one setting is read and compared. */
export interface Setting {
  /** Reads the attribute; null when the tag has none. Without it the setting is a property only. */
  readonly parse?: (attribute: string | null) => unknown;
  /** The value when the page sets none. */
  readonly initial?: unknown;
  /** The words that are allowed. */
  readonly choices?: readonly string[];
  /** The word that any other counts as. */
  readonly fallback?: string | undefined;
  /** What the value must be, where another one would be of no use. */
  readonly type?: 'number' | 'function';
  /** Whether two values mean the same. @default Object.is */
  readonly isSame?: (value: unknown, other: unknown) => boolean;
  /** Whether a change makes another session. */
  readonly restarts?: boolean;
  /** Whether a change lets the session ask again, which leaves on the page what is there. */
  readonly asksAgain?: boolean;
}

export const restarting = (setting: Setting): Setting => ({...setting, restarts: true});

export const askingAgain = (setting: Setting): Setting => ({...setting, asksAgain: true});

export const text: Setting = {parse: (attribute) => attribute?.trim()};

export const flag: Setting = {parse: (attribute) => attribute !== null, initial: false};

export const number = (initial?: number): Setting => ({
  // An empty attribute says nothing, which is not 0.
  parse: (attribute) => (attribute?.trim() ? Number(attribute) : initial),
  initial,
  type: 'number',
});

export const optionalNumber: Setting = number();

export const choice = (choices: readonly string[], fallback = choices[0]): Setting => ({
  parse: (attribute) => attribute?.trim() ?? choices[0],
  initial: choices[0],
  choices,
  fallback,
});

/** A property that frameworks may set to the same content again and again. */
export const data: Setting = {isSame: hasSameContent};

/** A property that the widget calls. */
export const callback: Setting = {...data, type: 'function'};

/** A property that is another one when the object is another one. */
export const reference: Setting = {};
