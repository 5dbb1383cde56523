import {expect} from '@open-wc/testing';
import {parseRetryAfter} from '../../src/http/retry-after.js';

const now = Date.parse('2026-11-21T12:00:00Z');

const cases: readonly [header: string | null, delay: number | undefined][] = [
  [null, undefined],
  ['', undefined],
  ['7', 7_000],
  [' 120 ', 120_000],
  ['0', undefined],
  ['-5', undefined],
  ['soon', undefined],
  ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
  ['Sat, 21 Nov 2026 11:59:30 GMT', undefined],
];

describe('parseRetryAfter', () => {
  for (const [header, delay] of cases) {
    it(`reads ${JSON.stringify(header)} as ${delay ?? 'no delay'}`, () => {
      expect(parseRetryAfter(header, now)).to.equal(delay);
    });
  }
});
