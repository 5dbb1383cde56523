import {own} from '../check/own.js';
import type {Answer} from './answer.js';
import {NetworkError, TimeoutError, TooLargeError} from './errors.js';
import {
  defaultDeadline,
  defaultMaxBytes,
  exchange,
  type Exchange,
  type ExchangeOptions,
  type Failure,
} from './exchange.js';

export type {Fetch} from './exchange.js';

export interface RequestOptions extends ExchangeOptions {
  /** Name of the request in error messages. @default method and address without the query, which may hold ids */
  readonly name?: string | undefined;
  /** Sends the request in place of `fetch`. */
  readonly send?: Exchange | undefined;
}

/**
 * Sends one request and reads the whole answer, whatever its status.
 *
 * Nothing is cached, no redirect is followed, cookies are sent only if `credentials` allows it, and of the page's address the
 * server gets only the origin.
 *
 * @throws NetworkError, TimeoutError, TooLargeError; or the reason of `signal`
 *
 * @example
 * const answer = await request(new URL('https://api.example.com/state'), {method: 'GET'}, {deadline: 2_000});
 * if (answer.status !== 200) throw new HttpStatusError(answer.request, answer);
 */
export async function request(url: URL, init: RequestInit, options: RequestOptions = {}): Promise<Answer> {
  const {send = exchange, name = `${own(init).method ?? 'GET'} ${url.origin}${url.pathname}`} = own(options);
  const outcome = await send(url, init, options);
  if ('failure' in outcome) throw toError(name, outcome, options);
  return {...outcome, request: name, retryAfter: parseRetryAfter(outcome.retryAfter)};
}

function toError(name: string, {failure, cause}: Failure, options: ExchangeOptions): Error {
  const {deadline = defaultDeadline, maxBytes = defaultMaxBytes} = own(options);
  if (failure === 'late') return new TimeoutError(name, deadline);
  return failure === 'too large' ? new TooLargeError(name, maxBytes) : new NetworkError(name, {cause});
}

/**
 * Reads a `Retry-After` header, in seconds or as a date. Returns ms, or undefined if it is absent, past or unreadable.
 */
export function parseRetryAfter(header: string | null, now = Date.now()): number | undefined {
  if (!header) return undefined;
  const delay = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return delay > 0 ? delay : undefined;
}
