import type {Browser, BrowserContext, CDPSession} from 'playwright';
import type {BenchPage} from '../pages/page.js';
import type {Conditions} from './conditions.js';
import {measureClick} from './interaction.js';
import type {Sample} from './sample.js';
import {readTransfer} from './transfer.js';

/** A slow 4G connection: 1.6 Mbit/s, 150 ms. */
const slowNetwork = {offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000};

/** Loads a page with an empty cache and measures it. */
export async function loadCold(
  browser: Browser,
  url: string,
  {isReturn, button}: BenchPage,
  conditions: Conditions,
): Promise<Sample> {
  const context = await browser.newContext();
  try {
    if (isReturn) await visit(context, url);
    return await measure(context, url, button, conditions);
  } finally {
    await context.close();
  }
}

/** Leaves in IndexedDB what a visitor's first page does. */
async function visit(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  // The answer is stored before that is reported.
  const reported = page.waitForResponse((response) => response.url().includes('/report?'));
  await page.goto(url);
  await reported;
  await page.close();
}

async function measure(
  context: BrowserContext,
  url: string,
  button: string | undefined,
  conditions: Conditions,
): Promise<Sample> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await emulate(devtools, conditions);
  await page.goto(url);
  // A fixed time for every page: to ask a page whether it is done would itself be work for the page.
  await page.waitForTimeout(conditions.rest);
  const {TaskDuration = 0, ScriptDuration = 0} = await readMetrics(devtools);
  await devtools.send('HeapProfiler.collectGarbage');
  const {JSHeapUsedSize: heap = 0, Nodes: nodes = 0} = await readMetrics(devtools);
  const transfer = await readTransfer(page);
  const inp = button && conditions.cpuSlowdown > 1 ? await measureClick(page, button) : undefined;
  return {...transfer, inp, heap, nodes, task: TaskDuration * 1000, script: ScriptDuration * 1000};
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
