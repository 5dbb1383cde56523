/** Names of the statuses, as RFC 9110 gives them. */
const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/** What a problem tells beyond its status and its detail. */
export interface ProblemOptions {
  /** Seconds after which the client may try again. @default not told */
  readonly retryAfter?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A request that is not answered as the client wished. The detail names no value of the request. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(status: number, detail: string, {retryAfter, headers}: ProblemOptions = {}) {
    super(detail);
    this.status = status;
    this.#headers = {...headers, ...(retryAfter !== undefined && {'Retry-After': String(Math.ceil(retryAfter))})};
  }

  /**
   * The answer (RFC 9457).
   *
   * @param title @default the name of the status
   */
  toResponse(title = titles[this.status]): Response {
    const {status, message: detail} = this;
    const headers = {'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...this.#headers};
    return new Response(JSON.stringify({type: 'about:blank', title, status, detail}), {status, headers});
  }
}
