import {attackRows} from './attack-rows.js';
import {earlyRows} from './early-rows.js';
import {foundRows} from './found-rows.js';
import {lateRows} from './late-rows.js';
import type {Row} from './row.js';

/** What goes wrong and what holds then, by the names of the tables. */
export const tables = {
  'found-on-pages': foundRows,
  faults: [...earlyRows, ...lateRows],
  attacks: attackRows,
} satisfies Readonly<Record<string, readonly Row[]>>;

export const rows: readonly Row[] = Object.values(tables).flat();
