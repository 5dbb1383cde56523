import {parseRetryAfter, type Answer} from './answer.js';
import {NetworkError, TimeoutError, TooLargeError} from './errors.js';

/** A function that behaves like the platform's `fetch`. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

export interface RequestOptions {
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
  /** Name of the request in error messages. @default method and address without the query, which may hold ids */
  readonly name?: string | undefined;
}

const platformFetch: Fetch = (input, init) => fetch(input, init);

/**
 * Sends one request and reads the whole answer, whatever its status.
 *
 * Nothing is cached, cookies are sent only if `credentials` allows it, and of the page's address the server gets only
 * the origin.
 *
 * @throws NetworkError, TimeoutError, TooLargeError; or the reason of `signal`
 *
 * @example
 * const answer = await request(new URL('https://api.example.com/state'), {method: 'GET'}, {deadline: 2_000});
 * if (answer.status !== 200) throw new HttpStatusError(answer.request, answer);
 */
export async function request(url: URL, init: RequestInit, options: RequestOptions = {}): Promise<Answer> {
  const {signal, fetch = platformFetch, deadline = 10_000, maxBytes = 262_144, credentials = 'omit'} = options;
  const {name = `${init.method ?? 'GET'} ${url.origin}${url.pathname}`} = options;
  signal?.throwIfAborted();
  // Engines lose or rename the reason of an abort, so the cause of a failure is stored here.
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
    const privacy = {cache: 'no-store', credentials, referrerPolicy: 'strict-origin'} as const;
    const response = await fetch(url.href, {...init, ...privacy, signal: controller.signal});
    const text = await readText(response, maxBytes, () => stop(new TooLargeError(name, maxBytes)));
    if (failure) throw failure;
    const retryAfter = parseRetryAfter(response.headers.get('retry-after'));
    return {request: name, status: response.status, text, retryAfter};
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
