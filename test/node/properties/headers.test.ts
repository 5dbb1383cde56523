import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {HttpStatusError} from '../../../src/http/errors.js';
import {longestPause} from '../../../src/http/pause-policy.js';
import {parseRetryAfter, request} from '../../../src/http/request.js';
import type {RetryPolicy} from '../../../src/http/retry.js';
import {createReadPolicy} from '../../../src/vendors/avaya/retry-policy.js';
import {createGatewayRetryPolicy} from '../../../src/vendors/genesys/gateway/gateway-retry-policy.js';
import {createRetryPolicy, retryPauses} from '../../../src/vendors/liveperson/monitoring/retry-policy.js';
import {runs} from '../../support/properties.js';

const header = fc.oneof(
  fc.string(),
  fc.bigInt().map(String),
  fc.date({noInvalidDate: true}).map((date) => date.toUTCString()),
  fc.constantFrom(
    '-1',
    '1e9',
    '0x10',
    '1.5',
    ' 7 ',
    '9'.repeat(400),
    'Infinity',
    'NaN',
    'soon',
    '٣',
    'Thu, 01 Jan 1970',
  ),
);

const url = new URL('https://platform.example/');

/** The error of a server that is busy and sends this header. */
async function refusal(retryAfter: string): Promise<HttpStatusError> {
  const send = () => Promise.resolve({status: 503, text: '', retryAfter});
  const answer = await request(url, {}, {send});
  return new HttpStatusError(answer.request, answer);
}

const policies: Readonly<Record<string, (random: () => number) => RetryPolicy>> = {
  LivePerson: (random) => createRetryPolicy({random}),
  Avaya: createReadPolicy,
  Genesys: createGatewayRetryPolicy,
};

describe('Whatever Retry-After says', () => {
  it('it is a pause above 0, or none', () => {
    fc.assert(
      fc.property(header, fc.integer(), (text, now) => {
        const pause = parseRetryAfter(text, now);
        assert.ok(pause === undefined || pause > 0, String(pause));
      }),
      runs(4_000),
    );
  });

  for (const [name, create] of Object.entries(policies)) {
    it(`${name} waits for its own pause at least, and for ten minutes at most`, async () => {
      const random = fc.double({min: 0, max: 1, noNaN: true});
      await fc.assert(
        fc.asyncProperty(header, random, fc.integer({min: 1, max: 3}), async (text, share, failures) => {
          const error = await refusal(text);
          const own = create(() => share)(new HttpStatusError(error.request, {status: 503}), failures);
          const {again, pause} = create(() => share)(error, failures);
          assert.ok(again);
          assert.ok(pause >= own.pause && pause <= longestPause, String(pause));
        }),
        runs(1_500),
      );
    });
  }

  it("LivePerson's pauses are never shorter than those of the table, and at most twice as long without it", () => {
    fc.assert(
      fc.property(fc.double({min: 0, max: 1, noNaN: true}), fc.integer({min: 1, max: 4}), (share, failures) => {
        const {pause} = createRetryPolicy({random: () => share})(new HttpStatusError('POST', {status: 503}), failures);
        const least = retryPauses[failures - 1] ?? NaN;
        assert.ok(pause >= least && pause <= 2 * least, String(pause));
      }),
      runs(1_000),
    );
  });
});
