import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../../src/check/configuration-error.js';
import {
  HttpStatusError,
  MalformedAnswerError,
  NetworkError,
  TimeoutError,
  TooLargeError,
} from '../../../../src/http/errors.js';
import type {RetryVerdict} from '../../../../src/http/retry.js';
import {LoadingAccountError} from '../../../../src/vendors/liveperson/monitoring/loading-account-error.js';
import {createRetryPolicy} from '../../../../src/vendors/liveperson/monitoring/retry-policy.js';

const stop = {again: false, pause: 0};
const coolDown = {again: false, pause: 600_000};
const status = (code: number, retryAfter?: number): HttpStatusError =>
  new HttpStatusError('', {status: code, retryAfter});

describe('Retry Policy Recommendation of the Monitoring API', () => {
  const exact = createRetryPolicy({spread: 1});

  const rows: readonly [title: string, error: Error, verdicts: readonly RetryVerdict[]][] = [
    ['4xx: do not retry', status(400), [stop]],
    ['4xx: do not retry 401', status(401), [stop]],
    ['4xx: do not retry 404', status(404), [stop]],
    ['5xx: retry 4 times with 3, 10, 30, 90 seconds pause', status(500), ladder()],
    ['5xx: the same for 503', status(503), ladder()],
    ['202: retry 4 times with 3, 10, 30, 90 seconds pause', new LoadingAccountError('', {status: 202}), ladder()],
    ['500 in version 1.0: loading account, the same', new LoadingAccountError('', {status: 500, code: 20}), ladder()],
  ];

  for (const [title, error, verdicts] of rows) {
    it(`${title} [LM34]`, () => {
      expect(verdicts.map((_, index) => exact(error, index + 1))).to.deep.equal(verdicts);
    });
  }

  const beyond: readonly [title: string, error: Error, verdicts: readonly RetryVerdict[]][] = [
    ['no answer at all is tried again as 5xx is', new NetworkError(''), ladder()],
    ['an answer that is late is tried again as 5xx is', new TimeoutError('', 1), ladder()],
    ['a malformed answer is tried again once', new MalformedAnswerError('', ''), [{again: true, pause: 3_000}, stop]],
    ['an answer that is too large is not tried again', new TooLargeError('', 1), [stop]],
    ['429 is left to the next page, after the cool-down', status(429), [coolDown]],
    ['a setting that cannot work is not tried again', new ConfigurationError(''), [stop]],
  ];

  for (const [title, error, verdicts] of beyond) {
    it(title, () => {
      expect(verdicts.map((_, index) => exact(error, index + 1))).to.deep.equal(verdicts);
    });
  }

  it('stretches a pause by up to the spread, and never shortens it', () => {
    const [least, most] = [0, 1].map((value) => createRetryPolicy({random: () => value}));
    expect([least?.(status(500), 2).pause, most?.(status(500), 2).pause]).to.deep.equal([10_000, 20_000]);
  });

  for (const spread of [0.5, 0, NaN, '3', null]) {
    it(`doubles a pause at most when its spread is ${String(spread)}, which is none`, () => {
      const policy = createRetryPolicy({spread: spread as number, random: () => 1});
      expect(policy(status(500), 2).pause).to.equal(20_000);
    });
  }

  for (const [title, retryAfter, pause] of [
    ['lengthens a pause', 7_000, 7_000],
    ['never shortens one', 1_000, 3_000],
    ['is limited to ten minutes', 10 ** 12, 600_000],
  ] as const) {
    it(`has a Retry-After that ${title}`, () => {
      expect(exact(status(503, retryAfter), 1).pause).to.equal(pause);
    });
  }
});

function ladder(): readonly RetryVerdict[] {
  return [...[3_000, 10_000, 30_000, 90_000].map((pause) => ({again: true, pause})), coolDown];
}
