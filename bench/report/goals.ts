import type {OwnPage} from '../pages/pages.js';
import type {Figures} from './figures.js';

/** What a run is to show. */
interface Goal {
  readonly goal: string;
  readonly most: number;
  readonly unit: Unit;
  readonly measured: (figures: Figures) => number;
}

type Unit = 'kB' | 'KB' | '×' | 'ms' | '';

/** How many digits a figure of each unit has, unless it is whole. */
const digits: Readonly<Record<Unit, number>> = {kB: 2, KB: 0, '×': 2, ms: 0, '': 4};

/** Bytes are those of the slow network, where what is loaded beside a request does not come before it. */
const kilobytes = (figures: Figures, page: OwnPage, measure: 'bytes' | 'callBytes') =>
  figures.of(page, measure, 'slowNetwork') / 1000;

const sooner = (page: OwnPage, condition: 'fast' | 'slowNetwork') => (figures: Figures) =>
  figures.ratio(page, 'lit', 'visible', condition);

const mainThread = (page: OwnPage, condition: 'fast' | 'slowCpu') => (figures: Figures) =>
  figures.ratio(page, 'empty', 'task', condition);

const shows: readonly OwnPage[] = [
  'noOffer',
  'offer',
  'expectOffer',
  'preload',
  'returning',
  'conversation',
  'npmNoOffer',
  'npmOffer',
];

const largestShift = (figures: Figures) => Math.max(...shows.map((page) => figures.of(page, 'shift', 'slowNetwork')));

const goals: readonly Goal[] = [
  {
    goal: 'script tag: files before the question',
    most: 3,
    unit: 'kB',
    measured: (it) => kilobytes(it, 'offer', 'callBytes'),
  },
  {goal: 'no offer: all files', most: 3, unit: 'kB', measured: (it) => kilobytes(it, 'noOffer', 'bytes')},
  {goal: 'no offer: main thread ÷ empty page, 1×', most: 1.45, unit: '×', measured: mainThread('noOffer', 'fast')},
  {goal: 'no offer: main thread ÷ empty page, 4×', most: 1.3, unit: '×', measured: mainThread('noOffer', 'slowCpu')},
  {
    goal: 'no offer: first call ÷ vanilla floor, slow 4G',
    most: 1.1,
    unit: '×',
    measured: (it) => it.ratio('noOffer', 'vanilla', 'firstCall', 'slowNetwork'),
  },
  {goal: 'offer: files until the card', most: 19.5, unit: 'kB', measured: (it) => kilobytes(it, 'offer', 'bytes')},
  {goal: 'offer: main thread ÷ empty page, 1×', most: 3, unit: '×', measured: mainThread('offer', 'fast')},
  {goal: 'offer: main thread ÷ empty page, 4×', most: 2.6, unit: '×', measured: mainThread('offer', 'slowCpu')},
  {goal: 'offer: long tasks, 4×', most: 0, unit: '', measured: (it) => it.of('offer', 'longTasks', 'slowCpu')},
  {goal: 'offer: nodes added', most: 110, unit: '', measured: (it) => it.added('offer', 'nodes')},
  {goal: 'offer: heap added', most: 600, unit: 'KB', measured: (it) => it.added('offer', 'heap') / 1000},
  {goal: 'offer: visible ÷ Lit floor, 1×', most: 1.5, unit: '×', measured: sooner('offer', 'fast')},
  {goal: 'offer: visible ÷ Lit floor, slow 4G', most: 1.45, unit: '×', measured: sooner('offer', 'slowNetwork')},
  {
    goal: '`expect-offer`: visible ÷ Lit floor, slow 4G',
    most: 1.2,
    unit: '×',
    measured: sooner('expectOffer', 'slowNetwork'),
  },
  {
    goal: '`modulepreload`: visible ÷ Lit floor, slow 4G',
    most: 1.05,
    unit: '×',
    measured: sooner('preload', 'slowNetwork'),
  },
  {
    goal: 'returning visitor: visible ÷ Lit floor, slow 4G',
    most: 1.2,
    unit: '×',
    measured: sooner('returning', 'slowNetwork'),
  },
  {
    goal: 'npm by esbuild: files before the question',
    most: 12,
    unit: 'kB',
    measured: (it) => kilobytes(it, 'npmOffer', 'callBytes'),
  },
  {
    goal: 'npm by esbuild: files until the card',
    most: 21,
    unit: 'kB',
    measured: (it) => kilobytes(it, 'npmOffer', 'bytes'),
  },
  {goal: 'layout shift of every page', most: 0, unit: '', measured: largestShift},
  {
    goal: 'offer: from the click on accept to the next paint (INP), 4×',
    most: 100,
    unit: 'ms',
    measured: (it) => it.of('offer', 'inp', 'slowCpu'),
  },
];

/** Whether each goal holds in a run, header first. */
export function goalRows(figures: Figures): readonly (readonly string[])[] {
  const rows = goals.map(({goal, most, unit, measured}) => {
    const value = measured(figures);
    return [goal, shown(most, unit), shown(value, unit), value <= most ? 'yes' : '**no**'];
  });
  return [['goal', 'at most', 'measured', 'holds'], ...rows];
}

function shown(value: number, unit: Unit): string {
  if (Number.isNaN(value)) return '–';
  return `${Number.isInteger(value) ? value : value.toFixed(digits[unit])} ${unit}`.trim();
}
