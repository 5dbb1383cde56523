import type {Answer} from '../../../../http/answer.js';
import {HttpStatusError} from '../../../../http/errors.js';
import {readErrorBody} from '../../error-body.js';

/** The external engagement method refused the request or failed (External Engagement API, Sample error response). */
export class ExternalEngagementError extends HttpStatusError {
  override readonly name = 'ExternalEngagementError';
  /** The vendor's code as it is sent here, in text; `code` is the same as a number. */
  readonly internalCode: string | undefined;
  /** When it happened, in the vendor's notation. */
  readonly time: string | undefined;
  /** What the vendor says. It may name what was sent, so it is not part of `message`. */
  readonly vendorMessage: string | undefined;

  constructor({request, status, text, retryAfter}: Answer) {
    const {time, message, internalCode, code} = readErrorBody(text);
    super(request, {status, code, retryAfter});
    this.internalCode = internalCode;
    this.time = time;
    this.vendorMessage = message;
  }
}
