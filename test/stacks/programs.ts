import {bundlers, jest, vite} from './fixtures.js';
import type {Stack} from './stack.js';

/** The declarations of the package are checked, too. */
const tsc = 'tsc entries.ts --noEmit --strict --target es2022 --lib es2023,dom,dom.iterable --types ""';

export const programs: readonly Stack[] = [
  {name: 'Jest, in jsdom', fixture: jest, run: ['node --experimental-vm-modules node_modules/jest/bin/jest.js']},
  {name: 'Vitest, in jsdom', fixture: vite, run: ['vitest run --root units --environment jsdom']},
  {name: 'Vitest, in happy-dom', fixture: vite, run: ['vitest run --root units --environment happy-dom']},
  {
    name: 'Parcel, when it reads `exports`',
    fixture: bundlers,
    run: ['cd parcel-exports && parcel build main.js --no-cache --log-level warn'],
  },
  {
    name: 'TypeScript 7, in each resolution of modules',
    fixture: bundlers,
    run: ['--module node16', '--module nodenext', '--module esnext --moduleResolution bundler'].map(
      (resolution) => `${tsc} ${resolution}`,
    ),
  },
  {name: 'Node, by import and by require', fixture: bundlers, run: ['node import.mjs']},
];
