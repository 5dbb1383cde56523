import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {Samples} from '../measures/sampling.js';
import type {BenchPages} from '../pages/page.js';
import {circumstances} from './circumstances.js';
import {Figures} from './figures.js';
import {goalRows} from './goals.js';
import {LoadTables} from './load-tables.js';
import {table} from './table.js';

/** What a run has measured. */
export interface Run {
  readonly samples: Samples;
  readonly pages: BenchPages;
  readonly loads: number;
  /** Version of the browser. */
  readonly browser: string;
  /** Table in Markdown of the delivery of invitations. */
  readonly deliveries: string;
}

const inShort = ['empty', 'vanilla', 'lit', 'noOffer', 'offer', 'preload', 'returning', 'npmOffer'];

/** Writes bench/results.md. */
export function writeResults(run: Run): void {
  writeFileSync(fileURLToPath(new URL('../results.md', import.meta.url)), describe(run));
}

function describe({samples, pages, loads, browser, deliveries}: Run): string {
  const figures = new Figures(samples);
  const tables = new LoadTables(figures, pages);
  const parts: readonly (readonly [title: string, content: string])[] = [
    ['Goals', table(goalRows(figures))],
    // README.md shows this part.
    ['In short', table(tables.short(inShort))],
    ['Bytes', table(tables.transfer())],
    ['Times (ms)', table(tables.times())],
    ['Costs', table(tables.costs())],
    ['Delivery of an invitation', deliveries],
  ];
  const head = `# Results\n\n${circumstances(`Chromium ${browser}`)}; medians of ${loads} cold loads.\n\n[What these mean, and how they are measured](README.md)\n`;
  return `${head}${parts.map(([title, content]) => `\n## ${title}\n\n${content}\n`).join('')}`;
}
