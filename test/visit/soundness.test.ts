import {expect} from '@open-wc/testing';
import {areSound, type Shape} from '../../src/visit/soundness.js';

const cases: readonly (readonly [title: string, value: unknown, shape: Shape, isSound: boolean])[] = [
  ['an id', 'v', 'id', true],
  ['an id of 256 characters', 'v'.repeat(256), 'id', true],
  ['an id of 257 characters', 'v'.repeat(257), 'id', false],
  ['an id that is a list', ['v'], 'id', false],
  ['an id that is a number', 7, 'id', false],
  ['a number', 7, 'number', true],
  ['a number that is a text', '7', 'number', false],
  ['an object with more than it must hold', {name: 'va', at: 5}, {name: 'string'}, true],
  ['an object without what it must hold', {at: 5}, {name: 'string'}, false],
  ['an object that is null', null, {}, false],
  ['an object that is a text', 'text', {}, false],
  ['an object that is a text with what it must hold', 'text', {length: 'number'}, false],
  ['a fact that is absent', undefined, 'number', true],
];

describe('areSound', () => {
  for (const [title, fact, shape, isSound] of cases) {
    it(`${isSound ? 'accepts' : 'refuses'} ${title}`, () => {
      expect(areSound({fact}, {fact: shape})).to.equal(isSound);
    });
  }

  it('refuses facts of which one is corrupt', () => {
    expect(areSound({one: 1, other: 'two'}, {one: 'number', other: 'number'})).to.equal(false);
  });
});
