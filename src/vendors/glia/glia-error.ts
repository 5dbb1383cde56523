import type {Answer} from '../../http/answer.js';
import {RequestError} from '../../http/errors.js';
import {readErrorBody, type ErrorBody} from './error-body.js';

interface Refusal extends ErrorBody {
  readonly status: number;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
}

/**
 * Glia refused the request or failed. The message quotes Glia, without words that may be an id. Complaints about single
 * fields are in `fieldErrors`.
 *
 * @example
 * if (error instanceof GliaError) console.error(error.status, error.fieldErrors, error.requestId);
 *
 * @see https://docs.glia.com/glia-dev
 */
export class GliaError extends RequestError {
  override readonly name = 'GliaError';
  /** HTTP status. */
  readonly status: number;
  /** Glia's name for the error, if there is one. */
  readonly code: string | undefined;
  /** Complaints about single parameters, by parameter name. Empty when Glia names none. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  /** Identifies the request to Glia's support. Pages can read it only if Glia or a proxy exposes the header. */
  readonly requestId: string | undefined;
  /** The pause that Glia asks for, in ms, if it does and the browser may read it. */
  readonly retryAfter: number | undefined;

  constructor(request: string, refusal: Refusal) {
    super(request, describe(refusal));
    this.status = refusal.status;
    this.code = refusal.code;
    this.fieldErrors = refusal.fieldErrors;
    this.requestId = refusal.requestId;
    this.retryAfter = refusal.retryAfter;
  }
}

export function toGliaError({request, status, text, retryAfter}: Answer, requestId: string | undefined): GliaError {
  return new GliaError(request, {...readErrorBody(text), status, requestId, retryAfter});
}

function describe({status, code, words, fieldErrors}: Refusal): string {
  const fields = Object.keys(fieldErrors);
  const parts = [
    `Refused with status ${status}`,
    code && `code ${withoutIds(code)}`,
    words && `"${withoutIds(words)}"`,
    fields.length > 0 && `check ${withoutIds(fields.join(' and '))}`,
    advice[status],
  ];
  return parts.filter(Boolean).join(', ');
}

const advice: Readonly<Record<number, string>> = {
  401: 'check the token that getToken returns',
  403: 'the owner of the token may not do this',
};

function withoutIds(words: string): string {
  const mayBeId = (word: string): boolean => word.length > 24 || /@|\d{4}/.test(word);
  const safe = words.split(/\s+/).map((word) => (mayBeId(word) ? '…' : word));
  return safe.join(' ').slice(0, 200);
}
