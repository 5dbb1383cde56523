import type {Answer} from '../../../../http/answer.js';
import {HttpStatusError} from '../../../../http/errors.js';
import {readErrorBody} from '../../error-body.js';

/**
 * LivePerson's external engagement method refused the request or failed (External Engagement API, Sample error
 * response).
 *
 * @example
 * if (error instanceof ExternalEngagementError && error.internalCode === '10') console.error('check the API key');
 *
 * @see https://developers.liveperson.com/ivr-engagement-api-methods-external-engagement.html
 */
export class ExternalEngagementError extends HttpStatusError {
  override readonly name = 'ExternalEngagementError';
  /** The vendor's code as text. `code` is the same as a number. */
  readonly internalCode: string | undefined;
  /** When the error occurred, in the vendor's notation. */
  readonly time: string | undefined;
  /** The vendor's message. It may quote the request, so it is not part of `message`. */
  readonly vendorMessage: string | undefined;

  constructor({request, status, text, retryAfter}: Answer) {
    const {time, message, internalCode, code} = readErrorBody(text);
    super(request, {status, code, retryAfter});
    this.internalCode = internalCode;
    this.time = time;
    this.vendorMessage = message;
  }
}
