import {expect} from '@open-wc/testing';
import {emptyVisit, isForgotten, type Visit} from '../../src/visit/visit.js';

const cases: readonly (readonly [title: string, known: Visit, visit: Visit, isIt: boolean])[] = [
  ['a visitor who is still there', {visitorId: 'v'}, {visitorId: 'v', optedOut: true}, false],
  ['a visitor who is gone', {visitorId: 'v'}, {}, true],
  ['a visitor after whom another one came', {visitorId: 'v'}, {visitorId: 'w'}, true],
  ['a visitor who got an id', {optedOut: true}, {optedOut: true, visitorId: 'v'}, false],
  ['a visitor without an id who is still there', {optedOut: true}, {optedOut: true}, false],
  ['a visitor without an id who is gone', {optedOut: true}, {}, true],
  ['nobody, whom a page knew', emptyVisit, {}, false],
];

describe('isForgotten', () => {
  for (const [title, known, visit, isIt] of cases) {
    it(`${isIt ? 'holds' : 'does not hold'} for ${title}`, () => {
      expect(isForgotten(known, visit)).to.equal(isIt);
    });
  }
});
