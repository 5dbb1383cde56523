import assert from 'node:assert/strict';
import {afterEach, beforeEach, it} from 'node:test';
import type {BrowserContext, Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../demo/sandbox/sandbox.js';
import {scenarioGroups} from '../../demo/sandbox/scenarios.js';
import {idsIn, openAccount, type Account} from './account.js';
import {cardOf, get} from './brand.js';
import {inEveryEngine} from './engines.js';
import {until} from './until.js';

/** Scenarios that a page hears nothing of before its deadline of ten seconds. */
const silent = ['no-headers', 'slow-body'];

inEveryEngine('the demo', (visitor) => {
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
    const {group, title} = scenario(name);
    const button = page.getByRole('button', {name: title}).filter({has: page.getByText(title, {exact: true})});
    if (!(await button.isVisible())) await page.getByText(group, {exact: true}).click();
    await button.click();
  }

  it('invites within two seconds of its load', async () => {
    const page = await open();
    await cardOf(page).waitFor({timeout: 2_000});
  });

  it('leads back into an open conversation, and after a reload with the same vid and sid', async () => {
    const page = await open();
    await cardOf(page).waitFor();
    await choose(page, 'conversation');
    await page.getByRole('button', {name: 'Continue chat'}).waitFor();
    await page.reload();
    await page.getByRole('button', {name: 'Continue chat'}).waitFor();

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
    await page.getByRole('button', {name: 'No, thanks'}).click();
    await choose(page, 'loading-account-then-expose');
    await page.getByText(/^[3-6]\.\d s until request 2$/).waitFor();
    await cardOf(page).waitFor();

    const [refused, retried] = (await account.handshakes()).slice(-2);
    const {message} = refused!.answer as {message: string};
    assert.equal(refused!.query['vid'], undefined);
    assert.match(message, new RegExp(`vid: ${String(retried!.query['vid'])}$`));
    assert.ok(retried!.at - refused!.at >= 3_000);
  });

  it('plays every scenario without an error of ours', async () => {
    const complaints: string[] = [];
    const page = await open();
    page.on('pageerror', ({message}) => complaints.push(message));
    // What the browser itself says of a request that failed comes without arguments.
    page.on('console', (line) => line.type() === 'error' && line.args().length > 0 && complaints.push(line.text()));

    for (const {name} of scenarioGroups.flatMap(({scenarios}) => scenarios)) {
      await page.evaluate('WebEngagement("reset")');
      const asked = (await account.handshakes()).length;
      await choose(page, name);
      await until(`${name} was asked for`, async () => (await account.handshakes()).length > asked);
      if (!silent.includes(name)) await until(`${name} has come to something`, () => hasSettled(page));
    }
    assert.deepEqual(complaints, []);
  });

  async function hasSettled(page: Page): Promise<boolean> {
    const isPausing = await page.getByText('Request 2 of 5 in').isVisible();
    return isPausing || !['idle', 'connecting'].includes(String(await get(page, 'state')));
  }

  for (const [key, button, state] of [
    ['Enter', 'Start chat', 'accepted'],
    ['Escape', 'Start chat', 'dismissed'],
  ] as const) {
    it(`lets the keyboard reach the card, where ${key} makes it ${state}`, async () => {
      const page = await open();
      const target = page.getByRole('button', {name: button});
      await target.waitFor();
      const isFocused = () => target.evaluate((it) => (it.getRootNode() as ShadowRoot).activeElement === it);
      await until('Tab has reached the card', async () => {
        await page.keyboard.press('Tab');
        return isFocused();
      });
      await page.keyboard.press(key);
      await cardOf(page).waitFor({state: 'hidden'});
      assert.equal(await get(page, 'state'), state);
    });
  }
});

function scenario(name: string): {group: string; title: string} {
  for (const {title: group, scenarios} of scenarioGroups) {
    const found = scenarios.find((it) => it.name === name);
    if (found) return {group, title: found.title};
  }
  throw new Error(`There is no scenario "${name}".`);
}
