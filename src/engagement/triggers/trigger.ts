/** What a page can set about the moment of an invitation. Nothing of it applies to an open conversation. */
export interface TriggerSettings {
  /** How much of the page has to be scrolled through, in percent. */
  readonly showAfterScroll?: number | undefined;
  /** Whether the pointer has to leave the page at its top. */
  readonly showOnExit?: boolean | undefined;
  /** Patterns of the addresses that invitations are for, separated by spaces. */
  readonly showOnUrl?: string | undefined;
  /** When invitations may be shown, as in `Europe/Berlin Mo-Fr 09:00-17:00, Sa 10:00-14:00`. */
  readonly hours?: string | undefined;
}

/** Knows whether the moment for an invitation has come. */
export interface Trigger {
  /** The setting that it carries out. */
  readonly name: keyof TriggerSettings;
  /** Tells, until `signal` aborts, when the moment has come, or has gone by. */
  start(tell: TellMoment, signal: AbortSignal): void;
}

/** @param isNewRoute whether the visitor has come to another page of the app, about which the platform has not been asked */
export type TellMoment = (isMet: boolean, isNewRoute?: boolean) => void;

/** The triggers of a page, and what is wrong with its settings; one that is wrong is ignored. */
export interface Triggers {
  /** All of these have to hold. */
  readonly conditions: readonly Trigger[];
  /** One of these has to come, if there are any. */
  readonly moments: readonly Trigger[];
  readonly problems: readonly Error[];
}
