import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {measure} from '../../../scripts/house/measures.js';
import {readModules} from '../../../scripts/house/modules.js';
import {checkTree, type Tree} from './source-tree.js';

/** What is wrong with src, in sentences. */
const problemsOf = (tree: Tree): string[] =>
  checkTree(tree, (root) => measure(readModules(root, ['src'])).flatMap(({problems}) => problems));

const lines = (count: number): string => '  void 0;\n'.repeat(count);
const functionOf = (count: number, name = 'work') => `export function ${name}() {\n${lines(count - 2)}}\n`;
const manyFunctions = (count: number, length: number) =>
  Array.from({length: count}, (_, index) => functionOf(length, `work${index}`)).join('');

const breaches: Readonly<Record<string, readonly [tree: Tree, says: readonly string[]]>> = {
  'more than a tenth of the functions over 14 lines': [
    {'src/http/a.ts': manyFunctions(8, 14) + functionOf(15)},
    ['Only 88.9 % of 9 functions have at most 14 lines.'],
  ],
  'a function over 40 lines': [
    {'src/http/a.ts': `/** Long. */\n${functionOf(41)}${manyFunctions(10, 3)}`},
    ['src/http/a.ts:2: work has 41 lines.'],
  ],
  'a method, an arrow function and a constructor over 40 lines': [
    {
      'src/http/a.ts': `class A {\n  constructor() {\n${lines(40)}  }\n  #run() {\n${lines(40)}  }\n}\n`,
      'src/http/b.ts': `export const go = () => {\n${lines(40)}};\n${manyFunctions(30, 3)}`,
    },
    [
      'src/http/a.ts:2: the constructor has 42 lines.',
      'src/http/a.ts:44: #run has 42 lines.',
      'src/http/b.ts:1: go has 42 lines.',
    ],
  ],
  'a file over 250 lines': [{'src/http/a.ts': 'export const a = 1;\n'.repeat(251)}, ['src/http/a.ts has 251 lines.']],
  'a file of one short function with one caller': [
    {
      'src/http/a.ts': `import {b} from './b.js'; export const a = [b()];\n`,
      'src/http/b.ts': `import type {C} from './c.js'; export type B = C; ${functionOf(5, 'b')}`,
      'src/http/c.ts': `export interface C {}\n`,
    },
    ['src/http/b.ts holds one short function of src/http/a.ts.'],
  ],
  'a third class that extends an element': [
    {
      'src/element/a.ts':
        'class A extends LitElement {} class B extends A {} class C extends BElement {} new (class extends HTMLElement {})',
    },
    [
      'src/element/a.ts extends LitElement.',
      'src/element/a.ts extends BElement.',
      'src/element/a.ts extends HTMLElement.',
    ],
  ],
};

const sound: Readonly<Record<string, Tree>> = {
  'functions of 14 lines, and one in ten of 40': {'src/http/a.ts': manyFunctions(9, 14) + functionOf(40)},
  'a long style sheet': {'src/element/a.styles.ts': 'css``;\n'.repeat(300)},
  'a file of 250 lines': {'src/http/a.ts': 'export const a = 1;\n'.repeat(250)},
  'a short function with two callers': {
    'src/http/a.ts': `export {b} from './b.js';`,
    'src/http/b.ts': `export const b = () => 1;`,
    'src/http/c.ts': `import {b} from './b.js';`,
  },
  'a short function beside another one': {
    'src/http/a.ts': `export {b} from './b.js';`,
    'src/http/b.ts': `export const b = () => 1; export const c = () => 2;`,
  },
  'a function of six lines with one caller': {
    'src/http/a.ts': `export {work} from './b.js';`,
    'src/http/b.ts': functionOf(6),
  },
  'two elements': {'src/element/a.ts': 'class A extends LitElement {} class B extends LitElement {}'},
};

describe('the measures of the house', () => {
  for (const [what, [tree, says]] of Object.entries(breaches)) {
    it(`report ${what}`, () => {
      assert.deepEqual(problemsOf(tree), says);
    });
  }

  for (const [what, tree] of Object.entries(sound)) {
    it(`allow ${what}`, () => {
      assert.deepEqual(problemsOf(tree), []);
    });
  }
});
