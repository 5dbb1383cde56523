/**
 * Why a visitor sees what they see. The diagnosis and the lines of `debug` name the reasons by these words; the documents
 * list them from here.
 */
export const reasons = {
  removed: 'The tag is not on the page',
  prerendering: 'The browser has loaded the page ahead, and the visitor has not come to it yet',
  'consent-missing': 'The visitor has not agreed yet, as consent="required" asks for',
  'consent-denied': 'The visitor does not agree',
  'no-settings': 'No setting says which platform to ask',
  'refused-settings': 'A setting cannot work; an earlier line in the console names it',
  'logged-out': 'The visitor has logged out, and nobody is asked before refresh()',
  asking: 'The platform has not answered yet',
  retrying: 'The last request failed and will be sent again',
  'loading-account': 'The platform is still loading the account',
  'cool-down': 'Too many requests have failed, so none is sent',
  failed: 'The platform gave no usable answer',
  'no-offer': 'The platform offers nothing to this visitor on this page',
  withdrawn: 'The platform has withdrawn the invitation',
  held: 'The invitation waits for what show-after-scroll, show-on-exit, show-on-url or hours asks for',
  snoozed: 'The visitor wants no invitations for some time',
  'opted-out': 'The visitor wants no invitations any more',
  capped: 'The visitor has seen as many invitations within 24 hours as max-invitations allows',
  declined: 'The visitor has declined the invitation',
  accepted: 'The visitor has accepted the invitation',
  loading: 'The file of the card, or that of its language, has not come yet',
  delay: 'The invitation waits for its delay to pass',
  'show-cancelled': 'A listener of engagement-show has cancelled it',
  'page-modal': 'A modal dialog of the page, or its fullscreen, is open',
  folded: 'The card is folded into the launcher',
  yielded: 'The launcher has stepped aside for what has the focus',
  visible: 'The card, or the panel, can be seen',
} as const;

export type ReasonCode = keyof typeof reasons;

/** What keeps an offer from being seen as a card. */
export type Hindrance = Extract<
  ReasonCode,
  'loading' | 'delay' | 'show-cancelled' | 'page-modal' | 'folded' | 'yielded'
>;

export interface Reason {
  /** Names the reason, the same in every version. */
  readonly code: ReasonCode;
  /** The reason in a sentence. */
  readonly text: string;
  /** When it ends by itself, if that is known. */
  readonly until?: Date;
}

/** @param until in ms since the epoch */
export const toReason = (code: ReasonCode, until?: number): Reason => ({
  code,
  text: reasons[code],
  ...(until !== undefined && {until: new Date(until)}),
});
