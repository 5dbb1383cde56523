import {MalformedAnswerError, NetworkError, TimeoutError, TooLargeError} from './errors.js';
import {parseRetryAfter} from './retry-after.js';

/** Any function that behaves as the platform's `fetch`. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

export interface RequestOptions {
  /** Stops the request. */
  readonly signal?: AbortSignal | undefined;
  /** @default the platform's `fetch`, looked up at each call */
  readonly fetch?: Fetch | undefined;
  /** Time for the whole exchange, body included, in ms. @default 10_000 */
  readonly deadline?: number | undefined;
  /** Largest body that is read. @default 262_144 */
  readonly maxBytes?: number | undefined;
  /** Whether cookies go with the request; some servers bind a session to one. @default 'omit' */
  readonly credentials?: RequestCredentials | undefined;
  /** What error messages call the request. @default method and address without the query, which may hold ids */
  readonly name?: string | undefined;
}

/** An answer whose body came whole. */
export interface Answer {
  /** What error messages call the request. */
  readonly request: string;
  readonly status: number;
  readonly text: string;
  /** How long the server asks to wait, in ms. */
  readonly retryAfter: number | undefined;
}

const platformFetch: Fetch = (input, init) => fetch(input, init);

/**
 * Sends one request and reads the whole answer, whatever its status.
 *
 * Nothing is cached, no cookie is sent unless `credentials` says so, and no more than the page's origin is told as its
 * referrer.
 *
 * @throws NetworkError, TimeoutError, TooLargeError; or the reason of `signal` when that aborted
 */
export async function request(url: URL, init: RequestInit, options: RequestOptions = {}): Promise<Answer> {
  const {signal, fetch = platformFetch, deadline = 10_000, maxBytes = 262_144, credentials = 'omit'} = options;
  const {name = `${init.method ?? 'GET'} ${url.origin}${url.pathname}`} = options;
  signal?.throwIfAborted();
  // Engines lose or rename the reason of an abort, so the cause of a failure is kept here.
  let failure: Error | undefined;
  const controller = new AbortController();
  const stop = (reason?: Error): void => {
    failure ??= reason;
    controller.abort();
  };
  const onAbort = (): void => stop();
  const timer = setTimeout(() => stop(new TimeoutError(name, deadline)), deadline);
  signal?.addEventListener('abort', onAbort);
  try {
    const response = await fetch(url.href, {
      ...init,
      cache: 'no-store',
      credentials,
      referrerPolicy: 'strict-origin',
      signal: controller.signal,
    });
    const text = await readText(response, maxBytes, () => stop(new TooLargeError(name, maxBytes)));
    if (failure) throw failure;
    return {
      request: name,
      status: response.status,
      text,
      retryAfter: parseRetryAfter(response.headers.get('retry-after')),
    };
  } catch (cause) {
    signal?.throwIfAborted();
    throw failure ?? new NetworkError(name, {cause});
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function readText(response: Response, maxBytes: number, onTooLarge: () => void): Promise<string> {
  const reader = response.body?.getReader();
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

/**
 * Reads a body as JSON, whatever its content type said.
 *
 * @throws MalformedAnswerError
 */
export function parseJson({request, text}: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedAnswerError(request, text ? 'expected JSON' : 'expected JSON, got an empty body');
  }
}
