/** Every sentence that a visitor can read or hear. */
export interface Messages {
  /** Name of the button that opens and closes the card; a screen reader says it before the card's title. */
  readonly launcher: string;
  readonly exposeTitle: string;
  readonly exposeBody: string;
  readonly accept: string;
  readonly dismiss: string;
  readonly close: string;
  readonly conversationTitle: string;
  readonly conversationBody: string;
  readonly resume: string;
  readonly notNow: string;
}
