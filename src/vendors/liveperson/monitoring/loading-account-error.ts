import {HttpStatusError} from '../../../http/errors.js';

/**
 * The vendor is still loading the account: status 202 in version 1.1, 500 with code 20 in version 1.0
 * (Monitoring API, Response entity examples).
 */
export class LoadingAccountError extends HttpStatusError {
  override readonly name = 'LoadingAccountError';
  /** Goes into the retry. It stands in the text of the message only, and is missing when the vendor timed out. */
  readonly visitorId: string | undefined;

  constructor(
    request: string,
    answer: ConstructorParameters<typeof HttpStatusError>[1] & {message?: string | undefined},
  ) {
    super(request, answer);
    this.visitorId = /\bvid:\s*([^\s,]+)/.exec(answer.message ?? '')?.[1];
  }
}
