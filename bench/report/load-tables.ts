import {conditions, type ConditionName} from '../measures/conditions.js';
import type {Measure} from '../measures/sample.js';
import type {BenchPages} from '../pages/page.js';
import type {Figures} from './figures.js';

type Rows = readonly (readonly string[])[];

const names = Object.keys(conditions) as ConditionName[];

/** Makes the tables of a run, one row for each page, header first. */
export class LoadTables {
  readonly #figures: Figures;
  readonly #pages: BenchPages;

  constructor(figures: Figures, pages: BenchPages) {
    this.#figures = figures;
    this.#pages = pages;
  }

  transfer(): Rows {
    const header = [
      'page',
      'before the first call, br / decoded',
      'until visible, br / decoded',
      'files until visible',
    ];
    return this.#rows(header, (page) => [
      this.#each(page, ['callBytes', 'callDecoded'], 'slowNetwork'),
      this.#each(page, ['bytes', 'decoded'], 'slowNetwork'),
      this.#one(page, 'requests', 'slowNetwork'),
    ]);
  }

  times(): Rows {
    return this.#rows(['page', 'first call, 1× / 4× / slow 4G', 'visible, 1× / 4× / slow 4G', 'INP, 4×'], (page) => [
      names.map((condition) => this.#one(page, 'firstCall', condition)).join(' / '),
      names.map((condition) => this.#one(page, 'visible', condition)).join(' / '),
      this.#one(page, 'inp', 'slowCpu'),
    ]);
  }

  costs(): Rows {
    const header = [
      'page',
      'main thread ÷ empty, 1× / 4×',
      'script, 1× / 4×',
      'long tasks, 1× / 4×',
      'heap added (KB)',
      'nodes added',
      'layout shift',
    ];
    const cpus = ['fast', 'slowCpu'] as const;
    return this.#rows(header, (page) => [
      cpus.map((condition) => shown(this.#figures.ratio(page, 'empty', 'task', condition), 2)).join(' / '),
      cpus.map((condition) => this.#one(page, 'script', condition, 1)).join(' / '),
      cpus.map((condition) => this.#one(page, 'longTasks', condition)).join(' / '),
      shown(this.#figures.added(page, 'heap') / 1000),
      shown(this.#figures.added(page, 'nodes')),
      shown(this.#figures.of(page, 'shift', 'slowNetwork'), 4),
    ]);
  }

  /** What README.md shows of some pages. */
  short(pages: readonly string[]): Rows {
    const header = [
      'page',
      'before the question',
      'until the card',
      'visible, 1× / slow 4G (ms)',
      'main thread ÷ empty page',
    ];
    const cells = (page: string) => [
      kilobytes(this.#figures.of(page, 'callBytes', 'slowNetwork')),
      kilobytes(this.#figures.of(page, 'bytes', 'slowNetwork')),
      `${this.#one(page, 'visible', 'fast')} / ${this.#one(page, 'visible', 'slowNetwork')}`,
      shown(this.#figures.ratio(page, 'empty', 'task'), 2),
    ];
    return this.#rows(header, cells, pages);
  }

  #rows(
    header: readonly string[],
    cells: (page: string) => readonly string[],
    pages: readonly string[] = Object.keys(this.#pages),
  ): Rows {
    return [header, ...pages.map((page) => [this.#pages[page]?.title ?? page, ...cells(page)])];
  }

  #one(page: string, measure: Measure, condition: ConditionName, digits = 0): string {
    return shown(this.#figures.of(page, measure, condition), digits);
  }

  #each(page: string, measures: readonly Measure[], condition: ConditionName): string {
    return measures.map((measure) => this.#one(page, measure, condition)).join(' / ');
  }
}

function shown(value: number, digits = 0): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits);
}

function kilobytes(bytes: number): string {
  return Number.isNaN(bytes) ? '–' : `${(bytes / 1000).toFixed(1)} kB`;
}
