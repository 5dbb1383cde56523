import type {Answer} from '../../http/answer.js';
import {RequestError} from '../../http/errors.js';
import {readErrorBody, type ErrorBody} from './error-body.js';

interface Refusal extends ErrorBody {
  readonly status: number;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
}

/**
 * Glia refused the request or failed. The message holds Glia's own words, without those that may be an id; what
 * Glia says of single fields is in `fieldErrors`.
 */
export class GliaError extends RequestError {
  override readonly name = 'GliaError';
  /** `0` for a redirect that the browser does not tell more of. */
  readonly status: number;
  /** Glia's own name for the error, when it gives one. */
  readonly code: string | undefined;
  /** What Glia says against single parameters, by their name; empty when it names none. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  /** Names the request to Glia's support. Pages cannot read it, unless Glia or a proxy lets them. */
  readonly requestId: string | undefined;
  /** How long Glia asks to wait, in ms, when it says so and the browser may read it. */
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

const isRedirect = (status: number): boolean => status === 0 || (status >= 300 && status < 400);

function describe({status, code, words, fieldErrors}: Refusal): string {
  if (isRedirect(status)) return 'Expected an answer, got a redirect, which is not followed; check baseUrl';
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
  401: 'check the token that getToken gives',
  403: 'the owner of the token may not do this',
};

function withoutIds(words: string): string {
  const mayBeId = (word: string): boolean => word.length > 24 || /@|\d{4}/.test(word);
  const safe = words.split(/\s+/).map((word) => (mayBeId(word) ? '…' : word));
  return safe.join(' ').slice(0, 200);
}
