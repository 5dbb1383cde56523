import assert from 'node:assert/strict';
import {afterEach, beforeEach, it} from 'node:test';
import type {Locator, Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {cardOf} from '../brand/brand.js';
import {openQuietPage, shopOf, stateOf} from './page.js';
import {inChromium} from '../engines.js';
import {until} from '../until.js';

/** What can be chosen for the wait, and what the card then says. */
const waits = [
  ['90 seconds', 'Typical wait: about 2 minutes.'],
  ['5 minutes', 'Typical wait: about 5 minutes.'],
  ['from Glia’s queue', 'Typical wait: about 3 minutes.'],
] as const;

inChromium('the demo’s other systems', (visitor) => {
  let sandbox: Sandbox;
  let page: Page;
  let complaints: readonly string[];

  beforeEach(async () => {
    sandbox = await startSandbox();
    ({page, complaints} = await openQuietPage(visitor()));
  });

  afterEach(() => sandbox.close());

  async function choose(field: string, choice: string): Promise<void> {
    await page.getByLabel(field).selectOption(choice);
  }

  async function openInvitations(): Promise<void> {
    await page.goto(sandbox.url);
    await cardOf(shopOf(page)).waitFor();
  }

  const handoffCard = (): Locator => shopOf(page).getByRole('region', {name: 'Chat instead of calling?'});

  it('hand the visitor off by a link that opens in a window of its own, also after a reload', async () => {
    await openInvitations();
    await choose('Hand-off answer', 'Link, wait and queue');
    await handoffCard().getByText('Typical wait: about 2 minutes. 9 people ahead of you.').waitFor();
    await page.getByText('/external/engagement').first().waitFor();
    await page.reload();
    const [chat] = await Promise.all([
      page.waitForEvent('popup'),
      handoffCard().getByRole('button', {name: 'Start chat'}).click(),
    ]);
    await chat.waitForURL(/\/brand\/chat\?engagement=/);
    assert.equal(await stateOf(page), 'accepted');
    assert.deepEqual(complaints, []);
  });

  it('offer nothing when nobody is there, and a chat at the next choice', async () => {
    await openInvitations();
    await Promise.all([page.waitForResponse(/\/brand\/handoff\?/), choose('Hand-off answer', 'No agent available')]);
    await page.getByText('The status is “Not Available”').waitFor();
    await until('there is no offer', async () => (await stateOf(page)) === 'unavailable');
    await choose('Hand-off answer', 'Link only');
    await handoffCard().waitFor();
    await choose('Hand-off answer', 'no hand-off');
    await handoffCard().waitFor({state: 'hidden'});
    assert.deepEqual(complaints, []);
  });

  it('say on the tag where hand-offs come from', async () => {
    await openInvitations();
    await choose('Hand-off answer', 'Link only');
    await page.getByText('data-handoff-url').waitFor();
    await choose('Hand-off answer', 'no hand-off');
    await page.getByText('data-handoff-url').waitFor({state: 'hidden'});
  });

  it('tell each wait that is chosen beside the invitation, and none when it cannot be had', async () => {
    await openInvitations();
    for (const [choice, sentence] of waits) {
      await choose('Wait time on the card', choice);
      await cardOf(shopOf(page)).getByText(sentence).waitFor();
    }
    await Promise.all([page.waitForEvent('load'), choose('Wait time on the card', 'request fails')]);
    await cardOf(shopOf(page)).waitFor();
    assert.doesNotMatch(await cardOf(shopOf(page)).innerText(), /wait/);
    assert.deepEqual(complaints, []);
  });

  it('end a conversation when the visitor has said so twice', async () => {
    await openInvitations();
    await choose('Visitor can end the conversation', 'yes');
    await shopOf(page).getByRole('button', {name: 'End chat'}).click();
    await shopOf(page).getByText('Do you want to end this chat?').first().waitFor();
    await shopOf(page).getByRole('button', {name: 'End chat'}).click();
    await until('the conversation is over', async () => (await stateOf(page)) === 'unavailable');
    assert.deepEqual(complaints, []);
  });

  it('say when a conversation could not be ended', async () => {
    await openInvitations();
    await choose('Visitor can end the conversation', 'yes, but it fails');
    for (let click = 1; click <= 2; click++) await shopOf(page).getByRole('button', {name: 'End chat'}).click();
    await shopOf(page).getByText('We couldn’t end the chat.').first().waitFor();
    assert.equal(await stateOf(page), 'conversation');
    assert.deepEqual(complaints, []);
  });
});
