import assert from 'node:assert/strict';
import type {Browser, Page} from 'playwright';
import {startSandbox} from '../../demo/sandbox/sandbox.js';

interface Handshake {
  readonly path: string;
  readonly body?: {readonly entryPoints?: readonly string[]};
}

type Widget = HTMLElement & {readonly entryPoints: readonly string[]; readonly expectOffer: boolean};

/** Does on the page of a stack what a visitor and a router do, and checks what the tag makes of it. */
export async function drive(browser: Browser, site: string, account: string): Promise<void> {
  const sandbox = await startSandbox({staticFolders: [site], policy: ''});
  try {
    const page = await (await browser.newContext({reducedMotion: 'reduce'})).newPage();
    const complaints = listenForComplaints(page);
    await page.goto(`${sandbox.url}/?account=${account}`);
    await page.getByRole('region', {name: 'Hello'}).getByRole('button', {name: 'Start chat'}).waitFor();
    await checkProperties(page);
    assert.deepEqual(await readEntryPoints(sandbox.url, account), [['sec://Home']]);
    await page.getByRole('button', {name: 'Go to Sport'}).click();
    await page.waitForFunction(
      () => document.querySelector<Widget>('web-engagement')?.entryPoints[0] === 'sec://Sport',
    );
    await accept(page);
    await page.getByRole('button', {name: 'Take it away'}).click();
    await page.locator('web-engagement').waitFor({state: 'detached'});
    assert.deepEqual(complaints, []);
    await page.context().close();
  } finally {
    await sandbox.close();
  }
}

async function checkProperties(page: Page): Promise<void> {
  const properties = await page.evaluate(() => {
    const {expectOffer, entryPoints} = document.querySelector('web-engagement') as Widget;
    return {expectOffer, entryPoints: [...entryPoints]};
  });
  assert.deepEqual(properties, {expectOffer: true, entryPoints: ['sec://Home']});
}

/** The page prevents the default, which would open a tab. */
async function accept(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Start chat'}).click();
  await page.getByText('accepted on sec://Sport').waitFor();
  assert.equal(page.context().pages().length, 1);
}

function listenForComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', ({message}) => complaints.push(message));
  page.on('console', (line) => {
    const isMissingIcon = line.location().url.endsWith('/favicon.ico');
    if (['error', 'warning'].includes(line.type()) && !isMissingIcon) complaints.push(line.text());
  });
  return complaints;
}

/** What each first question said of where the visitor is. */
async function readEntryPoints(origin: string, account: string): Promise<unknown> {
  const log = (await (await fetch(`${origin}/sandbox/${account}/log`)).json()) as Handshake[];
  return log.filter(({path}) => path.endsWith('/engagement')).map(({body}) => body?.entryPoints);
}
