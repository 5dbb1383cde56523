/**
 * What happens on the server, for metrics and logs. It holds no id, no address, no token and no text of a visitor.
 *
 * @example
 * const report = (event: ServerEvent) => {
 *   if (event.type === 'answer') answers.inc({handler: event.handler, status: event.status});
 * };
 */
export type ServerEvent =
  /** A request was answered. A stream is answered when it opens. */
  | {readonly type: 'answer'; readonly handler: string; readonly status: number}
  /** A handler failed by a mistake of its own or of the functions that it was given. `error` is the error's class. */
  | {readonly type: 'failure'; readonly handler: string; readonly error: string}
  | {readonly type: 'stream-opened'}
  | {readonly type: 'stream-closed'; readonly cause: StreamEnd}
  /** A message went out on a stream `delay` ms after it was published. */
  | {readonly type: 'message-sent'; readonly delay: number}
  /** The store of notifications cannot be reached. */
  | {readonly type: 'store-lost'}
  /** It can be reached again. */
  | {readonly type: 'store-found'};

/**
 * Why a stream ended: the page left, it read too slowly, another stream of its visit took its place, it was open for
 * as long as a stream may be, the server shuts down, or the store could not be reached when it was opened.
 */
export type StreamEnd = 'left' | 'slow' | 'replaced' | 'old' | 'drained' | 'unavailable';

/** Takes what happens. It must not throw. */
export type Report = (event: ServerEvent) => void;
