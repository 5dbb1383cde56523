import {chromium} from 'playwright';
import {startSandbox} from '../demo/sandbox/sandbox.js';
import {requireBrowser} from '../scripts/browsers.mjs';
import {loadCold, type Conditions, type Sample} from './cold-load.js';
import {benchDeliveries} from './deliveries.js';
import {loadTable, type PageSamples} from './load-table.js';
import {pages, prepareAccounts} from './pages.js';
import {startSite} from './site.js';

// npm run bench          11 loads of every page under every condition
// npm run bench -- 3     3 loads, for a first look

const fast: Conditions = {isSlowNetwork: false, cpuSlowdown: 1, rest: 1_000};
const slowCpu: Conditions = {isSlowNetwork: false, cpuSlowdown: 4, rest: 1_500};
const slowNetwork: Conditions = {isSlowNetwork: true, cpuSlowdown: 1, rest: 2_000};

const loads = Number(process.argv[2] ?? 11);
const sandbox = await startSandbox();
const site = await startSite(sandbox.url);
const browser = await chromium.launch({executablePath: requireBrowser('chromium'), args: ['--no-sandbox']});
await prepareAccounts(sandbox);

/** Loads all pages in turn, again and again, so that other work on the machine affects all of them. */
async function sampleAll(conditions: Conditions): Promise<PageSamples> {
  const samples: Sample[][] = pages.map(() => []);
  for (let load = 0; load < loads; load++) {
    for (const [index, {isReturn}] of pages.entries()) {
      samples[index]?.push(await loadCold(browser, site.pageUrl(index), conditions, isReturn));
    }
  }
  return samples;
}

const results = {
  fast: await sampleAll(fast),
  slowCpu: await sampleAll(slowCpu),
  slowNetwork: await sampleAll(slowNetwork),
};
await browser.close();
site.close();
await sandbox.close();

console.log(loadTable(results));
console.log(`\n${await benchDeliveries(loads * 3)}`);
