import assert from 'node:assert/strict';
import {afterEach, beforeEach, it} from 'node:test';
import type {Locator, Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {openQuietPage} from './page.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';

inEveryEngine('a timeline of 500 legs', (visitor) => {
  let sandbox: Sandbox;
  let page: Page;
  let complaints: readonly string[];

  beforeEach(async () => {
    sandbox = await startSandbox();
    ({page, complaints} = await openQuietPage(visitor()));
    await page.setViewportSize({width: 1280, height: 900});
    await page.goto(`${sandbox.url}/timelines.html#500-legs`);
    await rows().filter({hasText: 'Leg 1 '}).waitFor();
  });

  afterEach(() => sandbox.close());

  const timeline = (): Locator => page.locator('engagement-timeline');
  const rows = (): Locator => timeline().locator('ol').getByRole('listitem');
  const zoom = (name: string): Locator => timeline().getByRole('radio', {name});
  const leg = (number: number): Locator => timeline().getByRole('button', {name: new RegExp(`Leg ${number}\\b`)});
  const isFocused = (locator: Locator): Promise<boolean> => locator.evaluate((it) => it.matches(':focus'));

  it('fits into the window, and draws only what is in sight', async () => {
    const {height} = (await timeline().boundingBox()) ?? {height: Infinity};
    assert.ok(height < 1100, `${height} px`);
    assert.ok((await rows().count()) < 60);
    assert.deepEqual(complaints, []);
  });

  it('gives every line that is drawn its name and its place', async () => {
    for (const row of await rows().all()) {
      const text = (await row.innerText()).trim();
      assert.notEqual(text, '');
      assert.match((await row.getAttribute('aria-posinset')) ?? '', /^\d+$/);
    }
    const buttons = await rows().getByRole('button').count();
    assert.ok(buttons > 3);
    assert.equal(await rows().getByRole('button', {name: /\S/}).count(), buttons);
  });

  it('is walked through by keyboard', async () => {
    await leg(1).focus();
    await page.keyboard.press('End');
    await until('the last leg has the focus', async () => (await leg(500).count()) > 0 && isFocused(leg(500)));
    await until('it is in sight', () => leg(500).isVisible());
    await page.keyboard.press('PageUp');
    await until('ten lines up', () => isFocused(leg(495)));
    await page.keyboard.press('Enter');
    await rows().filter({hasText: 'leg-495'}).waitFor();
    await page.keyboard.press('Home');
    await until('the first head has the focus', () =>
      isFocused(timeline().getByRole('button', {name: 'Entries'}).first()),
    );
    assert.deepEqual(complaints, []);
  });

  it('is zoomed by keyboard', async () => {
    assert.ok(await zoom('Hour').isChecked());
    await zoom('Hour').focus();
    await page.keyboard.press('ArrowRight');
    await timeline().getByRole('button', {name: 'Entries: 27'}).first().waitFor();
    assert.ok(await zoom('10 minutes').isChecked());
    await page.keyboard.press('ArrowRight');
    await until(
      'there are no heads',
      async () => (await timeline().getByRole('button', {name: 'Entries'}).count()) === 0,
    );
    assert.ok(await zoom('Whole').isChecked());
    assert.deepEqual(complaints, []);
  });

  it('is scrolled through by wheel', async () => {
    await leg(2).hover();
    await page.mouse.wheel(0, 6000);
    await rows()
      .filter({hasText: /Leg 2\d/})
      .first()
      .waitFor();
    await until('the first legs are gone', async () => (await leg(2).count()) === 0);
  });
});
