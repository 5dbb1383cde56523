import type {Browser, BrowserContext, CDPSession} from 'playwright';

/** The visitor's network and computer. */
export interface Conditions {
  readonly name: string;
  readonly isSlowNetwork: boolean;
  /** How many times slower than this machine. */
  readonly cpu: number;
  /** How long the page is left alone before it is measured, in ms. */
  readonly rest: number;
}

/** What one load of one page cost. Times are in ms since the navigation began. */
export interface Sample {
  /** Scripts that were loaded before the invitation was visible. */
  readonly bytes: number;
  readonly requests: number;
  readonly firstCall: number | undefined;
  readonly visible: number | undefined;
  readonly task: number;
  readonly script: number;
  readonly longTasks: number;
  readonly heap: number;
  readonly shift: number;
}

interface Notes {
  readonly shift: number;
  readonly longTasks: number;
  readonly visible: number | null;
}

/** 4G at its slow end: 1.6 Mbit/s, 150 ms. */
const slowNetwork = {offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000};

/** Loads a page for a visitor with an empty cache, who was or was not on the site before. */
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

async function measure(context: BrowserContext, url: string, {isSlowNetwork, cpu, rest}: Conditions): Promise<Sample> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.clearBrowserCache');
  if (isSlowNetwork) await devtools.send('Network.emulateNetworkConditions', slowNetwork);
  await devtools.send('Emulation.setCPUThrottlingRate', {rate: cpu});
  await devtools.send('Performance.enable');
  await page.goto(url);
  // The same for every page, and without a question from outside, which would be work for the page.
  await page.waitForTimeout(rest);
  const {TaskDuration = 0, ScriptDuration = 0} = await metrics(devtools);
  await devtools.send('HeapProfiler.collectGarbage');
  const {JSHeapUsedSize = 0} = await metrics(devtools);
  const {notes, entries} = await page.evaluate(() => ({
    notes: (globalThis as unknown as {notes: Notes}).notes,
    entries: performance.getEntriesByType('resource').map((entry) => entry.toJSON() as PerformanceResourceTiming),
  }));
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

async function metrics(devtools: CDPSession): Promise<Partial<Record<string, number>>> {
  const {metrics: list} = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({name, value}) => [name, value]));
}
