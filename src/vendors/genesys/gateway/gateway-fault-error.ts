import {HttpStatusError} from '../../../http/errors.js';

/** The gateway refused the object that was sent (Engagement REST API: 400, FAULT). */
export class GatewayFaultError extends HttpStatusError {
  override readonly name = 'GatewayFaultError';
  readonly #fault: unknown;

  constructor(request: string, fault: unknown) {
    super(request, {status: 400});
    this.#fault = fault;
  }

  /** The answer's body when it is JSON; its form is not documented. Logging the error does not show it. */
  get fault(): unknown {
    return this.#fault;
  }
}
