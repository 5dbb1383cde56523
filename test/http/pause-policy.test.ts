import {expect} from '@open-wc/testing';
import {createPausePolicy} from '../../src/http/pause-policy.js';

describe('createPausePolicy', () => {
  const rules = {pauses: [1_000, 3_000], mayPass: (error: unknown) => error !== 'final'};

  for (const [title, error, failures, verdict] of [
    ['stretches the first pause at random', 'passing', 1, {again: true, pause: 1_500}],
    ['stretches the second pause at random', 'passing', 2, {again: true, pause: 4_500}],
    ['gives up, and asks for no pause, when all pauses are over', 'passing', 3, {again: false, pause: 0}],
    ['gives up, and asks for no pause, after an error that does not pass', 'final', 1, {again: false, pause: 0}],
    ['waits as long as the server asks for', {retryAfter: 2_000}, 1, {again: true, pause: 2_000}],
    ['waits no shorter because the server asks for less', {retryAfter: 200}, 1, {again: true, pause: 1_500}],
    ['waits ten minutes when the server asks for more', {retryAfter: 600_001}, 1, {again: true, pause: 600_000}],
    ['takes its own pause where there is no error to read', undefined, 1, {again: true, pause: 1_500}],
  ] as const) {
    it(title, () => {
      expect(createPausePolicy(rules, () => 0.5)(error, failures)).to.deep.equal(verdict);
    });
  }
});
