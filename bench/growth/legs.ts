import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import type {Browser} from 'playwright';
import {startSite} from '../../scripts/site/site.js';
import {longestTask} from './longest-task.js';
import type {Subject} from './subject.js';

interface TimelinePage {
  /** Resolves when the first of it is painted. */
  readonly showLegs: (count: number) => Promise<void>;
  readonly settled: () => Promise<void>;
}

const folder = fileURLToPath(new URL('../../dist/parts/growth/', import.meta.url));

/** `<engagement-timeline>` with the record of an engagement that was transferred again and again. */
export async function growLegs(browser: Browser): Promise<Subject> {
  const entryPoints = [fileURLToPath(new URL('timeline-page.ts', import.meta.url))];
  // The package says of its built files alone that they have side effects.
  const output = {bundle: true, format: 'esm', minify: true, ignoreAnnotations: true} as const;
  await build({entryPoints, outdir: folder, logLevel: 'warning', ...output});
  const markup =
    '<!doctype html>\n<title>Timeline</title>\n<script type="module" src="/growth/timeline-page.js"></script>';
  const site = await startSite({pages: {'/timeline': () => markup}, folders: {'/growth/': folder}});
  return {
    name: 'legs',
    counted: 'legs in the timeline',
    counts: [5, 50, 500, 5_000],
    measures: ['first task (ms)', 'longest task (ms)', 'rows in the DOM', 'height of the page (px)'],
    measure: (count) => measure(browser, `${site.url}/timeline`, count),
    close: () => site.close(),
  };
}

async function measure(browser: Browser, url: string, count: number): Promise<readonly number[]> {
  const page = await browser.newPage({viewport: {width: 1280, height: 800}});
  await page.goto(url);
  await page.waitForFunction('globalThis.showLegs');
  const first = await longestTask(browser, page, () =>
    page.evaluate((legs) => (globalThis as unknown as TimelinePage).showLegs(legs), count),
  );
  const later = await longestTask(browser, page, () =>
    page.evaluate(() => (globalThis as unknown as TimelinePage).settled()),
  );
  const [rows, height] = await page.evaluate(() => {
    const {shadowRoot} = document.querySelector('engagement-timeline') ?? document.body;
    return [shadowRoot?.querySelectorAll('[part~=entry]').length ?? 0, document.documentElement.scrollHeight] as const;
  });
  await page.close();
  return [first, Math.max(first, later), rows, height];
}
