import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Page} from 'playwright';
import {cardOf, get, reports} from './brand.js';
import {useBrand} from './brand-suite.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';

inEveryEngine('a brand’s page', (visitor) => {
  const suite = useBrand();

  async function open(wishes: Readonly<Record<string, string>> = {}): Promise<Page> {
    const page = await visitor().newPage();
    await page.goto(suite.url(wishes));
    return page;
  }

  it('gets one warning and stays as it is when the widget’s settings cannot work', async () => {
    const bare = await open({script: 'http://127.0.0.1:9'});
    const page = await open({'data-app-installation-id': ''});
    await until('the widget has given up', async () => (await get(page, 'state')) === 'failed');

    assert.deepEqual(
      (await reports(page)).map(({type, text}) => [type, text.slice(0, 50)]),
      [['console.warn', '<web-engagement>: Expected app-installation-id to ']],
    );
    assert.ok((await page.screenshot()).equals(await bare.screenshot()));
    assert.deepEqual(await suite.account.handshakes(), []);
  });

  it('hears of a file of the widget that cannot be loaded, and of nothing thrown', async () => {
    const page = await visitor().newPage();
    await page.route('**/web-engagement-conversation-opener-*.js*', (route) => route.abort());
    const address = {'data-open-in': 'tab', 'data-conversation-url': 'https://brand.example/chat'};
    await page.goto(suite.url(address));
    await page.evaluate("addEventListener('engagement-error', () => (globalThis.hasHeard = true))");
    await page.getByRole('button', {name: 'Start chat'}).click();
    await until('the page has heard of it', async () => (await page.evaluate('globalThis.hasHeard')) === true);
    const thrown = (await reports(page)).filter(({type}) => !type.startsWith('console'));
    assert.deepEqual(thrown, []);
  });

  it('gets nothing but the script and one question while there is no offer', async () => {
    await suite.account.play('unavailable');
    const requests: string[] = [];
    visitor().on('request', (request) => requests.push(new URL(request.url()).pathname));
    const page = await open();
    await until('there is no offer', async () => (await get(page, 'state')) === 'unavailable');

    const [handshake, ...others] = await suite.account.handshakes();
    assert.deepEqual(requests, ['/brand', '/web-engagement.js', handshake!.path]);
    assert.deepEqual(others, []);
    assert.deepEqual(await reports(page), []);
    assert.deepEqual(await storedBy(page), {cookies: 0, origins: 0, databases: ['web-engagement']});
  });

  it('keeps focus, caret and text of a field in which the visitor types while the invitation appears', async () => {
    await suite.account.play('slow');
    const page = await open();
    await page.evaluate("document.querySelector('main').append(document.createElement('input'))");
    const field = page.getByRole('textbox');
    await field.fill('before after');
    await field.evaluate((input: HTMLInputElement) => input.setSelectionRange(7, 7));
    let typed = 0;
    const type = async (count: number): Promise<void> => {
      await page.keyboard.type('x'.repeat(count));
      typed += count;
    };
    await until('the invitation appears', async () => {
      await type(1);
      return cardOf(page).isVisible();
    });
    await type(3);

    assert.equal(await field.inputValue(), `before ${'x'.repeat(typed)}after`);
    assert.equal(await field.evaluate((input: HTMLInputElement) => input.selectionStart), 7 + typed);
    assert.ok(await field.evaluate((input) => input === document.activeElement));
  });

  /** What the page has stored; a cookie of either origin and any entry of the older storages would count. */
  async function storedBy(page: Page): Promise<{cookies: number; origins: number; databases: unknown[]}> {
    const {cookies, origins} = await visitor().storageState();
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map((it) => it.name));
    return {cookies: cookies.length, origins: origins.length, databases};
  }
});
