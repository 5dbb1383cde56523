import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Page} from 'playwright';
import {cardOf, get} from './brand.js';
import {useBrand} from './brand-suite.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';

const portrait = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';

/** In px, of the picture itself. */
const pictureWidth = `document.querySelector('web-engagement').shadowRoot.querySelector('.icon img')?.naturalWidth`;

inEveryEngine('the invitation', (visitor) => {
  const suite = useBrand();

  async function openTab(wishes: Readonly<Record<string, string>> = {}): Promise<Page> {
    const page = await visitor().newPage();
    await page.goto(suite.url(wishes));
    return page;
  }

  const button = (page: Page, name: string) => page.getByRole('button', {name});

  it('comes back in every tab when the visitor takes an opt-out back', async () => {
    const [page, other] = [await openTab(), await openTab()];
    await Promise.all([cardOf(page).waitFor(), cardOf(other).waitFor()]);
    await page.bringToFront();
    await button(page, 'More options').click();
    await button(page, 'Don’t invite me again').click();
    await page.getByText('We will not invite you again.').first().waitFor();
    await until('the other tab knows', async () => (await get(other, 'state')) === 'dismissed');
    await button(page, 'Undo').click();
    await Promise.all([cardOf(page).waitFor(), cardOf(other).waitFor()]);
    assert.equal(await button(page, 'Undo').count(), 0);
    await page.reload();
    await cardOf(page).waitFor();
  });

  it('says what follows from a snooze until the visitor does something else', async () => {
    const page = await openTab();
    await button(page, 'More options').click();
    await button(page, 'Ask me in an hour').click();
    await button(page, 'Undo').waitFor();
    await page.mouse.click(5, 5);
    await button(page, 'Undo').waitFor({state: 'detached'});
    assert.equal(await get(page, 'state'), 'dismissed');
  });

  it('leads into the conversation about a topic, and to the page on privacy', async () => {
    const page = await openTab({
      'data-open-in': 'tab',
      'data-conversation-url': `${suite.platform.url}/?topic={topic}`,
      'data-privacy-url': `${suite.platform.url}/privacy`,
    });
    await cardOf(page).waitFor();
    await page.evaluate("WebEngagement('set', 'topics', [{id: 'sizes', text: 'Which size fits me?'}])");
    const link = page.getByRole('link', {name: 'How we handle your data'});
    assert.equal(await link.getAttribute('href'), `${suite.platform.url}/privacy`);
    const [tab] = await Promise.all([page.waitForEvent('popup'), button(page, 'Which size fits me?').click()]);
    await tab.waitForURL(/\?topic=sizes/);
    assert.equal(await get(page, 'state'), 'accepted');
  });

  it('has the face and the name of its agent, initials where there is no photo, and the brand’s logo without an agent', async () => {
    const page = await openTab();
    await cardOf(page).waitFor();
    const [photo, missing] = ['', 'missing'].map((path) => `${suite.platform.url}/portrait.svg${path}`);
    await page.route(`**/portrait.svg`, (route) => route.fulfill({contentType: 'image/svg+xml', body: portrait}));
    await page.route(`**/portrait.svgmissing`, (route) => route.fulfill({status: 404}));
    const set = (name: string, value: object) =>
      page.evaluate(`WebEngagement('set', '${name}', ${JSON.stringify(value)})`);
    await set('agent', {name: 'Mia Berg', role: 'Sales advisor', avatar: photo});
    // The names stand in marks of their own direction, which cannot be seen.
    await page.getByRole('button', {name: /Chat with .Mia Berg/}).waitFor();
    await page.getByText(/Mia Berg. · .Sales advisor/).waitFor();
    await until('the photo is there', async () => (await page.evaluate(pictureWidth)) === 8);
    await set('agent', {name: 'Mia Berg', avatar: missing});
    await page.getByText('MB', {exact: true}).waitFor();
    await set('brand', {name: 'Nordwool', logo: photo});
    await page.evaluate("WebEngagement('set', 'agent', undefined)");
    await button(page, 'Start chat').waitFor();
    await until('the logo is there', async () => (await page.evaluate(pictureWidth)) === 8);
  });

  it('leads back into a conversation that is ended only when the visitor has said so twice', async () => {
    await suite.account.play('conversation');
    const page = await openTab();
    await cardOf(page).waitFor();
    await page.evaluate("WebEngagement('set', 'endConversation', async () => void (window.ended = true))");
    await button(page, 'End chat').click();
    const question = page.getByRole('group', {name: 'Do you want to end this chat?'});
    await question.getByRole('button', {name: 'Keep chatting'}).click();
    await question.waitFor({state: 'detached'});
    assert.equal(await page.evaluate('window.ended'), undefined);
    await button(page, 'End chat').click();
    await question.getByRole('button', {name: 'End chat'}).click();
    await cardOf(page).waitFor({state: 'hidden'});
    assert.equal(await page.evaluate('window.ended'), true);
  });

  it('is counted in the page’s title when its conversation has unread messages', async () => {
    await suite.account.play('conversation');
    const page = await openTab({'data-title-badge': '', 'data-unread': '2'});
    const title = await page.title();
    await until('the title has the number', async () => (await page.title()) === `(2) ${title.replace(/^\(2\) /, '')}`);
    await page.evaluate("WebEngagement('set', 'unread', 0)");
    await until('the title is the page’s own again', async () => !(await page.title()).startsWith('('));
  });
});
