import assert from 'node:assert/strict';
import {afterEach, beforeEach, it} from 'node:test';
import type {Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {cardOf} from '../brand/brand.js';
import {openQuietPage, runInShop, shopOf, stateOf} from './page.js';
import {inOneBrowserOfEveryEngine} from '../engines.js';
import {until} from '../until.js';

const phone = {width: 375, height: 667};
const desktop = {width: 1280, height: 800};

const violations = `stage.loadAxe()
  .then((axe) => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
  .then((found) => found.violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]))`;

// Each sandbox has an origin of its own, and with it a storage.
inOneBrowserOfEveryEngine('the shop of the demo', (visitor) => {
  let sandbox: Sandbox;
  let page: Page;
  let complaints: readonly string[];

  beforeEach(async () => {
    sandbox = await startSandbox();
    ({page, complaints} = await openQuietPage(visitor()));
  });

  afterEach(async () => {
    await page.close();
    await sandbox.close();
  });

  async function open(viewport = desktop): Promise<void> {
    await page.setViewportSize(viewport);
    await page.goto(sandbox.url);
  }

  const inviteMe = () => page.getByRole('button', {name: 'Invite me'});
  const countShown = (): Promise<number> => page.locator('#event-rows tr[data-name=shown]').count();

  it('has the only card of the page, in sight from the start and beside what is logged', async () => {
    await open();
    await cardOf(shopOf(page)).waitFor();
    assert.equal(await page.evaluate('scrollY'), 0);
    const card = await cardOf(shopOf(page)).boundingBox();
    assert.ok(card && card.y + card.height <= desktop.height, JSON.stringify(card));
    assert.equal(await page.locator('web-engagement').count(), 0);
    await page.getByRole('link', {name: 'Watch it work'}).click();
    await page.getByRole('heading', {name: 'Network log'}).scrollIntoViewIfNeeded();
    const [shop, log] = [await page.locator('#shop').boundingBox(), await page.locator('#protocol').boundingBox()];
    assert.ok(shop && log && shop.y >= 0 && shop.x + shop.width <= log.x, JSON.stringify({shop, log}));
    assert.deepEqual(complaints, []);
  });

  it('is invited anew at each press of “Invite me”, whatever has become of the invitation', async () => {
    await open();
    await cardOf(shopOf(page)).waitFor();
    await until('the first invitation is logged', async () => (await countShown()) === 1);
    const acts = ['', 'No, thanks', 'Hide invitation', 'Start chat'];
    for (const [index, act] of acts.entries()) {
      if (act) await shopOf(page).getByRole('button', {name: act}).click();
      await inviteMe().click();
      await until('the entrance is played again', async () => (await countShown()) === index + 2);
      await cardOf(shopOf(page)).waitFor();
    }
    assert.deepEqual(complaints, []);
  });

  it('opens the chat of the sandbox in the panel', async () => {
    await open();
    await shopOf(page).getByRole('button', {name: 'Start chat'}).click();
    const chat = shopOf(page).getByRole('region', {name: 'Chat'}).frameLocator('iframe');
    await chat.getByRole('textbox', {name: 'Your message'}).fill('Is it dimmable?');
    await chat.getByRole('button', {name: 'Send'}).click();
    await chat.getByRole('listitem').filter({hasText: 'Is it dimmable?'}).waitFor();
    assert.equal(await stateOf(page), 'accepted');
    assert.deepEqual(complaints, []);
  });

  it('begins with a bubble on a phone', async () => {
    await open(phone);
    await shopOf(page)
      .getByRole('button', {name: /^Chat(,|$)/})
      .waitFor();
    assert.equal(await cardOf(shopOf(page)).isVisible(), false);
    await inviteMe().click();
    await cardOf(shopOf(page)).waitFor();
    assert.deepEqual(complaints, []);
  });

  it('is accessible, and sells its lamp', async () => {
    await open();
    await cardOf(shopOf(page)).waitFor();
    for (const scheme of ['light', 'dark']) {
      await page.getByLabel('Colour scheme').selectOption(scheme);
      assert.deepEqual(await runInShop(page, violations), [], scheme);
    }
    await shopOf(page).getByRole('button', {name: 'Add to basket'}).click();
    await shopOf(page).getByText('Basket: 1 lamp').waitFor();
    assert.deepEqual(complaints, []);
  });
});
