import assert from 'node:assert/strict';
import {afterEach, beforeEach, it} from 'node:test';
import type {AxeResults} from 'axe-core';
import type {Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {openAccount} from '../brand/account.js';
import {cardOf} from '../brand/brand.js';
import {openDemo, paste, runInShop, shopOf} from './page.js';
import {inChromium} from '../engines.js';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How a reader may have the page: colours, direction and width. */
const looks = [
  ['light', 'ltr', 1280],
  ['dark', 'ltr', 1280],
  ['light', 'rtl', 1280],
  ['light', 'ltr', 320],
  ['dark', 'rtl', 320],
] as const;

inChromium('the demo’s page', (visitor) => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startSandbox();
  });

  afterEach(() => sandbox.close());

  it('is accessible and as wide as the screen in every look, and nobody complains', async () => {
    const {page, complaints} = await openDemo(visitor(), sandbox);
    await page.evaluate('document.querySelectorAll("details").forEach((it) => (it.open = true))');
    await page.evaluate('import(new URL("axe.min.js", document.baseURI).href)');
    for (const [colorScheme, direction, width] of looks) {
      await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
      await page.setViewportSize({width, height: 900});
      await page.getByLabel('Page direction').selectOption(direction);
      assert.deepEqual(await violationsOn(page), [], `${colorScheme}, ${direction}, ${width} px`);
      const [content, screen] = await page.evaluate<number[]>(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      );
      assert.equal(content, screen, `${colorScheme}, ${direction}, ${width} px`);
    }
    assert.deepEqual(complaints, []);
  });

  async function violationsOn(page: Page): Promise<readonly unknown[]> {
    const options = JSON.stringify({runOnly: rules, resultTypes: ['violations']});
    const {violations} = await page.evaluate<AxeResults>(`axe.run(${options})`);
    return violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]);
  }

  it('stays where it is when the widget appears', async () => {
    await openAccount(sandbox, 'demo').play('slow');
    const page = await visitor().newPage();
    await page.goto(sandbox.url);
    await page.getByText('Slow network').waitFor({state: 'attached'});
    const readShifts = await watchShifts(page);
    assert.equal(await cardOf(shopOf(page)).isVisible(), false);
    await cardOf(shopOf(page)).waitFor();
    assert.deepEqual(await readShifts(), []);
  });

  /** Watches for what moves without the reader's doing. Returns what reads it: what has moved, each time. */
  async function watchShifts(page: Page): Promise<() => Promise<readonly unknown[]>> {
    await page.evaluate(`globalThis.shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries().flatMap(({sources}) => sources)
        .map(({node}) => node?.id || node?.nodeName))).observe({type: 'layout-shift'});`);
    const frames =
      'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))';
    return () => page.evaluate(`${frames}.then(() => shifts)`);
  }

  it('has tabs that the arrow keys, Home and End move between, in the direction of the page', async () => {
    const {page} = await openDemo(visitor(), sandbox);
    const tab = (name: string) => page.getByRole('tab', {name, exact: true, selected: true});
    await tab('Script tag').focus();
    for (const [key, name] of [
      ['ArrowLeft', 'Angular'],
      ['ArrowRight', 'Script tag'],
      ['End', 'Angular'],
      ['Home', 'Script tag'],
      ['ArrowRight', 'npm'],
    ] as const) {
      await page.keyboard.press(key);
      await tab(name).waitFor();
    }
    await page.getByLabel('Page direction').selectOption('right to left');
    await tab('npm').focus();
    await page.keyboard.press('ArrowLeft');
    await tab('React').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    assert.equal(await tab('React').evaluate((it) => it === document.activeElement), true);
  });

  it('shows nobody who the visitor is', async () => {
    const {page} = await openDemo(visitor(), sandbox);
    // Then no impression is told, and the handshake stays the newest request, which is open.
    await page.getByRole('button', {name: 'Nothing to offer', exact: true}).click();
    await page.locator('#state-cause').getByText('unavailable').first().waitFor();
    const sub = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
    const identity = {iss: 'https://brand.example', acr: 'loa1', sub};
    await runInShop(page, `WebEngagement('set', 'identities', [${JSON.stringify(identity)}])`);
    const entry = page.locator('#requests > li').filter({hasText: '"iss": "https://brand.example"'}).first();
    await entry.getByText('"sub": "••••••"').waitFor();
    await entry.getByRole('button', {name: 'Copy as cURL'}).click();
    await entry.getByRole('button', {name: 'Copied'}).waitFor();
    const command = await paste(page);
    assert.match(command, /brand\.example/);
    for (const text of [command, await page.locator('#requests').innerText()])
      assert.doesNotMatch(text, new RegExp(sub));
  });
});
