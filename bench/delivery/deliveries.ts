import {chromium} from 'playwright';
import {startSandbox} from '../../demo/sandbox/sandbox.js';
import {requireBrowser} from '../../scripts/browsers.mjs';
import {startBenchSite} from '../bench-site.js';
import {Listener} from './listener.js';
import {median} from '../measures/median.js';
import {routes} from './routes.js';
import {table} from '../report/table.js';

/**
 * Measures how long invitations take to reach a page by each route.
 *
 * @param deliveries number of invitations by each route
 * @returns a table in Markdown
 */
export async function benchDeliveries(deliveries: number): Promise<string> {
  const sandbox = await startSandbox();
  const site = await startBenchSite({empty: {title: 'empty'}});
  const browser = await chromium.launch({executablePath: requireBrowser('chromium'), args: ['--no-sandbox']});
  const listeners: Listener[] = [];
  for (const route of routes) listeners.push(await Listener.open(browser, `${site.url}/empty`, sandbox.url, route));
  const times = await measureInTurn(listeners, deliveries);
  await browser.close();
  site.close();
  await sandbox.close();
  return deliveryTable(times);
}

/** Measures the listeners in turn, so that other work on the machine affects all of them. */
async function measureInTurn(listeners: readonly Listener[], deliveries: number): Promise<number[][]> {
  const times: number[][] = listeners.map(() => []);
  for (let delivery = 0; delivery < deliveries; delivery++) {
    for (const [index, listener] of listeners.entries()) times[index]?.push(await listener.measure());
  }
  return times;
}

function deliveryTable(times: readonly (readonly number[])[]): string {
  const [floor = NaN] = times.map(([, ...others]) => median(others));
  const rows = routes.map(({name}, index) => {
    const [first = NaN, ...others] = times[index] ?? [];
    const middle = median(others);
    return [name, first.toFixed(0), middle.toFixed(1), Math.max(...others).toFixed(0), (middle / floor).toFixed(2)];
  });
  return table([
    ['route of the invitation', 'first (ms)', 'median of the others (ms)', 'worst (ms)', '÷ floor'],
    ...rows,
  ]);
}
