import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {enginesOf, findUnproved} from './reliability/checks.js';
import {inFile, row} from './reliability/row.js';
import {rows} from './reliability/rows.js';

describe('the list of what can go wrong', () => {
  it('has 23 rows of pages, 62 of faults and 25 of attacks, each once, in their order', () => {
    const ids = (letter: string, count: number) =>
      Array.from({length: count}, (_, index) => letter + String(index + 1));
    assert.deepEqual(
      rows.map(({id}) => id),
      [...ids('F', 23), ...ids('D', 62), ...ids('C', 25)],
    );
  });

  it('has a test for each, or says why not in every engine', () => {
    assert.deepEqual(findUnproved(rows), []);
  });

  it('has words for each', () => {
    const wordless = rows.filter(({fault, holds}) => !/^[A-Z].*[^.]$/.test(fault) || !/^[A-Z].*\.$/.test(holds));
    assert.deepEqual(wordless, []);
  });
});

describe('the checks of this list', () => {
  const lock = inFile('tabs/tab-lock');
  const json = inFile('http/answer');

  it('find nothing wrong with what runs in every engine, and with what says why it does not', () => {
    const everywhere = row('D1', 'A', 'B.', lock('runs one task at a time'));
    assert.deepEqual(findUnproved([everywhere, row('D2', 'A', 'B.', json('reads a body as JSON'), 'Because.')]), []);
    assert.deepEqual(enginesOf(everywhere), ['Chromium', 'Firefox', 'WebKit']);
  });

  for (const [title, wrong, problem] of [
    ['a row without a test', row('D1', 'A', 'B.'), /^D1 has no test$/],
    ['a test that is not there', row('D1', 'A', 'B.', lock('sings')), /^D1 names a test that is not in .*: sings$/],
    ['a file that is not there', row('D1', 'A', 'B.', inFile('none')('sings')), /^D1 names a test that is not in/],
    ['an engine without a reason', row('D1', 'A', 'B.', json('reads a body as JSON')), /^D1 does not say why/],
  ] as const) {
    it(`notice ${title}`, () => {
      const problems = findUnproved([wrong]);
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', problem);
    });
  }
});
