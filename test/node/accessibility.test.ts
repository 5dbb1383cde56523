import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findUnproved} from './accessibility/checks.js';
import {criteria} from './accessibility/criteria.js';
import type {Criterion} from './accessibility/criterion.js';
import {proofs} from './accessibility/proofs.js';
import {readTestIds} from './test-ids/read-test-ids.js';
import {findUnbound} from './test-ids/unbound-ids.js';

describe('the list of the success criteria of WCAG 2.2', () => {
  it('has the 31 of level A and the 24 of level AA, each once, in their order', () => {
    const countOf = (level: string): number => criteria.filter((one) => one.level === level).length;
    assert.deepEqual([countOf('A'), countOf('AA')], [31, 24]);
    const places = criteria.map(({number}) => number.split('.').reduce((sum, part) => sum * 100 + Number(part), 0));
    assert.deepEqual(
      places,
      [...new Set(places)].sort((one, other) => one - other),
    );
  });

  it('has a test or a reason for each, and every test is there', () => {
    assert.deepEqual(findUnproved(criteria), []);
    assert.deepEqual(findUnbound(Object.values(proofs), readTestIds()), []);
  });

  it('leaves no proof unused but those of goals that are no criterion', () => {
    const used = new Set(criteria.flatMap(({provedBy}) => provedBy));
    const goals = Object.values(proofs).filter((proof) => !used.has(proof));
    assert.deepEqual(goals, [proofs.optOut, proofs.modal]);
  });
});

describe('the checks of this list', () => {
  const one: Criterion = {
    number: '1.1.1',
    name: 'Non-text Content',
    level: 'A',
    conformance: 'supports',
    remark: 'There is none.',
    provedBy: ['A1'],
  };

  it('find nothing wrong with what is proved', () => {
    assert.deepEqual(findUnproved([one]), []);
  });

  for (const [title, changes, problem] of [
    ['a claim without a test', {provedBy: []}, '1.1.1 is said to be supported, without a test'],
    ['a lack of words', {remark: ' '}, '1.1.1 has no remark'],
  ] as const) {
    it(`notice ${title}`, () => {
      assert.deepEqual(findUnproved([{...one, ...changes}]), [problem]);
    });
  }
});
