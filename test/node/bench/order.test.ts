import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {orderOfGrowth} from '../../../bench/growth/order.js';

const counts = [1, 10, 100, 1_000];

const orders: readonly (readonly [figures: readonly number[], words: string])[] = [
  [[1, 1, 1, 1], 'constant'],
  [[0, 0, 0, 0], 'constant'],
  [[300, 310, 290, 305], 'constant'],
  [[1_000, 1_000, 100, 10], 'falls'],
  [[5, 5, 16, 50], 'slower than linear'],
  [[2, 11, 101, 1_001], 'linear'],
  [[1, 100, 10_000, 1_000_000], 'faster than linear (power 2.0)'],
];

describe('the order of growth', () => {
  for (const [figures, words] of orders) {
    it(`of ${figures.join(', ')} is said as “${words}”`, () => {
      assert.equal(orderOfGrowth(counts, figures), words);
    });
  }

  it('is that of the largest counts, where what costs the same each time matters least', () => {
    assert.equal(orderOfGrowth([1, ...counts.map((count) => count * 10)], [50, 50, 500, 5_000, 50_000]), 'linear');
  });
});
