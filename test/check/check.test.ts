import {expect} from '@open-wc/testing';
import * as z from 'zod/mini';
import {check} from '../../src/check/check.js';

const schema = z.looseObject({
  id: z.string().check(z.regex(/^[a-z]+$/, 'small letters')),
  kind: z.optional(z.literal(['a', 'b'])),
  list: z.optional(z.array(z.object({size: z.pipe(z.union([z.number(), z.string()]), z.transform(Number))}))),
});

describe('check', () => {
  it('gives the value in its canonical form, with keys that the schema does not know', () => {
    const {data, problem} = check(schema, {id: 'x', list: [{size: '5'}], more: true});
    expect(data).to.deep.equal({id: 'x', list: [{size: 5}], more: true});
    expect(problem).to.equal(undefined);
  });

  const problems: readonly [value: unknown, problem: string][] = [
    [undefined, 'expected object, got nothing'],
    [null, 'expected object, got null'],
    [[], 'expected object, got array'],
    [{}, 'id: expected string, got nothing'],
    [{id: ''}, 'id: expected small letters, got nothing'],
    [{id: 'SECRET'}, 'id: expected small letters, got string'],
    [{id: 'x', kind: 'SECRET'}, 'kind: expected a or b, got string'],
    [{id: 'x', list: [{size: 1}, 'SECRET']}, 'list.1: expected object, got string'],
  ];
  for (const [value, problem] of problems) {
    it(`says what is wrong with ${JSON.stringify(value)}, by its place and kind alone`, () => {
      expect(check(schema, value)).to.deep.equal({problem});
    });
  }
});
