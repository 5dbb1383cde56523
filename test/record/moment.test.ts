import {expect} from '@open-wc/testing';
import {readDetails} from '../../src/record/details.js';
import {deriveMoment, deriveSpan, readMoment} from '../../src/record/moment.js';

describe('A moment', () => {
  for (const [text, ms] of [
    ['2017-07-07T13:47:21.150Z', 1499435241150],
    ['2021-04-09T17:00:00.1Z', 1617987600100],
    ['2019-07-23T19:45:21+02:00', 1563903921000],
    ['soon', undefined],
  ] as const) {
    it(`${text} keeps what the vendor wrote`, () => {
      expect(readMoment(text)).to.deep.equal({text, ms, basis: 'measured'});
    });
  }

  for (const text of ['', null, undefined]) {
    it(`is none when the vendor says ${JSON.stringify(text)}`, () => {
      expect(readMoment(text)).to.equal(undefined);
    });
  }

  it('says when it was derived', () => {
    expect(deriveMoment(0)).to.deep.equal({text: '1970-01-01T00:00:00.000Z', ms: 0, basis: 'derived'});
    expect(deriveMoment(NaN)).to.equal(undefined);
  });
});

describe('The time between two moments', () => {
  const noon = readMoment('2026-01-01T12:00:00Z');
  const later = readMoment('2026-01-01T12:00:01.500Z');
  for (const [title, from, to, seconds] of [
    ['is derived, in seconds', noon, later, 1.5],
    ['may be nothing', noon, noon, 0],
    ['is never negative', later, noon, undefined],
    ['needs both', noon, undefined, undefined],
    ['needs readable ones', readMoment('soon'), noon, undefined],
  ] as const) {
    it(title, () => {
      expect(deriveSpan(from, to)).to.deep.equal(seconds === undefined ? undefined : {seconds, basis: 'derived'});
    });
  }
});

describe('Details', () => {
  it('are the plain facts, and nothing that is absent or empty', () => {
    const facts = {text: 'a', number: 0, flag: false, empty: '', nothing: null, absent: undefined, list: [1], more: {}};
    expect(readDetails(facts)).to.deep.equal({text: 'a', number: 0, flag: false});
  });
});
