import {HttpStatusError} from '../../../http/errors.js';

/**
 * The gateway refused the object that was sent (Engagement REST API: 400, FAULT).
 *
 * @example
 * if (error instanceof GatewayFaultError) console.error(error.fault);
 *
 * @see https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 */
export class GatewayFaultError extends HttpStatusError {
  override readonly name = 'GatewayFaultError';
  readonly #fault: unknown;

  constructor(request: string, fault: unknown) {
    super(request, {status: 400});
    this.#fault = fault;
  }

  /** The answer's body if it is JSON. Its form is not documented. Logging the error does not show it. */
  get fault(): unknown {
    return this.#fault;
  }
}
