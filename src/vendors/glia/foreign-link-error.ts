import {RequestError} from '../../http/errors.js';

/**
 * A link in an answer leads to an origin that must not get the bearer, so it was not followed. Trust an origin by
 * `allowedOrigins` only if it is Glia's or yours.
 *
 * @example
 * if (error instanceof ForeignLinkError) console.error(error.message);
 *
 * @see https://docs.glia.com/glia-dev
 */
export class ForeignLinkError extends RequestError {
  override readonly name = 'ForeignLinkError';

  /** @param target the link's address without its path */
  constructor(request: string, link: string, target: string) {
    super(
      request,
      `Expected ${link} to lead to an origin that may get the bearer, got ${target}; add that to allowedOrigins only if it is Glia's or yours`,
    );
  }
}
