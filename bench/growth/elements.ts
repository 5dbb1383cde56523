import type {Browser} from 'playwright';
import {startBenchSite} from '../bench-site.js';
import {longestTask} from './longest-task.js';
import type {Subject} from './subject.js';

/** How long a page is left alone after its last element has its offer, in ms. */
const rest = 1_000;

/** Many elements on one page, all with the same settings. */
export async function growElements(browser: Browser): Promise<Subject> {
  const counts = [1, 3, 10, 30, 100];
  const pages = counts.map((count) => [
    String(count),
    {title: String(count), markup: (origin: string) => tags(origin, count)},
  ]);
  const site = await startBenchSite(Object.fromEntries(pages) as Parameters<typeof startBenchSite>[0]);
  return {
    name: 'elements',
    counted: 'elements on a page',
    counts,
    measures: ['requests', 'longest task (ms)', 'nodes'],
    measure: (count) => measure(browser, site.url, count),
    close: () => site.close(),
  };
}

function tags(origin: string, count: number): string {
  const tag = `<web-engagement account-id="offer" app-installation-id="bench" api-host="${origin}"></web-engagement>`;
  return `${tag.repeat(count)}\n<script type="module" src="/npm/app.js"></script>`;
}

async function measure(browser: Browser, origin: string, count: number): Promise<readonly number[]> {
  const page = await browser.newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  let requests = 0;
  page.on('request', (request) => (requests += request.method() === 'GET' ? 0 : 1));
  // Tracing needs the page's process, which a page of this origin has from the beginning.
  await page.goto(`${origin}/script/web-engagement.js`);
  const task = await longestTask(browser, page, async () => {
    await page.goto(`${origin}/${count}`);
    await page.waitForFunction(
      (all) =>
        [...document.querySelectorAll('web-engagement')].filter((tag) => 'state' in tag && tag.state === 'expose')
          .length === all,
      count,
    );
    await page.waitForTimeout(rest);
  });
  const {metrics} = await devtools.send('Performance.getMetrics');
  await page.close();
  return [requests, task, metrics.find(({name}) => name === 'Nodes')?.value ?? NaN];
}
