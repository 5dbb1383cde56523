import {HttpStatusError, MalformedAnswerError, RequestError, TooLargeError} from '../../http/errors.js';
import {Problem} from '../http/problem.js';

/** Seconds after which a page may try again when the platform does not say it. */
const usualPause = 30;

/**
 * Calls a platform. A platform that is busy or silent gives 503, and one that refuses the brand or cannot be understood
 * gives 502.
 *
 * @throws Problem that tells nothing of the platform's answer
 */
export async function callPlatform<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof RequestError) throw toProblem(error);
    throw error;
  }
}

function toProblem(error: RequestError): Problem {
  const pause = error instanceof HttpStatusError ? error.retryAfter : undefined;
  const retryAfter = pause === undefined ? usualPause : pause / 1000;
  return isPassing(error)
    ? new Problem(503, 'The platform cannot be reached at present.', {retryAfter})
    : new Problem(502, 'The platform has refused the request of the server.', {retryAfter});
}

function isPassing(error: RequestError): boolean {
  if (error instanceof HttpStatusError) return error.status >= 500 || error.status === 429;
  return !(error instanceof MalformedAnswerError || error instanceof TooLargeError);
}
