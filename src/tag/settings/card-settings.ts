import type {Offer, OfferAgent, OfferBrand} from '../../engagement/offer.js';
import type {Messages} from '../../messages/messages.js';

/** Where the surfaces are: in a corner of the window, or where the tag itself is. */
export type Placement = 'end' | 'start' | 'inline';

/** What the surfaces are lifted above: what the page keeps fixed or sticky in their corner, or nothing. */
export type Avoid = 'fixed' | 'none';

/** What an offer looks like at first: a card, the launcher alone, or a card along the edge of the window. */
export type Format = 'card' | 'bubble' | 'banner';

/** A question that the visitor can begin with. */
export interface Topic {
  /** What the page calls it. */
  readonly id: string;
  /** What the visitor reads. */
  readonly text: string;
}

/** What a page can set about the launcher and the card, by the names of the element's properties. */
export interface CardSettings {
  /** Corner of the window: at the end of a line of text (`end`) or at its start (`start`); `inline` is where the tag is. */
  placement: Placement;

  /**
   * What the surfaces are lifted above: what the page keeps fixed or sticky in their corner, such as a cookie banner
   * (`fixed`), by a third of the window at most, or nothing (`none`).
   */
  avoid: Avoid;

  /** What an offer looks like at first: a `card`, a `bubble` that opens the card at a click, or a `banner` along the edge. */
  format: Format;

  /** Pause before an invitation appears, in seconds. */
  delay: number;

  /**
   * How much of the page has to be scrolled through before an invitation appears, in percent. Where `show-on-exit` is set,
   * too, the first of the two is enough.
   */
  showAfterScroll: number | undefined;

  /** Whether an invitation appears when the pointer leaves the page at its top; never where there is only touch. */
  showOnExit: boolean;

  /**
   * Addresses that invitations are for, separated by spaces: `/checkout/*`, `#/basket`, `https://www.brand.example/*`. Where
   * an app shows another page without loading one, the platform is asked again.
   */
  showOnUrl: string | undefined;

  /**
   * When invitations may appear, with the time zone: `Europe/Berlin Mo-Fr 09:00-17:00, Sa 10:00-14:00`. One that is there
   * already stays.
   */
  hours: string | undefined;

  /** Time after which an untouched invitation folds into the launcher, in seconds, at least 20; `0` for never. */
  autoCollapse: number;

  /** Number of messages in the conversation that the visitor has not read. The launcher shows it. */
  unread: number | undefined;

  /** Language of the sentences. When absent: the language of the offer, of the page, or of the browser. */
  locale: string | undefined;

  /** Level of the card's heading, 1 to 6; `0` for a title that is not a heading. */
  headingLevel: number;

  /**
   * Address of the page on privacy, https or of the page's own origin. The card links to it. Content of the slot
   * `privacy` takes its place.
   */
  privacyUrl: string | undefined;

  /** Whether the number of unread messages is shown in the title of the page, such as “(3) Shop”. */
  titleBadge: boolean;

  /** Gives the time that a visitor waits for an answer, in seconds, if it is known. It is called once a minute at most. */
  waitTime: (() => Promise<number | undefined>) | undefined;

  /** Ends a conversation, after the visitor has confirmed it. Without it the card offers no end. */
  endConversation: ((offer: Offer) => Promise<unknown>) | undefined;

  /**
   * The person whom the visitor would talk to: `{name, avatar?, role?}`. The card shows the photo, or the initials when
   * there is none or it cannot be loaded. Photos are https or of the page's own origin.
   */
  agent: OfferAgent | undefined;

  /** The brand: `{name, logo?}`. The card shows the logo where it knows no agent. */
  brand: OfferBrand | undefined;

  /**
   * Questions that the visitor can begin with: up to three of `{id, text}`. Each is a button of the invitation, which
   * accepts it with `detail.topic`, and `{topic}` in `conversation-url` is its id.
   */
  topics: readonly Topic[] | undefined;

  /** Sentences that take the place of the built-in ones. */
  messages: Partial<Messages> | undefined;
}
