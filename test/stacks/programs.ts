import {bundlers} from './fixtures.js';
import type {Stack} from './stack.js';

export const programs: readonly Stack[] = [
  {name: 'Node, by import and by require', fixture: bundlers, run: ['node import.mjs']},
];
