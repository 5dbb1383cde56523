import {bundlers, jest, vite} from './fixtures.js';
import type {Stack} from './stack.js';

export const programs: readonly Stack[] = [
  {name: 'Jest, in jsdom', fixture: jest, run: ['node --experimental-vm-modules node_modules/jest/bin/jest.js']},
  {name: 'Vitest, in jsdom', fixture: vite, run: ['vitest run --root units --environment jsdom']},
  {name: 'Vitest, in happy-dom', fixture: vite, run: ['vitest run --root units --environment happy-dom']},
  {name: 'Node, by import and by require', fixture: bundlers, run: ['node import.mjs']},
];
