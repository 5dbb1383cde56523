import assert from 'node:assert/strict';
import {afterEach, beforeEach, it} from 'node:test';
import type {AxeResults} from 'axe-core';
import type {Locator, Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {cardOf} from '../brand/brand.js';
import {openQuietPage, shopOf} from './page.js';
import {inChromium} from '../engines.js';

/** What the page can show, by its button, and what its rows then tell. */
const records = [
  ['A chat with a bot, a queue and two agents', ['Whole engagement', 'bot', 'General', 'Amina Diallo', 'Lukas Brandt']],
  ['The vendor’s own example', ['Whole engagement', 'John Smith', 'Default']],
  ['Visitor #4', ['Whole engagement', 'Visitor #4', 'Transfer']],
] as const;

inChromium('the demo’s pages', (visitor) => {
  let sandbox: Sandbox;
  let page: Page;
  let complaints: readonly string[];

  beforeEach(async () => {
    sandbox = await startSandbox();
    ({page, complaints} = await openQuietPage(visitor()));
  });

  afterEach(() => sandbox.close());

  async function openInvitations(): Promise<void> {
    await page.goto(sandbox.url);
    await cardOf(shopOf(page)).waitFor();
  }

  async function openTimelines(hash = ''): Promise<void> {
    await page.goto(`${sandbox.url}/timelines.html${hash}`);
    await rows().first().waitFor();
  }

  const rows = (): Locator => page.locator('engagement-timeline').getByRole('listitem');

  it('show the record of each engagement that is chosen', async () => {
    await openTimelines();
    for (const [title, told] of records) {
      await page.getByRole('button', {name: title}).click();
      for (const text of told) await rows().filter({hasText: text}).first().waitFor();
      await page.getByRole('status').filter({hasText: title}).waitFor();
    }
    assert.deepEqual(complaints, []);
  });

  it('show an engagement that goes on, and the record that the address names', async () => {
    await openTimelines('#avaya-call');
    await page.locator('engagement-timeline').getByText('In progress').waitFor();
    await rows().filter({hasText: 'Lukas Brandt'}).getByText('since').waitFor();
    assert.deepEqual(complaints, []);
  });

  it('show records in the language, direction and theme that are chosen', async () => {
    await openTimelines('#avaya-published');
    await page.getByLabel('Language').selectOption('Deutsch');
    await rows().filter({hasText: 'Gesamte'}).waitFor();
    await page.getByLabel('Language').selectOption('العربية');
    await page.locator('engagement-timeline [dir=rtl]').waitFor();
    const timeline = page.locator('engagement-timeline');
    for (const scheme of ['dark', 'light']) {
      await page.getByLabel('Theme').selectOption(scheme);
      assert.equal(await timeline.evaluate((it) => getComputedStyle(it).colorScheme), scheme);
    }
    await page.getByLabel('Page direction').selectOption('right to left');
    assert.equal(await timeline.evaluate((it) => getComputedStyle(it).direction), 'rtl');
    assert.deepEqual(complaints, []);
  });

  it('are linked with each other', async () => {
    await openInvitations();
    await page.getByRole('link', {name: 'timelines'}).click();
    await rows().first().waitFor();
    await page.getByRole('link', {name: 'Back to the demo'}).click();
    await cardOf(shopOf(page)).waitFor();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`are accessible: the page of the timelines, ${colorScheme}`, async () => {
      await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
      await page.setViewportSize({width: 1280, height: 900});
      await openTimelines();
      await page.evaluate('import(new URL("axe.min.js", document.baseURI).href)');
      const {violations} = await page.evaluate<AxeResults>('axe.run()');
      assert.deepEqual(
        violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]),
        [],
      );
    });
  }

  it('need no scrolling sideways on a narrow screen: the page of the timelines', async () => {
    await page.setViewportSize({width: 320, height: 640});
    await openTimelines();
    const {scrollWidth, clientWidth} = await page.locator('html').evaluate((root) => ({
      scrollWidth: root.scrollWidth,
      clientWidth: root.clientWidth,
    }));
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} > ${clientWidth}`);
  });
});
