import type {Answer} from '../http/answer.js';
import {parseIfJson} from '../http/json.js';
import type {RequestHeaders, SandboxRequest} from '../http/request.js';

/** A request to LivePerson and its answer. */
export interface LoggedRequest {
  /** Counts up within an account, from 1. */
  readonly id: number;
  /** When the request arrived, in ms since the epoch. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: RequestHeaders;
  /** Parsed if it is JSON. */
  readonly body: unknown;
  /** `0` when the connection closed without an answer. */
  readonly status: number;
  /** Parsed if it is JSON. A long answer is cut. */
  readonly answer: unknown;
}

const maxRequests = 1000;
/** In characters. */
const maxAnswer = 20_000;

/** Remembers the last requests of one account and notifies subscribers of each new one. */
export class RequestLog {
  readonly #subscribers = new Set<(request: LoggedRequest) => void>();
  #requests: LoggedRequest[] = [];
  #count = 0;

  get requests(): readonly LoggedRequest[] {
    return this.#requests;
  }

  record(request: SandboxRequest, answer: Answer): void {
    const logged = toLoggedRequest(++this.#count, request, answer);
    this.#requests = [...this.#requests.slice(1 - maxRequests), logged];
    for (const subscriber of this.#subscribers) subscriber(logged);
  }

  clear(): void {
    this.#requests = [];
  }

  /** Calls `subscriber` for each new request until the returned function is called. */
  subscribe(subscriber: (request: LoggedRequest) => void): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }
}

function toLoggedRequest(id: number, {at, method, url, headers, body}: SandboxRequest, answer: Answer): LoggedRequest {
  return {
    id,
    at,
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    body: parseIfJson(body),
    status: answer.status,
    answer: parseIfJson(String(answer.body).slice(0, maxAnswer)),
  };
}
