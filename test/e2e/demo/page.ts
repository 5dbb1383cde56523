import type {BrowserContext, FrameLocator, Page} from 'playwright';
import type {Sandbox} from '../../../demo/sandbox/sandbox.js';
import {cardOf} from '../brand/brand.js';

/** The demo's page in a browser, and what the browser complained about meanwhile. */
export interface DemoPage {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Opens the demo and waits for its invitation. */
export async function openDemo(visitor: BrowserContext, {url}: Sandbox): Promise<DemoPage> {
  // A browser without a window has nobody to ask.
  if (visitor.browser()?.browserType().name() === 'chromium') await visitor.grantPermissions(['clipboard-write']);
  const demo = await openQuietPage(visitor);
  await demo.page.goto(url);
  await cardOf(shopOf(demo.page)).waitFor();
  return demo;
}

/** Opens an empty page in which nothing moves by itself. */
export async function openQuietPage(visitor: BrowserContext): Promise<DemoPage> {
  const page = await visitor.newPage();
  // Scrolling that takes its time would keep every click waiting.
  await page.emulateMedia({reducedMotion: 'reduce'});
  const complaints: string[] = [];
  page.on('console', (line) => complaints.push(line.text()));
  page.on('pageerror', ({message}) => complaints.push(message));
  page.on('requestfailed', (request) => {
    const {errorText = ''} = request.failure() ?? {};
    // A page that is left, or a stream that is closed, is no failure.
    if (!/ABORTED/.test(errorText)) complaints.push(`${errorText}: ${request.url()}`);
  });
  page.on('response', (answer) => answer.status() < 400 || complaints.push(`${answer.status()} ${answer.url()}`));
  return {page, complaints};
}

/** The shop in the demo's page, where the widget is. */
export function shopOf(page: Page): FrameLocator {
  return page.frameLocator('#shop');
}

/** Runs an expression in the shop. */
export function runInShop<Value>(page: Page, expression: string): Promise<Value> {
  return shopOf(page).locator(':root').evaluate<Value, unknown>(expression, undefined);
}

/** The state of the widget; nothing before its script has run. */
export function stateOf(page: Page): Promise<string | undefined> {
  return runInShop(page, "globalThis.WebEngagement?.version && WebEngagement('get', 'state')");
}

/** What the clipboard holds, as who pastes it sees it. */
export async function paste(page: Page): Promise<string> {
  await page.evaluate('document.body.append(Object.assign(document.createElement("textarea"), {id: "pasted"}))');
  const field = page.locator('#pasted');
  await field.focus();
  await page.keyboard.press('ControlOrMeta+V');
  const text = await field.inputValue();
  await field.evaluate((it) => it.remove());
  return text;
}
