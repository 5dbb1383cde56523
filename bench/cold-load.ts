import type {Browser, BrowserContext, CDPSession, Page} from 'playwright';

/** The visitor's network and computer. */
export interface Conditions {
  readonly isSlowNetwork: boolean;
  /** How many times slower than this machine the CPU is. */
  readonly cpuSlowdown: number;
  /** How long the page is left alone before it is measured, in ms. */
  readonly rest: number;
}

/** The cost of one load of one page. Moments are in ms since the start of the navigation. */
export interface Sample {
  /** Compressed bytes of the scripts that were loaded before the invitation was visible. */
  readonly bytes: number;
  /** Number of these scripts. */
  readonly requests: number;
  /** When the request to the platform started. */
  readonly firstCall: number | undefined;
  /** When the invitation was visible. */
  readonly visible: number | undefined;
  /** Time that the main thread worked, in ms. */
  readonly task: number;
  /** Time that it ran scripts, in ms. */
  readonly script: number;
  readonly longTasks: number;
  /** In bytes. */
  readonly heap: number;
  readonly shift: number;
}

/** What a page notes about itself (`pages.ts`). */
interface Notes {
  readonly shift: number;
  readonly longTasks: number;
  readonly visible: number | null;
}

/** A slow 4G connection: 1.6 Mbit/s, 150 ms. */
const slowNetwork = {offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000};

/**
 * Loads a page with an empty cache and measures it.
 *
 * @param isReturn whether the visitor has loaded the page before, so that IndexedDB remembers them
 */
export async function loadCold(
  browser: Browser,
  url: string,
  conditions: Conditions,
  isReturn = false,
): Promise<Sample> {
  const context = await browser.newContext();
  try {
    if (isReturn) await visit(context, url);
    return await measure(context, url, conditions);
  } finally {
    await context.close();
  }
}

async function visit(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('[part=card]').waitFor();
  await page.close();
}

async function measure(context: BrowserContext, url: string, conditions: Conditions): Promise<Sample> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await emulate(devtools, conditions);
  await page.goto(url);
  // A fixed time for every page: to ask a page whether it is done would itself be work for the page.
  await page.waitForTimeout(conditions.rest);
  const {TaskDuration = 0, ScriptDuration = 0} = await readMetrics(devtools);
  await devtools.send('HeapProfiler.collectGarbage');
  const {JSHeapUsedSize = 0} = await readMetrics(devtools);
  const {notes, entries} = await readPage(page);
  const scripts = entries.filter(
    ({name, responseEnd}) => /\.js$/.test(name) && responseEnd <= (notes.visible ?? Infinity),
  );
  return {
    bytes: scripts.reduce((sum, {encodedBodySize}) => sum + encodedBodySize, 0),
    requests: scripts.length,
    firstCall: entries.find(({name}) => name.includes('/engagement?'))?.startTime,
    visible: notes.visible ?? undefined,
    task: TaskDuration * 1000,
    script: ScriptDuration * 1000,
    longTasks: notes.longTasks,
    heap: JSHeapUsedSize,
    shift: notes.shift,
  };
}

async function emulate(devtools: CDPSession, {isSlowNetwork, cpuSlowdown}: Conditions): Promise<void> {
  await devtools.send('Network.enable');
  await devtools.send('Network.clearBrowserCache');
  if (isSlowNetwork) await devtools.send('Network.emulateNetworkConditions', slowNetwork);
  await devtools.send('Emulation.setCPUThrottlingRate', {rate: cpuSlowdown});
  await devtools.send('Performance.enable');
}

async function readMetrics(devtools: CDPSession): Promise<Partial<Record<string, number>>> {
  const {metrics} = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({name, value}) => [name, value]));
}

function readPage(page: Page): Promise<{notes: Notes; entries: PerformanceResourceTiming[]}> {
  return page.evaluate(() => ({
    notes: (globalThis as unknown as {notes: Notes}).notes,
    entries: performance.getEntriesByType('resource').map((entry) => entry.toJSON() as PerformanceResourceTiming),
  }));
}
