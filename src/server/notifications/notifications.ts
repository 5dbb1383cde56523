/**
 * A message to the pages of a visit, or to one of them if it names its `page`.
 *
 * @see https://docs.genesys.com/Documentation/GWE/latest/API/NotificationAPI
 */
export interface NotificationMessage {
  readonly page?: string | undefined;
  readonly channel: string;
  readonly data: object;
}

/** Messages that were published together. */
export interface Entry {
  /** Orders the entries of a visit. */
  readonly id: string;
  /** When it was published, in ms since the epoch. */
  readonly at: number;
  /** The list of messages as JSON, on one line. */
  readonly data: string;
}

/** A stream that waits for the messages of a visit. */
export interface Listener {
  /** Id of the page that has the stream. @default unknown */
  readonly page?: string | undefined;
  /** Id of the last entry that reached the browser. @default none; the stream then gets what nobody has got */
  readonly after?: string | undefined;
  /** Takes an entry. It must not throw. */
  readonly receive: (entry: Entry) => void;
  /** Called once, when all that was missed has been passed on, with the id after which new entries come. */
  readonly settle: (position: string) => void;
}

/** What became of a publication. */
export interface Delivery {
  /** Whether it was published now. It is not if the same was published before. */
  readonly isNew: boolean;
  /** Whether a stream of the visit is open now. */
  readonly isListening: boolean;
  /** Ids of the pages whose streams are open, as far as they are known. */
  readonly pages: readonly string[];
}

/**
 * Carries messages from where they are posted to the streams of a visit, wherever these are open, and keeps them for
 * 60 s. All methods reject with `NotificationsUnavailableError` when the store cannot be reached.
 *
 * @example
 * const notifications = createMemoryNotifications();
 * await notifications.publish('44D25DDB…', [{channel: 'engage', data: {engagementID: 'E1', title: 'May we help?'}}]);
 */
export interface Notifications {
  /**
   * Sends messages to a visit.
   *
   * @param once the same text publishes once in 60 s
   */
  publish(visit: string, messages: readonly NotificationMessage[], once?: string): Promise<Delivery>;
  /** Passes on the entries that the stream has missed, in order, and then each new one, until the result is called. */
  listen(visit: string, listener: Listener): Promise<() => void>;
  /** Resolves with true for the first call with this key within so many ms, on whichever server it is made. */
  claim(key: string, duration: number): Promise<boolean>;
  /** Forgets a claim. */
  release(key: string): Promise<void>;
  /** Whether messages can be published now. It does not reject. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * The store of the notifications cannot be reached at present.
 *
 * @example
 * if (error instanceof NotificationsUnavailableError) tryAgainSoon();
 */
export class NotificationsUnavailableError extends Error {
  override readonly name = 'NotificationsUnavailableError';

  constructor(options?: ErrorOptions) {
    super('The store of notifications cannot be reached', options);
  }
}

/** How long messages can be sent again, and repetitions are recognised, in ms. */
export const replayWindow = 60_000;

/** How many entries of one visit are kept. */
export const mostEntries = 100;
