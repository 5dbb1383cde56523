import {chromium} from 'playwright';
import {startSandbox} from '../demo/sandbox/sandbox.js';
import {requireBrowser} from '../scripts/browsers.mjs';
import {benchDeliveries} from './deliveries.js';
import {loadCold, type Conditions, type Sample} from './cold-load.js';
import {median} from './median.js';
import {pages, prepareAccounts} from './pages.js';
import {startSite} from './site.js';
import {table} from './table.js';

// npm run bench          11 loads of every page under every condition
// npm run bench -- 3     3 loads, for a first look

const fast: Conditions = {name: 'fast network', isSlowNetwork: false, cpu: 1, rest: 1_000};
const slowCpu: Conditions = {name: '4x slower CPU', isSlowNetwork: false, cpu: 4, rest: 1_500};
const slowNetwork: Conditions = {name: 'slow 4G', isSlowNetwork: true, cpu: 1, rest: 2_000};

const loads = Number(process.argv[2] ?? 11);
const sandbox = await startSandbox();
const site = await startSite(sandbox.url);
const browser = await chromium.launch({executablePath: requireBrowser('chromium'), args: ['--no-sandbox']});
await prepareAccounts(sandbox);

/** Loads all pages in turn, again and again, so that whatever else the machine does hits each of them. */
async function sampleAll(conditions: Conditions): Promise<Sample[][]> {
  const samples: Sample[][] = pages.map(() => []);
  for (let load = 0; load < loads; load++) {
    for (const [index, {isReturn}] of pages.entries()) {
      samples[index]?.push(await loadCold(browser, site.pageUrl(index), conditions, isReturn));
    }
  }
  return samples;
}

const medianOf = (samples: readonly Sample[] | undefined, name: keyof Sample): number =>
  median((samples ?? []).flatMap((sample) => sample[name] ?? []));

const results = {
  fast: await sampleAll(fast),
  slowCpu: await sampleAll(slowCpu),
  slowNetwork: await sampleAll(slowNetwork),
};
await browser.close();
site.close();
await sandbox.close();

type Run = keyof typeof results;

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

const rows = pages.map(({name}, index) => {
  const of = (run: Run, what: keyof Sample) => medianOf(results[run][index], what);
  const all = (what: keyof Sample, ...runs: Run[]) => runs.map((run) => shown(of(run, what))).join(' / ');
  const ratio = (run: Run) => (of(run, 'task') / medianOf(results[run][0], 'task')).toFixed(2);
  return [
    name,
    shown(of('fast', 'bytes'), 0),
    shown(of('fast', 'requests'), 0),
    all('firstCall', 'fast', 'slowNetwork'),
    all('visible', 'fast', 'slowCpu', 'slowNetwork'),
    `${ratio('fast')} / ${ratio('slowCpu')}`,
    all('script', 'fast', 'slowCpu'),
    shown(of('slowCpu', 'longTasks'), 0),
    shown((of('fast', 'heap') - medianOf(results.fast[0], 'heap')) / 1000, 0),
    shown(of('fast', 'shift'), 4),
  ];
});

function shown(value: number, digits = 1): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits);
}

console.log(table(header, rows));
console.log(`\n${await benchDeliveries(loads * 3)}`);
