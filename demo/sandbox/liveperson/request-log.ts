import type {Answer} from '../http/answer.js';
import type {RequestHeaders, SandboxRequest} from '../http/request.js';

/** One request of a visitor's browser to a vendor, and what it got. */
export interface Exchange {
  /** Counts up within an account. */
  readonly id: number;
  /** When the request arrived, in ms since the epoch. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: RequestHeaders;
  /** Parsed when it is JSON. */
  readonly body: unknown;
  /** `0` when the connection ended without an answer. */
  readonly status: number;
  /** Parsed when it is JSON; a long one is cut. */
  readonly answer: unknown;
}

const longestLog = 1000;
const longestAnswer = 20_000;

/** Remembers the exchanges of one account and tells its listeners of each as it happens. */
export class ExchangeLog {
  readonly #listeners = new Set<(exchange: Exchange) => void>();
  #exchanges: Exchange[] = [];
  #count = 0;

  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  record(request: SandboxRequest, answer: Answer): void {
    const exchange = toExchange(++this.#count, request, answer);
    this.#exchanges = [...this.#exchanges.slice(1 - longestLog), exchange];
    for (const listener of this.#listeners) listener(exchange);
  }

  clear(): void {
    this.#exchanges = [];
  }

  /** Calls `listener` at every exchange, until the returned function is called. */
  subscribe(listener: (exchange: Exchange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function toExchange(id: number, {at, method, url, headers, body}: SandboxRequest, answer: Answer): Exchange {
  return {
    id,
    at,
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    body: parsed(body),
    status: answer.status,
    answer: parsed(String(answer.body).slice(0, longestAnswer)),
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
