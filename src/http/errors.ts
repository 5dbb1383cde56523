/**
 * A request got no usable answer.
 *
 * Messages name the method and the address without its query, which may hold ids of the visitor.
 *
 * @example
 * if (error instanceof RequestError) console.warn(error.message); // 'No answer: POST https://example.com/path'
 */
export abstract class RequestError extends Error {
  /** Method and address, such as `POST https://example.com/path`. */
  readonly request: string;

  constructor(request: string, what: string, options?: ErrorOptions) {
    super(`${what}: ${request}`, options);
    this.request = request;
  }
}

/**
 * No answer came, because of the network, a blocker, or an error page that the browser hides from scripts.
 *
 * @example
 * if (error instanceof NetworkError) showOfflineHint();
 */
export class NetworkError extends RequestError {
  override readonly name = 'NetworkError';

  constructor(request: string, options?: ErrorOptions) {
    super(request, 'No answer', options);
  }
}

/**
 * The complete answer, including its body, did not arrive in time.
 *
 * @example
 * if (error instanceof TimeoutError) tryLater();
 */
export class TimeoutError extends RequestError {
  override readonly name = 'TimeoutError';

  constructor(request: string, deadline: number) {
    super(request, `No complete answer within ${deadline} ms`);
  }
}

/**
 * The answer is larger than the limit.
 *
 * @example
 * if (error instanceof TooLargeError) console.warn(error.message); // 'Expected an answer of at most 262144 bytes, …'
 */
export class TooLargeError extends RequestError {
  override readonly name = 'TooLargeError';

  constructor(request: string, maxBytes: number) {
    super(request, `Expected an answer of at most ${maxBytes} bytes, got more`);
  }
}

/**
 * The server refused the request or failed.
 *
 * @example
 * if (error instanceof HttpStatusError && error.status === 429) tryAgainAfter(error.retryAfter ?? 60_000);
 */
export class HttpStatusError extends RequestError {
  override readonly name: string = 'HttpStatusError';
  /** HTTP status. */
  readonly status: number;
  /** The vendor's own error code, if the answer has one. */
  readonly code: number | undefined;
  /** The pause that the server asks for, in ms, if it does and the browser may read it. */
  readonly retryAfter: number | undefined;

  constructor(request: string, answer: {status: number; code?: number | undefined; retryAfter?: number | undefined}) {
    const code = answer.code === undefined ? '' : `, code ${answer.code}`;
    super(request, `Refused with status ${answer.status}${code}`);
    this.status = answer.status;
    this.code = answer.code;
    this.retryAfter = answer.retryAfter;
  }
}

/**
 * The answer is not what the vendor documents. The message names the place, and no value.
 *
 * @example
 * if (error instanceof MalformedAnswerError) console.warn(error.message); // 'Malformed answer, expected JSON: GET …'
 */
export class MalformedAnswerError extends RequestError {
  override readonly name = 'MalformedAnswerError';

  constructor(request: string, what: string) {
    super(request, `Malformed answer, ${what}`);
  }
}

/** Whether no answer came, or none in time. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof NetworkError || error instanceof TimeoutError;
}
