import {chromium} from 'playwright';
import {startSandbox} from '../demo/sandbox/sandbox.js';
import {requireBrowser} from '../scripts/browsers.mjs';
import {Listener, routes} from './delivery.js';
import {median} from './median.js';
import {startSite} from './site.js';
import {table} from './table.js';

/** Measures the way of `deliveries` invitations by each route, and returns a table. */
export async function benchDeliveries(deliveries: number): Promise<string> {
  const sandbox = await startSandbox();
  const site = await startSite(sandbox.url);
  const browser = await chromium.launch({executablePath: requireBrowser('chromium'), args: ['--no-sandbox']});
  const listeners: Listener[] = [];
  for (const route of routes) listeners.push(await Listener.open(browser, site.pageUrl(0), sandbox.url, route));
  const times: number[][] = routes.map(() => []);
  // In turn, so that whatever else the machine does hits each of them.
  for (let delivery = 0; delivery < deliveries; delivery++) {
    for (const [index, listener] of listeners.entries()) times[index]?.push(await listener.measure());
  }
  await browser.close();
  site.close();
  await sandbox.close();

  const [floor = NaN] = times.map(([, ...others]) => median(others));
  const rows = routes.map(({name}, index) => {
    const [first = NaN, ...others] = times[index] ?? [];
    const middle = median(others);
    return [name, first.toFixed(0), middle.toFixed(1), Math.max(...others).toFixed(0), (middle / floor).toFixed(2)];
  });
  return table(['way of the invitation', 'first (ms)', 'median of the others (ms)', 'worst (ms)', '÷ floor'], rows);
}
