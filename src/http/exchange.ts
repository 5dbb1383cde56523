import {own} from '../check/own.js';
/** A function that behaves like the platform's `fetch`. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

export interface ExchangeOptions {
  /** Aborts the request. @default none */
  readonly signal?: AbortSignal | undefined;
  /** Sends the request. @default the platform's `fetch`, looked up at each call */
  readonly fetch?: Fetch | undefined;
  /** Time for the whole exchange, including the body, in ms. @default 10_000 */
  readonly deadline?: number | undefined;
  /** Largest body that is read, in bytes. @default 262_144 */
  readonly maxBytes?: number | undefined;
  /** Whether cookies are sent. Some servers bind a session to one. @default 'omit' */
  readonly credentials?: RequestCredentials | undefined;
}

/** An answer that came whole. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  /** The header of that name, as it came. */
  readonly retryAfter: string | null;
}

/** Why there is no whole answer. */
export interface Failure {
  readonly failure: 'unanswered' | 'late' | 'too large';
  readonly cause?: unknown;
}

/** Sends one request and reads the whole answer. */
export type Exchange = (url: URL, init: RequestInit, options?: ExchangeOptions) => Promise<Reply | Failure>;

export const defaultDeadline = 10_000;

export const defaultMaxBytes = 262_144;

const platformFetch: Fetch = (input, init) => fetch(input, init);

/**
 * Sends one request and reads the whole answer, whatever its status. A failure is data and not an exception, so that code
 * of another bundle, which has error classes of its own, can tell what went wrong.
 *
 * Nothing is cached, no redirect is followed, cookies are sent only if `credentials` says so, and the server learns no more
 * of the page than its origin.
 *
 * @throws the reason of `signal` when that aborted
 */
export const exchange: Exchange = async (url, init, options = {}) => {
  const {
    signal,
    fetch = platformFetch,
    deadline = defaultDeadline,
    maxBytes = defaultMaxBytes,
    credentials = 'omit',
  } = own(options);
  signal?.throwIfAborted();
  // Engines lose or rename the reason of an abort, so the cause of a failure is stored here.
  let failure: Failure['failure'] = 'unanswered';
  const controller = new AbortController();
  const stop = (reason = failure): void => {
    failure = reason;
    controller.abort();
  };
  const onAbort = (): void => stop();
  const timer = setTimeout(() => stop('late'), deadline);
  signal?.addEventListener('abort', onAbort);
  try {
    // A redirect would take what the request carries to another host, and let that one answer.
    const privacy = {cache: 'no-store', credentials, referrerPolicy: 'strict-origin', redirect: 'error'} as const;
    const response = await fetch(url.href, own({...init, ...privacy, signal: controller.signal}));
    const text = await readText(response, maxBytes, () => stop('too large'));
    controller.signal.throwIfAborted();
    return {status: response.status, text, retryAfter: response.headers.get('retry-after')};
  } catch (cause) {
    signal?.throwIfAborted();
    return {failure, cause};
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
};

async function readText(response: Response, maxBytes: number, onTooLarge: () => void): Promise<string> {
  // An engine may read the mode of the reader from a prototype to which a script has added one.
  const reader = response.body?.getReader(own({})) as ReadableStreamDefaultReader<Uint8Array> | undefined;
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      onTooLarge();
      return '';
    }
    text += decoder.decode(value, {stream: true});
  }
}
