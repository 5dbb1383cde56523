import {expect} from '@open-wc/testing';
import {complete, longestSnooze, settlementOf, snoozeLeft} from '../../src/engagement/recollection.js';
import type {SourceFact} from '../../src/engagement/source.js';
import {createOffer} from '../support/fakes/scripted-source.js';

const now = Date.parse('2026-11-27T12:00Z');
const day = 86_400_000;
const unlimited = {most: Infinity, now};

describe('What a visit remembers', () => {
  for (const [title, left, expected] of [
    ['is over', -1, 0],
    ['ends now', 0, 0],
    ['has not ended', 1, 1],
    ['is as long as can be', longestSnooze, longestSnooze],
    ['is longer than can be', longestSnooze + 1, 0],
  ] as const) {
    it(`of a snooze that ${title} is ${expected} ms`, () => {
      expect(snoozeLeft({snoozedUntil: now + left}, now)).to.equal(expected);
    });
  }

  it('of no snooze is no time', () => {
    expect(snoozeLeft({}, now)).to.equal(0);
  });

  for (const [title, shown, limit, expected] of [
    ['may be shown while there are fewer', {b: now}, {most: 2}, undefined],
    ['is one too many', {b: now, c: now}, {most: 2}, 'dismissed'],
    ['may be shown again', {b: now, a: now}, {most: 2}, undefined],
    ['may be shown again although the limit is lower now', {b: now, a: now, c: now}, {most: 1}, undefined],
    ['may not be shown again when there may be none', {a: now}, {most: 0}, 'dismissed'],
    ['stays where it is shown', {b: now, c: now}, {most: 2, shownOfferId: 'a'}, undefined],
    ['does not come beside another that is shown', {b: now, c: now}, {most: 2, shownOfferId: 'b'}, 'dismissed'],
    ['may be shown a day after another', {b: now - day}, {most: 1}, undefined],
    ['may not be shown within a day of another', {b: now - day + 1}, {most: 1}, 'dismissed'],
    ['may be shown where a clock was changed', {b: now + day}, {most: 1}, undefined],
  ] as const) {
    it(`lets an invitation be: it ${title}`, () => {
      expect(settlementOf({shown}, 'a', {now, ...limit})).to.equal(expected);
    });
  }

  for (const [title, fact, visit, added] of [
    ['nothing to an invitation that is new', {type: 'expose', offer: createOffer('a')}, {}, {}],
    [
      'an answer to an invitation',
      {type: 'expose', offer: createOffer('a')},
      {settled: {a: 'accepted'}},
      {settled: 'accepted'},
    ],
    ['a fold to an invitation', {type: 'expose', offer: createOffer('a')}, {folded: {a: 0}}, {folded: 0}],
    [
      'a fold and no answer to a conversation',
      {type: 'conversation', offer: createOffer('a')},
      {settled: {a: 'dismissed'}, optedOut: true, folded: {a: 2}},
      {folded: 2},
    ],
    [
      'nothing of another offer',
      {type: 'expose', offer: createOffer('a')},
      {settled: {b: 'accepted'}, folded: {b: 2}},
      {},
    ],
    [
      'nothing to a fact without an offer',
      {type: 'withdraw', offerId: 'a'},
      {settled: {a: 'accepted'}, folded: {a: 2}},
      {},
    ],
  ] as const) {
    it(`adds ${title}`, () => {
      expect(complete(fact satisfies SourceFact, visit, unlimited)).to.deep.equal({...fact, ...added});
    });
  }
});
