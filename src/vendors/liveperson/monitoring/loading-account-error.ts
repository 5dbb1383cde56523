import {HttpStatusError} from '../../../http/errors.js';

/**
 * LivePerson is still loading the account: status 202 in version 1.1, 500 with code 20 in version 1.0
 * (Monitoring API, Response entity examples). Send the request again after a pause, with `visitorId` as `vid`.
 *
 * @example
 * try {
 *   await client.engage();
 * } catch (error) {
 *   if (error instanceof LoadingAccountError) retryLater({vid: error.visitorId});
 *   else throw error;
 * }
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export class LoadingAccountError extends HttpStatusError {
  override readonly name = 'LoadingAccountError';
  readonly #visitorId: string | undefined;

  constructor(
    request: string,
    answer: ConstructorParameters<typeof HttpStatusError>[1] & {message?: string | undefined},
  ) {
    super(request, answer);
    this.#visitorId = /\bvid:\s?([^\s,]{1,256})(?![^\s,])/.exec(answer.message ?? '')?.[1];
  }

  /**
   * The `vid` for the retry, read from the vendor's message. Undefined when the vendor timed out. It is no property of its
   * own, so that no program that writes errors down, property by property, writes it down.
   */
  get visitorId(): string | undefined {
    return this.#visitorId;
  }
}
