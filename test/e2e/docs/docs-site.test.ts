import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, it} from 'node:test';
import type {AxeResults} from 'axe-core';
import type {Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {buildDocsSite} from '../../../scripts/docs/site/docs-site.js';
import {openQuietPage, type DemoPage} from '../demo/page.js';
import {inChromium, inEveryEngine} from '../engines.js';
import {until} from '../until.js';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const looks = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 375],
  ['dark', 375],
] as const;

let folder: string;
let sandbox: Sandbox;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docs-site-'));
  await buildDocsSite(folder);
  sandbox = await startSandbox({docs: folder});
});

after(async () => {
  await sandbox.close();
  await rm(folder, {recursive: true});
});

const addressOf = (path: string): string => `${sandbox.url}/docs/${path}`;

/** What holds the focus: the skip link, or the landmark around it. */
const whereFocusIs = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest('.skip, nav, header, search, main, footer')?.localName);

/** The landmarks through which Tab leads, up to and with the content. */
async function tabToContent(page: Page): Promise<readonly (string | undefined)[]> {
  const passed: (string | undefined)[] = [];
  while (passed.at(-1) !== 'main') {
    await page.keyboard.press('Tab');
    const place = await whereFocusIs(page);
    assert.ok(place, `The focus is lost after ${passed.join(', ')}.`);
    if (place !== passed.at(-1)) passed.push(place);
  }
  return passed;
}

inEveryEngine('a reader of the documents', (visitor) => {
  async function open(path: string, width = 1280): Promise<DemoPage> {
    const opened = await openQuietPage(visitor());
    await opened.page.setViewportSize({width, height: 800});
    await opened.page.goto(addressOf(path));
    return opened;
  }

  it('comes by keyboard past the navigation and the search to the content, or there at once', async () => {
    const {page, complaints} = await open('guides/react.html');
    assert.deepEqual(await tabToContent(page), ['a', 'header', 'nav', 'search', 'main']);
    await page.reload();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until('the content has the focus', async () => (await whereFocusIs(page)) === 'main');
    assert.deepEqual(complaints, []);
  });

  it('opens the navigation by keyboard on a phone, goes to a page, and back by Escape', async () => {
    const {page} = await open('guides/react.html', 375);
    const menu = page.getByRole('button', {name: 'Menu'});
    const current = page.getByRole('navigation').getByRole('link', {name: 'React', exact: true});
    assert.equal(await current.isVisible(), false);
    await menu.press('Enter');
    await current.waitFor();
    await page.keyboard.press('Escape');
    await current.waitFor({state: 'hidden'});
    assert.ok(await menu.evaluate((it) => it === document.activeElement));
    await menu.press('Enter');
    await page.getByRole('link', {name: 'Next', exact: true}).press('Enter');
    await page.getByRole('heading', {level: 1, name: 'Next'}).waitFor();
  });

  it('finds a page by a word, and by the beginning of one', async () => {
    const {page, complaints} = await open('index.html', 375);
    const field = page.getByRole('searchbox', {name: 'Search the documentation'});
    await field.fill('dataLayer');
    await field.press('Enter');
    await page
      .getByRole('status')
      .filter({hasText: /results? for “dataLayer”/})
      .waitFor();
    await field.fill('cookieb');
    const found = page.getByRole('main').getByRole('link', {name: 'Consent managers: Cookiebot'});
    await found.press('Enter');
    await page.getByRole('heading', {level: 2, name: 'Cookiebot'}).waitFor();
    assert.equal(page.url(), addressOf('guides/consent.html#cookiebot'));
    assert.deepEqual(complaints, []);
  });

  it('is told when nothing was found', async () => {
    const {page} = await open('search.html?q=xylophone');
    await page.getByRole('status').filter({hasText: 'Nothing found for “xylophone”.'}).waitFor();
  });
});

inChromium('the documents', (visitor) => {
  for (const path of ['index.html', 'element.html', 'search.html?q=consent']) {
    it(`are accessible and as wide as the screen in every look: ${path}`, async () => {
      const {page, complaints} = await openQuietPage(visitor());
      await page.goto(addressOf(path));
      if (path.startsWith('search')) await page.getByRole('main').getByRole('listitem').first().waitFor();
      await page.evaluate("import('/axe.min.js')");
      for (const [colorScheme, width] of looks) {
        await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
        await page.setViewportSize({width, height: 900});
        assert.deepEqual(await violationsOn(page), [], `${colorScheme}, ${width} px`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      }
      assert.deepEqual(complaints, []);
    });
  }

  async function violationsOn(page: Page): Promise<readonly unknown[]> {
    const options = JSON.stringify({runOnly: rules, resultTypes: ['violations']});
    const {violations} = await page.evaluate<AxeResults>(`axe.run(${options})`);
    return violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]);
  }
});
