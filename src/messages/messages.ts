/** The sentences of every card. */
export interface CardMessages {
  /** Name of the button that opens and closes the card. A screen reader reads it before the card's title. */
  readonly launcher: string;
  /** A screen reader reads it after `launcher`, while an invitation is folded. */
  readonly invitation: string;
  readonly exposeTitle: string;
  readonly exposeBody: string;
  readonly accept: string;
  readonly dismiss: string;
  readonly close: string;
  readonly conversationTitle: string;
  readonly conversationBody: string;
  readonly resume: string;
  readonly notNow: string;
  /** Name of the button that shows `snooze` and `optOut`. */
  readonly more: string;
  readonly snooze: string;
  readonly optOut: string;
  /** With `{count}`, one for each plural form of the language. A screen reader reads it after `launcher`. */
  readonly unread: CountForms;
}

/** The sentences of some cards only. */
export interface DetailMessages {
  /** These replace the invitation's when it leads to a conversation outside the page. */
  readonly handoffTitle: string;
  readonly handoffBody: string;
  /** With `{name}`: the label of the button that accepts, in place of `accept`, when the agent is known. */
  readonly acceptWith: string;
  /** With `{duration}`, such as “2 minutes” in the same language. */
  readonly wait: string;
  /** With `{count}`, one for each plural form of the language. */
  readonly peopleAhead: CountForms;
  readonly end: string;
  readonly endQuestion: string;
  readonly keep: string;
  readonly ending: string;
  readonly ended: string;
  readonly endFailed: string;
  /** Shown and announced when the visitor has chosen `snooze` or `optOut`. */
  readonly snoozed: string;
  readonly optedOut: string;
  /** Label of the button that takes `snooze` or `optOut` back. */
  readonly undo: string;
  /** Label of the link to `privacy-url`. */
  readonly privacy: string;
  /** Names of the panel's own buttons. */
  readonly minimize: string;
  readonly resize: string;
  readonly newWindow: string;
  readonly panelLoading: string;
}

/** One sentence for each plural category of a language. `other` is used for categories without a sentence. */
export type CountForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}>;

/** Every sentence that a visitor can read or hear. */
export interface Messages extends CardMessages, DetailMessages {}
