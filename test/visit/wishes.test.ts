import {expect} from '@open-wc/testing';
import type {Visit} from '../../src/visit/visit.js';
import {changedWishes, toWishes, withWishes, type Wishes} from '../../src/visit/wishes.js';

const changes: readonly (readonly [title: string, before: Visit, after: Visit, wishes: Wishes | undefined])[] = [
  ['nothing where nothing has changed', {optedOut: true}, {optedOut: true}, undefined],
  ['nothing where only facts of the vendor have changed', {sessionId: 'a'}, {sessionId: 'b'}, undefined],
  [
    'the answers that are new, and none that were known',
    {settled: {a: 'accepted', b: 'dismissed'}},
    {settled: {a: 'accepted', b: 'accepted', c: 'dismissed'}},
    {settled: {b: 'accepted', c: 'dismissed'}},
  ],
  ['the invitations that were seen anew', {shown: {a: 1}}, {shown: {a: 1, b: 2}}, {shown: {b: 2}}],
  ['a fold that is new', {folded: {a: 1}}, {folded: {a: 1, b: 0}}, {folded: {b: 0}}],
  ['a fold that was undone', {folded: {a: 1, b: 0}}, {folded: {b: 0}}, {folded: {a: undefined}}],
  ['the end of a snooze', {}, {snoozedUntil: 5}, {snoozedUntil: 5}],
  ['an opt-out that was undone', {optedOut: true}, {optedOut: false}, {optedOut: false}],
];

const merges: readonly (readonly [title: string, visit: Visit, wishes: Wishes, merged: Visit])[] = [
  ['answers', {settled: {a: 'accepted'}}, {settled: {b: 'dismissed'}}, {settled: {a: 'accepted', b: 'dismissed'}}],
  ['invitations that were seen', {shown: {a: 1}}, {shown: {b: 2}}, {shown: {a: 1, b: 2}}],
  ['folds', {folded: {a: 1}}, {folded: {b: 0}}, {folded: {a: 1, b: 0}}],
  ['folds that were undone', {folded: {a: 1, b: 0}}, {folded: {a: undefined}}, {folded: {b: 0}}],
  ['a snooze', {visitorId: 'v'}, {snoozedUntil: 5}, {visitorId: 'v', snoozedUntil: 5}],
];

const foreign: readonly (readonly [title: string, message: unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'optedOut'],
  ['a number', 7],
  ['answers that are no record', {settled: 'all'}],
  ['a snooze that is no time', {snoozedUntil: 'tomorrow'}],
];

describe('changedWishes', () => {
  for (const [title, before, after, wishes] of changes) {
    it(`finds ${title}`, () => {
      expect(changedWishes(before, after)).to.deep.equal(wishes);
    });
  }
});

describe('withWishes', () => {
  for (const [title, visit, wishes, merged] of merges) {
    it(`adds ${title}, and nothing that was not said`, () => {
      expect(withWishes(visit, wishes)).to.deep.equal(merged);
    });
  }

  it('returns the same visit when it holds the wishes already', () => {
    const visit: Visit = {visitorId: 'v', settled: {a: 'accepted'}, shown: {a: 1}, folded: {b: 0}, optedOut: true};
    const {settled, shown, folded, optedOut} = visit;
    expect(withWishes(visit, {settled, shown, folded, optedOut})).to.equal(visit);
  });

  it('keeps the latest hundred invitations', () => {
    const shown = Object.fromEntries(Array.from({length: 100}, (_, at) => [`offer ${at}`, at]));
    const merged = withWishes({shown}, {shown: {latest: 100}}).shown ?? {};
    const {latest, 'offer 0': first, 'offer 1': second} = merged;
    expect([Object.keys(merged).length, latest, first, second]).to.deep.equal([100, 100, undefined, 1]);
  });
});

describe('toWishes', () => {
  it('reads what another tab has said', () => {
    const wishes: Wishes = {settled: {a: 'accepted'}, folded: {b: undefined}, optedOut: true};
    expect(toWishes(wishes)).to.deep.equal(wishes);
  });

  for (const [title, message] of foreign) {
    it(`finds no wishes in ${title}`, () => {
      expect(toWishes(message)).to.equal(undefined);
    });
  }
});
