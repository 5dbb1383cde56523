import {RequestError} from '../../http/errors.js';

/** A link leads to where the bearer must not go, so it was not followed. */
export class ForeignLinkError extends RequestError {
  override readonly name = 'ForeignLinkError';

  /** `target` is what the link leads to, without its path. */
  constructor(request: string, link: string, target: string) {
    super(
      request,
      `Expected ${link} to lead to an origin that may get the bearer, got ${target}; add that to allowedOrigins only if it is Glia's or yours`,
    );
  }
}
