import type {Sample} from './cold-load.js';
import {median} from './median.js';
import {pages} from './pages.js';
import {table} from './table.js';

/** The samples of every page, in the order of `pages`. */
export type PageSamples = readonly (readonly Sample[])[];

/** The samples under each condition. */
export interface Results {
  readonly fast: PageSamples;
  readonly slowCpu: PageSamples;
  readonly slowNetwork: PageSamples;
}

const header = [
  'page',
  'script bytes (brotli)',
  'requests',
  'first call, fast / slow 4G (ms)',
  'visible, fast / 4x CPU / slow 4G (ms)',
  'main thread ÷ empty, 1x / 4x',
  'script, 1x / 4x (ms)',
  'long tasks at 4x',
  'heap + (KB)',
  'layout shift',
];

/** Makes the table of medians, one row for each page. */
export function loadTable(results: Results): string {
  return table(
    header,
    pages.map(({name}, index) => [name, ...cells(results, index)]),
  );
}

function cells(results: Results, index: number): string[] {
  const of = (condition: keyof Results, measure: keyof Sample, page = index): number =>
    medianOf(results[condition][page], measure);
  const each = (measure: keyof Sample, ...conditions: (keyof Results)[]): string =>
    conditions.map((condition) => shown(of(condition, measure))).join(' / ');
  const ratio = (condition: keyof Results): string => (of(condition, 'task') / of(condition, 'task', 0)).toFixed(2);
  return [
    shown(of('fast', 'bytes'), 0),
    shown(of('fast', 'requests'), 0),
    each('firstCall', 'fast', 'slowNetwork'),
    each('visible', 'fast', 'slowCpu', 'slowNetwork'),
    `${ratio('fast')} / ${ratio('slowCpu')}`,
    each('script', 'fast', 'slowCpu'),
    shown(of('slowCpu', 'longTasks'), 0),
    shown((of('fast', 'heap') - of('fast', 'heap', 0)) / 1000, 0),
    shown(of('fast', 'shift'), 4),
  ];
}

function medianOf(samples: readonly Sample[] = [], measure: keyof Sample): number {
  return median(samples.flatMap((sample) => sample[measure] ?? []));
}

function shown(value: number, digits = 1): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits);
}
