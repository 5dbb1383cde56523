import assert from 'node:assert/strict';
import {afterEach, beforeEach, it} from 'node:test';
import type {BrowserContext, Locator, Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {scenarioGroups} from '../../../demo/sandbox/liveperson/scenarios/scenarios.js';
import {idsIn, openAccount, type Account} from '../brand/account.js';
import {cardOf} from '../brand/brand.js';
import {shopOf, stateOf} from './page.js';
import {inChromium} from '../engines.js';
import {until} from '../until.js';

/** The ways by which notifications reach the page: what the visitor of the demo chooses, and what the wire then shows. */
const transports = [
  ['Server-sent events', /SSE\s*engage\s*to the page/],
  ['Bayeux, long-polling', /long-polling\s*engage\s*to the page/],
  ['Bayeux, WebSocket', /WebSocket\s*engage\s*to the page/],
  ['Window message from a frame', /postMessage\(\)\s*to the component/],
  ['Call of notify()', /notify\(\)\s*to the component/],
] as const;

inChromium('the demo', (visitor) => {
  let sandbox: Sandbox;
  let account: Account;

  beforeEach(async () => {
    sandbox = await startSandbox();
    account = openAccount(sandbox, 'demo');
  });

  afterEach(() => sandbox.close());

  async function open(context: BrowserContext = visitor()): Promise<Page> {
    const page = await context.newPage();
    await page.goto(sandbox.url);
    return page;
  }

  async function choose(page: Page, name: string): Promise<void> {
    await page.locator('#scenarios details').evaluate((it: HTMLDetailsElement) => (it.open = true));
    await page.getByRole('button', {name: titleOf(name), exact: true}).click();
  }

  /** Has the agent invite in words of its own, which the card then bears. */
  async function invite(page: Page, title: string): Promise<Locator> {
    await page.getByRole('textbox', {name: 'Title'}).fill(title);
    await page.getByRole('button', {name: 'Send the invitation'}).click();
    return shopOf(page).getByRole('region', {name: title});
  }

  const becameOf = (page: Page, title: string): Locator =>
    page.getByRole('list', {name: 'Outcomes'}).getByRole('listitem').filter({hasText: title});

  const happened = (page: Page, text: RegExp): Locator =>
    page.getByRole('region', {name: 'Network log'}).getByRole('listitem').filter({hasText: text});

  const tagOf = (page: Page): Promise<{visitId: string; pageId: string}> =>
    shopOf(page)
      .locator('script[data-account-id]')
      .evaluate((script) => Object.assign({visitId: '', pageId: ''}, script.dataset));

  it('invites within two seconds of its load', async () => {
    const page = await open();
    await cardOf(shopOf(page)).waitFor({timeout: 2_000});
  });

  it('leads back into an open conversation, and after a reload with the same vid and sid', async () => {
    const page = await open();
    await cardOf(shopOf(page)).waitFor();
    await choose(page, 'conversation');
    await shopOf(page).getByRole('button', {name: 'Continue chat'}).waitFor();
    await page.reload();
    await shopOf(page).getByRole('button', {name: 'Continue chat'}).waitFor();

    const [first, ...later] = await account.handshakes();
    const {vid, sid} = idsIn(first!);
    assert.deepEqual(
      later.map(({query}) => [query['vid'], query['sid']]),
      [
        [vid, sid],
        [vid, sid],
      ],
    );
  });

  it('carries the vid of a loading account’s message into the retry, at least three seconds later', async () => {
    const page = await open();
    await shopOf(page).getByRole('button', {name: 'No, thanks'}).click();
    await choose(page, 'loading-account-then-expose');
    await page.getByText(/^[0-6]\.\d s until request 2$/).waitFor();
    await cardOf(shopOf(page)).waitFor();

    const [refused, retried] = (await account.handshakes()).slice(-2);
    const {message} = refused!.answer as {message: string};
    assert.equal(refused!.query['vid'], undefined);
    assert.match(message, new RegExp(`vid: ${String(retried!.query['vid'])}$`));
    assert.ok(retried!.at - refused!.at >= 3_000);
  });

  it('makes room for an agent’s invitation after another one was accepted', async () => {
    const page = await open();
    await shopOf(page).getByRole('button', {name: 'Start chat'}).click();
    await until('the invitation is accepted', async () => (await stateOf(page)) === 'accepted');
    const card = await invite(page, 'Anything else?');
    await card.waitFor();
  });

  for (const [name, evidence] of transports) {
    it(`brings the agent’s invitation: ${name}, at once when chosen and after a reload`, async () => {
      await account.play('unavailable');
      const complaints: string[] = [];
      const page = await visitor().newPage();
      page.on('console', (line) => complaints.push(line.text()));
      page.on('pageerror', ({message}) => complaints.push(message));
      page.on('response', (answer) => answer.status() < 400 || complaints.push(`${answer.status()} ${answer.url()}`));
      await page.goto(sandbox.url);
      await page.evaluate('globalThis.isSamePage = true');
      await page.getByLabel('Delivered by').selectOption(name);
      const card = await invite(page, 'At once');
      await card.waitFor();
      await happened(page, evidence).waitFor();
      await becameOf(page, 'At once').getByText('offered').waitFor();
      // Who still listened in the way before would get it too.
      assert.equal(await happened(page, /engage\s*×\d/).count(), 0);
      assert.equal(await page.evaluate('globalThis.isSamePage'), true);

      const {pageId, ...before} = await tagOf(page);
      await page.reload();
      const {pageId: laterPageId, ...after} = await tagOf(page);
      assert.deepEqual(after, before);
      assert.notEqual(laterPageId, pageId);
      const laterCard = await invite(page, 'After a reload');
      await laterCard.waitFor();
      await happened(page, evidence).first().waitFor();
      assert.deepEqual(complaints, []);
    });
  }

  it('shows the frames of Bayeux in both directions, and one line for all that wait', async () => {
    await account.play('unavailable');
    const page = await open();
    await page.getByLabel('Delivered by').selectOption('Bayeux, WebSocket');
    await happened(page, /WebSocket\s*\/meta\/handshake\s*from the page[^]*"ticket"/).waitFor();
    await happened(page, /WebSocket\s*\/meta\/handshake\s*successful\s*to the page[^]*"successful": true/).waitFor();
    await happened(page, /WebSocket\s*\/meta\/connect\s*×\d+\s*waits for messages/).waitFor();
    const card = await invite(page, 'By Bayeux');
    await card.waitFor();

    const delivery = happened(page, /WebSocket\s*engage\s*to the page/);
    await delivery.click();
    await delivery.getByText('"title": "By Bayeux"').waitFor();
    assert.equal(await happened(page, /\/meta\/connect/).count(), 1);
  });

  it('shows an invitation for every page of the visit in the page that was used last', async () => {
    await account.play('unavailable');
    const page = await open();
    const [other] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', {name: 'Open a second tab'}).click(),
    ]);
    const {visitId} = await tagOf(page);
    await until('the other page has its visit', async () => (await tagOf(other)).visitId === visitId);
    await until('the other page listens', async () => (await stateOf(other)) === 'unavailable');
    await other.getByLabel('Show on').selectOption('every page of the visit');
    const card = await invite(other, 'Only here');
    await card.waitFor();
    await page.getByRole('row', {name: /engage: ignored, another tab/}).waitFor();
    assert.equal(await stateOf(page), 'unavailable');
  });

  for (const [key, button, state] of [
    ['Enter', 'Start chat', 'accepted'],
    ['Escape', 'Start chat', 'expose'],
  ] as const) {
    it(`lets the keyboard reach the card, where ${key} makes it ${state}`, async () => {
      const page = await open();
      const target = shopOf(page).getByRole('button', {name: button});
      await target.waitFor();
      await page.getByRole('button', {name: 'Invite me'}).focus();
      const isFocused = () => target.evaluate((it) => (it.getRootNode() as ShadowRoot).activeElement === it);
      await until('Tab has reached the card', async () => {
        await page.keyboard.press('Tab');
        return isFocused();
      });
      await page.keyboard.press(key);
      await cardOf(shopOf(page)).waitFor({state: 'hidden'});
      assert.equal(await stateOf(page), state);
    });
  }
});

function titleOf(name: string): string {
  const found = scenarioGroups.flatMap(({scenarios}) => scenarios).find((scenario) => scenario.name === name);
  if (!found) throw new Error(`There is no scenario "${name}".`);
  return found.title;
}
