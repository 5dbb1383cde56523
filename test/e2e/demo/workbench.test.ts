import assert from 'node:assert/strict';
import {afterEach, beforeEach, it} from 'node:test';
import type {Locator, Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {scenarioGroups} from '../../../demo/sandbox/liveperson/scenarios/scenarios.js';
import {openAccount, type Account} from '../brand/account.js';
import {cardOf} from '../brand/brand.js';
import {Controls} from './controls.js';
import {openDemo, paste, runInShop, shopOf, stateOf} from './page.js';
import {inChromium} from '../engines.js';
import {until} from '../until.js';

/** What to write in each framework, and what more where the page opens the conversation itself. */
const ways = [
  ['Script tag', 'data-account-id="12345678"', 'data-open-in="event"'],
  ['npm', 'npm install web-engagement', 'open-in="event"'],
  ['React', 'export function Engagement()', 'onengagement-accept={'],
  ['Vue', '<script setup>', '@engagement-accept.prevent='],
  ['Svelte', "import 'web-engagement';", '$props()'],
  ['Angular', 'export class Engagement {}', 'openChat(offer) {}'],
] as const;

const sections = [
  'Workbench',
  'Protocol',
  'Platforms',
  'Settings',
  'Themes',
  'Accessibility',
  'Privacy',
  'API',
] as const;

/** The proofs of the facts, and where they lead to. */
const facts = [
  ['checked here with axe', '#accessibility:target'],
  ['to choose from here', '#settings:target'],
  ['the shop’s policy', '#policy:target'],
] as const;

/** Attributes of the tag, by their fields: what is chosen, and what the snippet then says. */
const choices = [
  ['Format', 'banner', 'data-format="banner"'],
  ['Placement', 'start', 'data-placement="start"'],
  ['Conversation opens in', 'tab', 'data-open-in="tab"'],
  ['Consent', 'granted', 'data-consent="granted"'],
  ['Language', 'de', 'data-locale="de"'],
  ['API version', '1.0', 'data-api-version="1.0"'],
  ['Retry spread', '1', 'data-retry-spread="1"'],
  ['Heading level', '4', 'data-heading-level="4"'],
] as const;

const amounts = [
  ['Delay, in seconds', 'data-delay'],
  ['Collapse after, in seconds', 'data-auto-collapse'],
  ['Maximum invitations', 'data-max-invitations'],
  ['Unread messages', 'data-unread'],
] as const;

const looks = ['Lagoon', 'Ember', 'Meadow', 'Plum', 'Graphite', 'Beacon'] as const;

/** What an agent can do amiss, and what the demo says became of it. */
const cases = [
  [
    'Withdrawn before it arrives',
    'The cancellation arrives first, so the invitation is never shown.',
    /cancelled\s*withdrawn before/,
  ],
  ['For another page', 'The visit is right, but the page id is another page’s.', /ignored\s*another page/],
  ['Two minutes late', 'It expired on the way.', /timedout/],
  [
    'HTML for the page',
    'The vendor’s own script inserts it on gpe.appendContent. This component ignores it.',
    /ignored\s*executable/,
  ],
] as const;

/** Scenarios that a page hears nothing of before its deadline of ten seconds. */
const silent = ['no-headers', 'slow-body'];

const tables = ['Attributes', 'Methods', 'Events', 'Slots', 'Parts', 'States', 'Custom properties'] as const;

const consentCommands = ['Grant consent', 'Revoke consent', 'Snooze for an hour', 'Opt out'] as const;

inChromium('the demo’s controls', (visitor) => {
  const controls = new Controls();
  let sandbox: Sandbox;
  let account: Account;
  let page: Page;
  let complaints: readonly string[];

  beforeEach(async () => {
    sandbox = await startSandbox();
    account = openAccount(sandbox, 'demo');
    ({page, complaints} = await openDemo(visitor(), sandbox));
  });

  afterEach(() => sandbox.close());

  const at = (...[kind, name]: Parameters<Controls['at']> extends [Page, ...infer Rest] ? Rest : never): Locator =>
    controls.at(page, kind, name);
  const state = (): Promise<string | undefined> => stateOf(page);
  const reach = (name: string): Promise<void> => until(`the state is ${name}`, async () => (await state()) === name);
  const becameOf = (title: string): Locator =>
    page.getByRole('list', {name: 'Outcomes'}).getByRole('listitem').filter({hasText: title});
  const wire = (text: RegExp): Locator =>
    page.getByRole('region', {name: 'Network log'}).getByRole('listitem').filter({hasText: text});
  const row = (text: RegExp): Locator => page.locator('#event-rows tr').filter({hasText: text});

  /** As by hand, because Firefox tells of a change only then. */
  async function type(name: string, amount: string): Promise<void> {
    await at('spinbutton', name).focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(amount);
    await page.keyboard.press('Tab');
  }

  it('show and copy what to write in each framework', async () => {
    for (const [name, words, wordsOfListener] of ways) {
      await at('tab', name).click();
      const shown = page.getByRole('tabpanel', {name});
      await shown.getByText(words).waitFor();
      assert.doesNotMatch(await shown.innerText(), /openChat|127\.0\.0\.1/);
      await at('combobox', 'Conversation opens in').selectOption('event');
      await shown.getByText(wordsOfListener).waitFor();
      await at('combobox', 'Conversation opens in').selectOption('');
    }
    const snippet = page.locator('#snippet');
    await at('button', 'Copy').click();
    await page.getByRole('button', {name: 'Copied'}).waitFor();
    assert.equal(await paste(page), await snippet.textContent());
    assert.deepEqual(complaints, []);
  });

  it('invite again, and lead to the parts of the page', async () => {
    await shopOf(page).getByRole('button', {name: 'No, thanks'}).click();
    await at('button', 'Invite me').click();
    await cardOf(shopOf(page)).waitFor();
    await at('link', 'Skip to content').focus();
    await page.keyboard.press('Enter');
    await until('the content has the focus', () =>
      page.locator('main').evaluate((it) => it === document.activeElement),
    );
    const [file] = await Promise.all([page.waitForEvent('popup'), at('link', 'in this file').click()]);
    await file.waitForURL(/web-engagement\.js$/);
    await file.close();
    for (const [name, target] of facts) {
      await at('link', name).click();
      await page.locator(target).waitFor();
    }
    await page.getByText("style-src 'self'").waitFor();
    for (const name of sections) {
      await at('link', name).click();
      const id = new URL(page.url()).hash;
      await page.locator(id).getByRole('heading').first().waitFor();
    }
    await at('link', 'Watch it work').click();
    assert.equal(new URL(page.url()).hash, '#workbench');
    await at('link', 'Timelines').click();
    await page.waitForURL(/timelines\.html$/);
    await page.goBack();
    // The demo on a host of files has the documents, too.
    assert.equal(await at('link', 'Documentation').getAttribute('href'), 'docs/');
    assert.deepEqual(complaints, []);
  });

  it('ask again, open another tab of the visit, load the page anew, and forget the visitor', async () => {
    await at('button', 'Ask again').click();
    await until('the component has asked again', async () => (await account.handshakes()).length === 2);
    const [other] = await Promise.all([page.waitForEvent('popup'), at('link', 'Open a second tab').click()]);
    await cardOf(shopOf(other)).waitFor();
    await other.close();
    const visit = (): Promise<string | null> =>
      shopOf(page).locator('script[data-account-id]').getAttribute('data-visit-id');
    const before = await visit();
    await Promise.all([page.waitForEvent('load'), at('button', 'Reload the page').click()]);
    assert.equal(await visit(), before);
    await Promise.all([page.waitForEvent('load'), at('button', 'Forget the visitor').click()]);
    assert.match((await visit()) ?? '', /^[0-9A-F]{32}$/);
    assert.notEqual(await visit(), before);
    assert.deepEqual(complaints, []);
  });

  it('play every scenario at one press, without an error of ours', async () => {
    const errors: string[] = [];
    page.on('pageerror', ({message}) => errors.push(message));
    // What the browser itself says of a request that failed comes without arguments.
    page.on('console', (line) => line.type() === 'error' && line.args().length > 0 && errors.push(line.text()));
    await at('summary', 'All scenarios').click();
    for (const {name, title} of scenarioGroups.flatMap(({scenarios}) => scenarios)) {
      await runInShop(page, 'WebEngagement("reset")');
      const asked = (await account.handshakes()).length;
      await at('button', title).click();
      await page.getByRole('status').getByText(`${title}: `).waitFor();
      assert.equal(await at('button', title).getAttribute('aria-pressed'), 'true');
      await until(`${name} was asked for`, async () => (await account.handshakes()).length > asked);
      if (!silent.includes(name)) await until(`${name} has come to something`, hasSettled);
    }
    assert.deepEqual(errors, []);
  });

  async function hasSettled(): Promise<boolean> {
    const isPausing = await page.locator('#countdown').getByText('until request').isVisible();
    return isPausing || !['idle', 'connecting'].includes(String(await state()));
  }

  it('let the clock run ahead through the whole ladder', async () => {
    await at('button', 'Server error').click();
    await page
      .getByText(/^\d\.\d s until request 2$/)
      .first()
      .waitFor();
    assert.equal(await page.locator('#ladder [aria-current=step]').textContent(), '3 s');
    await at('button', '+10 s').click();
    await page.locator('#countdown').getByText('until request 3').waitFor();
    await at('button', '+90 s').click();
    await page.locator('#countdown').getByText('until request 4').waitFor();
    await at('button', 'Skip the pause').click();
    await page.locator('#countdown').getByText('until request 5').waitFor();
    await at('button', 'Skip the pause').click();
    await reach('failed');
    assert.equal((await account.handshakes()).length, 6, 'the invitation’s own, and five');
    await page.getByText(/The shop’s clock is \d+ s ahead/).waitFor();
    await page.getByText('connecting → failed (fail)').first().waitFor();
  });

  it('open what went over the wire, copy it as a command without secrets, and clear it', async () => {
    const entry = page
      .getByRole('region', {name: 'Network log'})
      .getByRole('listitem')
      .filter({hasText: '/engagement'});
    await entry.getByText('request 1 of 5').waitFor();
    await entry.locator('summary').click();
    await entry.getByText('"engagementDetails"').waitFor();
    await entry.getByRole('button', {name: 'Copy as cURL'}).click();
    await entry.getByRole('button', {name: 'Copied'}).waitFor();
    assert.match(await paste(page), /^curl -X POST 'http:.*\/engagement\?v=1\.1/);
    await at('button', 'Clear the log').click();
    await entry.waitFor({state: 'hidden'});
    assert.deepEqual(complaints, []);
  });

  it('prevent the default of the next request, once', async () => {
    for (const name of ['accept', 'dismiss', 'show', 'resume']) await at('checkbox', name).check();
    await shopOf(page).getByRole('button', {name: 'No, thanks'}).click();
    await row(/dismiss.*yes.*yes/).waitFor();
    assert.equal(await state(), 'expose');
    assert.equal(await at('checkbox', 'dismiss').isChecked(), false);
    await shopOf(page).getByRole('button', {name: 'No, thanks'}).click();
    await reach('dismissed');
    await at('button', 'Open conversation').click();
    await row(/show.*yes.*yes/).waitFor();
    await at('button', 'Invite me').click();
    await cardOf(shopOf(page)).waitFor();
    assert.deepEqual(complaints, []);
  });

  it('sift and clear the events', async () => {
    const filter = at('combobox', 'Show');
    await filter.selectOption('not cancelable');
    await row(/statechange/)
      .first()
      .waitFor();
    assert.equal(await row(/^.{12}show[^n]/).isVisible(), false);
    await filter.selectOption('cancelable');
    await row(/^.{12}show[^n]/).waitFor();
    await filter.selectOption('all events');
    await at('button', 'Clear the events').click();
    assert.equal(await row(/./).count(), 0);
    assert.deepEqual(complaints, []);
  });

  it('invite in the agent’s words and ways, and withdraw', async () => {
    await page.getByRole('button', {name: 'Nothing to offer', exact: true}).click();
    await reach('unavailable');
    for (const [name, words] of [
      ['Title', 'Which shoe?'],
      ['Message', 'I am Mia.'],
      ['Accept button', 'Talk'],
      ['Decline button', 'Later'],
    ] as const) {
      await at('textbox', name).fill(words);
    }
    await type('Valid for, in seconds', '30');
    await at('combobox', 'Show on').selectOption('every page of the visit');
    await at('combobox', 'Delivered by').selectOption('Bayeux, long-polling');
    await at('summary', 'Gateway call').click();
    await at('combobox', 'Body encoding').selectOption('form field');
    await at('combobox', 'Gateway path').selectOption('/backend');
    await at('button', 'Send the invitation').click();
    const card = shopOf(page).getByRole('region', {name: 'Which shoe?'});
    for (const words of ['I am Mia.', 'Talk', 'Later']) await card.getByText(words, {exact: true}).waitFor();
    await becameOf('Which shoe?').getByText('offered').waitFor();
    const call = wire(/gateway\s*\/engage\s*200/);
    await call.click();
    await call.getByText('/backend/data/gateway/engage').waitFor();
    await call.getByText('ixnProfile=').waitFor();
    await at('button', 'Withdraw').click();
    await card.waitFor({state: 'hidden'});
    await becameOf('Which shoe?').getByText('noengage cancelled').waitFor();
    assert.equal(await state(), 'unavailable');
    assert.deepEqual(complaints, []);
  });

  it('show what an agent can do amiss, and what becomes of it', async () => {
    const play = (title: string, text: string): Promise<void> => at('button', `${title} ${text}`).click();
    await page.getByRole('button', {name: 'Nothing to offer', exact: true}).click();
    await reach('unavailable');
    await at('summary', 'Edge cases').click();
    for (const [title, text, outcome] of cases) {
      await play(title, text);
      await becameOf(title).getByText(outcome).waitFor();
      assert.equal(await state(), 'unavailable');
    }
    await page.getByLabel('Delivered by').selectOption('Call of notify()');
    await play('Sent 100 times', 'One card appears. The other copies are ignored.');
    await becameOf('Sent 100 times')
      .getByText(/ignored\s*×99\s*known already/)
      .waitFor();
    await becameOf('Sent 100 times').getByText('offered').waitFor();
    for (const line of [/SSE\s*engage\s*×100/, /notify\(\)\s*×100/]) await wire(line).waitFor();
    assert.deepEqual(complaints, []);
  });

  it('play what other platforms do at one press each', async () => {
    await at('summary', 'All scenarios').click();
    await at('button', 'Agent invites').click();
    const invitation = shopOf(page).getByRole('region', {name: 'May I help you choose?'});
    await invitation.waitFor();
    await at('button', 'Agent withdraws').click();
    await invitation.waitFor({state: 'hidden'});
    await at('button', 'Hand-off link').click();
    await shopOf(page).getByRole('region', {name: 'Chat instead of calling?'}).waitFor();
    await at('combobox', 'Hand-off answer').selectOption('no hand-off');
    await at('button', 'Wait time').click();
    await cardOf(shopOf(page)).getByText('about 2 minutes').waitFor();
    assert.equal(await at('combobox', 'Wait time on the card').inputValue(), '90');
    await at('button', 'End of a conversation').click();
    await shopOf(page).getByRole('button', {name: 'End chat'}).waitFor();
    assert.equal(await at('combobox', 'Visitor can end the conversation').inputValue(), 'ends');
    assert.deepEqual(complaints, []);
  });

  it('put the page into a situation at one press each', async () => {
    await at('summary', 'All scenarios').click();
    await at('button', 'Right to left').click();
    assert.equal(await page.evaluate('document.dir'), 'rtl');
    await at('button', 'Dialog is open').click();
    await shopOf(page).getByRole('dialog', {name: 'Dialog of the page'}).waitFor();
    await shopOf(page).getByRole('button', {name: 'Close the dialog'}).click();
    await cardOf(shopOf(page)).waitFor();
    await at('button', 'Full screen').click();
    await until('a picture fills the screen', () => runInShop(page, 'document.fullscreenElement?.id === "picture"'));
    await runInShop(page, 'document.exitFullscreen()');
    await at('button', 'Consent given').click();
    assert.equal(await at('combobox', 'Consent').inputValue(), 'granted');
    await at('button', 'Consent denied').click();
    await page.locator('#snippet').getByText('data-consent="denied"').waitFor();
    await reach('idle');
    await at('button', 'Invitation').click();
    await cardOf(shopOf(page)).waitFor();
    assert.equal(await at('combobox', 'Consent').inputValue(), '');
    for (const [name, title] of [
      ['Invite me', 'Can we help you?'],
      ['Agent invites', 'May I help you choose?'],
      ['Hand-off link', 'Chat instead of calling?'],
    ] as const) {
      await at('button', 'Consent denied').click();
      await reach('idle');
      await at('button', name).click();
      await shopOf(page).getByRole('region', {name: title}).waitFor();
    }
    assert.deepEqual(complaints, []);
  });

  it('set attributes on the tag and write them into the snippet, also after a reload', async () => {
    const snippet = page.locator('#snippet');
    for (const [name, choice, words] of choices) {
      await at('combobox', name).selectOption(choice);
      await snippet.getByText(words).waitFor();
    }
    for (const [name, attribute] of amounts) {
      await type(name, '7');
      await snippet.getByText(`${attribute}="7"`).waitFor();
    }
    await shopOf(page).locator('web-engagement').waitFor({state: 'attached'});
    await page.reload();
    for (const [, , words] of choices) await snippet.getByText(words).waitFor();
    assert.equal(await at('spinbutton', 'Unread messages').inputValue(), '7');
    for (const [name] of choices) await at('combobox', name).selectOption('');
    assert.doesNotMatch((await snippet.textContent()) ?? '', /data-format|data-locale|data-consent/);
  });

  it('write what happens to the console when asked', async () => {
    await at('checkbox', 'Log to the console').check();
    await at('button', 'Ask again').click();
    await until('there are lines', () => complaints.length > 0);
  });

  it('give every look to the widget, and give away its style sheet', async () => {
    const accent = (): Promise<string> =>
      shopOf(page)
        .locator('web-engagement')
        .evaluate((it) => getComputedStyle(it).getPropertyValue('--web-engagement-accent'));
    for (const name of looks) {
      await at('button', name).click();
      await page.getByText('Every pair has enough contrast.').waitFor();
      assert.match(await accent(), /light-dark|#|rgb/);
    }
    await at('button', 'Copy the style sheet').click();
    await at('button', 'Copied').waitFor();
    assert.equal(await paste(page), await page.locator('#theme-css').textContent());
    await at('button', 'Standard').click();
    assert.equal(await accent(), '');
    assert.deepEqual(complaints, []);
  });

  it('give nothing away that cannot be read, and say which pair it is', async () => {
    await at('radio', 'dark').check();
    await at('color', 'Surface').fill('#ffffff');
    await page.getByText(/Cannot be exported. Too little contrast: .*Title on the card \(dark\)/).waitFor();
    assert.equal(await at('button', 'Copy the style sheet').isDisabled(), true);
    assert.equal(await page.locator('#theme-css').textContent(), '');
    await at('radio', 'light').check();
    for (const [name, colour] of [
      ['Accent', '#123456'],
      ['Text on accent', '#fefefe'],
      ['Text on surface', '#000001'],
      ['Border', '#777777'],
      ['Focus', '#123457'],
    ] as const) {
      await at('color', name).fill(colour);
    }
    await at('radio', 'dark').check();
    await at('color', 'Surface').fill('#101010');
    await at('slider', 'Radius').fill('9');
    await at('combobox', 'Font').selectOption('Serif');
    const css = page.locator('#theme-css');
    for (const words of ['#123456', '#fefefe', '#000001', '#777777', '#123457', '9px', 'Georgia']) {
      await css.getByText(words).waitFor();
    }
    assert.deepEqual(complaints, []);
  });

  it('check the widget, and show it at 400 %, turned round and in the dark', async () => {
    await at('button', 'Check the widget').click();
    await page.getByText(/^0 violations of \d+ applicable rules\.$/).waitFor();
    await at('button', 'Preview at 400 %').click();
    await page.frameLocator('#small-page iframe').getByRole('region', {name: 'Can we help you?'}).waitFor();
    await at('button', 'Preview at 400 %').click();
    assert.equal(await page.locator('#small-page iframe').count(), 0);
    await at('combobox', 'Page direction').selectOption('right to left');
    assert.equal(await page.evaluate('document.dir'), 'rtl');
    await at('combobox', 'Colour scheme').selectOption('dark');
    const scheme = await shopOf(page)
      .locator('web-engagement')
      .evaluate((it) => getComputedStyle(it).colorScheme);
    assert.equal(scheme, 'dark');
    assert.deepEqual(complaints, []);
  });

  it('show what is stored, and erase it', async () => {
    const stored = page.getByRole('row', {name: /^visitorId/});
    await stored.waitFor();
    await at('button', 'Erase').click();
    await page.getByText('Nothing is stored.').waitFor();
    for (const name of consentCommands) {
      await at('button', name).click();
      await page
        .getByRole('status')
        .getByText(/^Called \w+\(\)\.$/)
        .waitFor();
    }
    assert.deepEqual(complaints, []);
  });

  it('open the tables of the API', async () => {
    for (const name of tables) {
      const summary = at('summary', name).first();
      await summary.click();
      await page
        .getByRole('table', {name: `${name} of <web-engagement>`})
        .getByRole('row')
        .nth(1)
        .waitFor();
    }
    assert.deepEqual(complaints, []);
  });

  it('are all driven by these tests', async () => {
    assert.deepEqual(await controls.undriven(page), []);
  });
});
