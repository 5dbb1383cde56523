import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Page} from 'playwright';
import {cardOf, get} from './brand.js';
import {useBrand} from './brand-suite.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';

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

  it('is counted in the page’s title when its conversation has unread messages', async () => {
    await suite.account.play('conversation');
    const page = await openTab({'data-title-badge': '', 'data-unread': '2'});
    const title = await page.title();
    await until('the title has the number', async () => (await page.title()) === `(2) ${title.replace(/^\(2\) /, '')}`);
    await page.evaluate("WebEngagement('set', 'unread', 0)");
    await until('the title is the page’s own again', async () => !(await page.title()).startsWith('('));
  });
});
