import {HttpStatusError} from '../../../http/errors.js';
import type {Answer} from '../../../http/request.js';

/** The external engagement method refused the request or failed (seed 000, Sample error response). */
export class ExternalEngagementError extends HttpStatusError {
  override readonly name = 'ExternalEngagementError';
  /** The vendor's code as it is sent here, in text; `code` is the same as a number. */
  readonly internalCode: string | undefined;
  /** When it happened, in the vendor's notation. */
  readonly time: string | undefined;
  /** What the vendor says. It may name what was sent, so it is not part of `message`. */
  readonly vendorMessage: string | undefined;

  constructor({request, status, text, retryAfter}: Answer) {
    const {time, message, internalCode} = readErrorBody(text);
    super(request, {status, code: internalCode === undefined ? undefined : Number(internalCode), retryAfter});
    this.internalCode = internalCode;
    this.time = time;
    this.vendorMessage = message;
  }
}

type ErrorBody = Partial<Record<'time' | 'message' | 'internalCode', string>>;

/** Reads an error body, which some of the vendor's services wrap. An error page of a proxy in between has none of this. */
function readErrorBody(text: string): ErrorBody {
  try {
    // The published example has a tab inside of its message, which JSON forbids.
    const body = Object(JSON.parse(text.replace(/\s/g, ' '))) as Record<string, unknown>;
    const fields = Object(body['error'] ?? body) as Record<string, unknown>;
    const texts = (['time', 'message', 'internalCode'] as const)
      .filter((name) => typeof fields[name] === 'string' || typeof fields[name] === 'number')
      .map((name) => [name, String(fields[name])]);
    return Object.fromEntries(texts) as ErrorBody;
  } catch {
    return {};
  }
}
