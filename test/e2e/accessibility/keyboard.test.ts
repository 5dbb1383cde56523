import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import type {BrowserContext, Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {crowdedPage} from '../../support/pages/crowded-page.js';
import {
  conversation,
  invitation,
  openAccessiblePage,
  withdrawal,
  type AccessiblePage,
  type AccessiblePageOptions,
} from './page.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';

const form = `<main><h1>Brand</h1><input id="search" value="shoes"><button id="buy">Buy</button></main>`;

inEveryEngine('a visitor with a keyboard', (visitor) => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  const open = (options: Partial<AccessiblePageOptions> = {}, context: BrowserContext = visitor()) =>
    openAccessiblePage(context, {script: sandbox.url, body: form, ...options});

  async function openWith(fact: object, options?: Partial<AccessiblePageOptions>): Promise<AccessiblePage> {
    const opened = await open(options);
    await opened.page.locator('#search').focus();
    await opened.say(fact);
    await opened.part('card').waitFor();
    return opened;
  }

  /** Presses Tab until a part has the focus. */
  async function tabTo({page, focused}: AccessiblePage, name: string, key = 'Tab'): Promise<void> {
    for (let presses = 0; (await focused()) !== name; presses++) {
      assert.ok(presses < 15, `Tab comes to ${name}`);
      await page.keyboard.press(key);
    }
  }

  /** Has an element fill the screen, as a press on the page's button would. */
  async function fillScreen(page: Page, selector: string): Promise<void> {
    await page.evaluate(`buy.onclick = () => document.querySelector('${selector}').requestFullscreen()`);
    await page.locator('#buy').click();
    await until('it fills the screen', () => page.evaluate('!!document.fullscreenElement'));
  }

  for (const [name, attributes] of [
    ['the invitation', ''],
    ['the invitation on the other side', 'data-placement="start"'],
    ['the bubble', 'data-format="bubble"'],
    ['the banner', 'data-format="banner"'],
  ] as const) {
    it(`never has the focus on something that ${name} hides, at any press of Tab [A20]`, async () => {
      const {page, say, part} = await open({body: crowdedPage, attributes});
      await page.setViewportSize({width: 640, height: 600});
      await say(invitation);
      await part(name === 'the bubble' ? 'launcher' : 'card').waitFor();
      const count = await page.locator('input, a').count();
      for (let press = 1; press <= count; press++) {
        await page.keyboard.press('Tab');
        await until(`what has the focus after press ${press} can be seen`, () => page.evaluate(isFocusVisible));
      }
    });
  }

  it('goes on writing while the invitation comes [A9]', async () => {
    const {page, say, part} = await open();
    const input = page.locator('#search');
    await input.focus();
    await page.keyboard.press('Home');
    await page.keyboard.type('red ');
    await say(invitation);
    await part('card').waitFor();
    await page.keyboard.type('big ');
    assert.equal(await input.inputValue(), 'red big shoes');
    assert.equal(await page.evaluate('document.activeElement.selectionStart'), 8);
  });

  const returns: readonly (readonly [
    how: string,
    part: string,
    leave: (opened: AccessiblePage) => Promise<unknown>,
  ])[] = [
    ['Escape', 'accept', ({page}) => page.keyboard.press('Escape')],
    ['declining', 'dismiss', ({page}) => page.keyboard.press('Enter')],
    ['closing the card', 'close', ({page}) => page.keyboard.press('Space')],
    ['the withdrawal by the server', 'accept', ({say}) => say(withdrawal)],
  ];
  for (const [how, name, leave] of returns) {
    it(`is led back to where the focus came from after ${how} [A10]`, async () => {
      const opened = await openWith(invitation);
      await opened.page.locator('#buy').focus();
      await tabTo(opened, name);
      await leave(opened);
      await opened.part('card').waitFor({state: 'hidden'});
      await until('the focus is back', async () => (await opened.focused()) === 'buy');
    });
  }

  it('is led back to the launcher, which had opened the card', async () => {
    const opened = await openWith(conversation);
    await opened.page.evaluate("document.querySelector('web-engagement').hide()");
    await tabTo(opened, 'launcher');
    await opened.page.keyboard.press('Enter');
    await until('the focus is in the card', async () => (await opened.focused()) === 'resume');
    await opened.page.keyboard.press('Escape');
    await until('the focus is back', async () => (await opened.focused()) === 'launcher');
  });

  it('is led to the launcher when what had the focus before is gone [A22]', async () => {
    const opened = await openWith(conversation);
    await opened.page.locator('#buy').focus();
    await tabTo(opened, 'resume');
    await opened.page.evaluate("document.querySelector('#buy').remove()");
    await opened.page.keyboard.press('Escape');
    await until('the focus is on the launcher', async () => (await opened.focused()) === 'launcher');
  });

  it('closes the card by Escape only from inside, and leaves every other Escape to the page [A11]', async () => {
    const opened = await openWith(invitation);
    const {page, part} = opened;
    await page.evaluate("window.escapes = 0; addEventListener('keydown', ({key}) => key === 'Escape' && escapes++)");
    await page.keyboard.press('Escape');
    assert.deepEqual([await page.evaluate('escapes'), await part('card').isVisible()], [1, true]);
    await page.locator('#buy').focus();
    await tabTo(opened, 'accept');
    await page.keyboard.press('Escape');
    await part('card').waitFor({state: 'hidden'});
    assert.equal(await page.evaluate('escapes'), 1);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate('escapes'), 2);
  });

  it('comes to every button of the card by Tab in a window of 320 × 256 px, and sees it [A24]', async () => {
    const opened = await openWith(invitation);
    await opened.page.setViewportSize({width: 320, height: 256});
    // So small a window has no room for both, so the card has made way for what has the focus.
    await opened.page.locator('#buy').focus();
    await tabTo(opened, 'launcher');
    await opened.page.keyboard.press('Enter');
    for (const name of ['accept', 'dismiss', 'more', 'close']) {
      await tabTo(opened, name);
      await until(`${name} can be seen`, async () => {
        const box = await opened.part(name).boundingBox();
        // Firefox leaves what has the focus where it is when the window shows a part of it.
        return !!box && box.x >= 0 && box.x + box.width <= 320 && box.y < 256 && box.y + box.height > 0;
      });
    }
    assert.equal(await opened.page.evaluate('document.documentElement.scrollWidth <= 320'), true);
  });

  it('is not invited again after having said so, neither after a reload nor in another tab [A5]', async () => {
    const {page, part} = await openWith(invitation);
    await part('more').click();
    await part('opt-out').click();
    await part('card').waitFor({state: 'hidden'});
    const again = await openAccessiblePage(visitor(), {script: sandbox.url, body: form});
    await page.reload();
    const reloaded = "say.then((report) => report({type: 'expose', offer: {id: 'offer-2', source: 'stage'}}))";
    for (const tab of [page, again.page]) {
      await tab.evaluate(reloaded);
      await until('the tab knows', async () => (await tab.evaluate("WebEngagement('get', 'state')")) === 'dismissed');
      assert.equal(await tab.locator('web-engagement [part=card]').count(), 0);
    }
  });

  it('finds the invitation that folded by itself behind the launcher [A21]', async () => {
    const context = visitor();
    await context.clock.install();
    const {page, say, part} = await open({attributes: 'data-auto-collapse="30"'});
    const invitedAt = await page.evaluate(() => Date.now());
    await say(invitation);
    await part('card').waitFor();
    await page.mouse.move(5, 5);
    await context.clock.pauseAt(invitedAt + 29_000);
    assert.equal(await part('card').isVisible(), true);
    await context.clock.runFor(60_000);
    await part('card').waitFor({state: 'hidden'});
    await part('launcher').click();
    await part('accept').waitFor();
    assert.equal(await page.evaluate("WebEngagement('get', 'offer').then(({id}) => id)"), 'offer-1');
  });

  for (const filling of ['main', 'html']) {
    it(`sees no card while ${filling} fills the screen, and one to use when it no longer does`, async () => {
      const context = visitor();
      await context.clock.install();
      const {page, say, part} = await open({}, context);
      await fillScreen(page, filling);
      await say(invitation);
      await until('the element is there', () => page.evaluate("!!customElements.get('web-engagement')"));
      // Longer than a card takes to come.
      await context.clock.runFor(10_000);
      assert.equal(await part('card').isVisible(), false);
      assert.equal(await page.evaluate("WebEngagement('get', 'state')"), 'expose');
      await page.evaluate('document.exitFullscreen()');
      await part('close').click();
      await part('card').waitFor({state: 'hidden'});
    });
  }

  it('finds the card as it was when the page filled the screen meanwhile', async () => {
    const {page, part} = await openWith(invitation);
    await fillScreen(page, 'main');
    const covering = await part('accept').evaluate((button) => {
      const {left, top, width, height} = button.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2)?.localName;
    });
    assert.equal(covering, 'main');
    await page.evaluate('document.exitFullscreen()');
    await part('close').click();
    await part('card').waitFor({state: 'hidden'});
  });

  it('sees borders and the focus in forced colours [A12]', async () => {
    const opened = await openWith(invitation);
    const {page, part} = opened;
    await page.emulateMedia({forcedColors: 'active'});
    for (const name of ['card', 'launcher', 'accept', 'dismiss']) {
      const border = await style(page, name, ['borderTopStyle', 'borderTopWidth', 'borderTopColor', 'backgroundColor']);
      assert.equal(border[0], 'solid', name);
      assert.notEqual(border[1], '0px', name);
      assert.notEqual(border[2], border[3], `${name} stands out`);
    }
    for (const name of ['accept', 'dismiss', 'more', 'close']) {
      await page.locator('#buy').focus();
      await tabTo(opened, name);
      const [outline, width] = await style(page, name, ['outlineStyle', 'outlineWidth']);
      assert.deepEqual([outline, width], ['solid', '2px'], name);
    }
    assert.ok(await part('card').isVisible());
  });

  it('sees no motion when less of it is wanted [A13]', async () => {
    const {page, say, part} = await open();
    await page.emulateMedia({reducedMotion: 'reduce'});
    await until('the page knows it', () => page.evaluate(`matchMedia('(prefers-reduced-motion: reduce)').matches`));
    await say(invitation);
    await part('card').waitFor();
    const moving = await page.evaluate(`[...document.querySelector('web-engagement').shadowRoot.querySelectorAll('*')]
      .flatMap((part) => part.getAnimations())
      // What lets clicks pass at first moves nothing.
      .map(({animationName, transitionProperty}) => animationName || transitionProperty)
      .filter((name) => name !== 'let-pass')`);
    assert.deepEqual(moving, []);
  });
});

/** Whether half of what has the focus can be seen, once the browser has scrolled to it and the widget has looked again. */
const isFocusVisible = `new Promise((resolve) => {
  const frames = (count, then) => (count > 0 ? requestAnimationFrame(() => frames(count - 1, then)) : then());
  const points = [0.01, 0.25, 0.5, 0.75, 0.99];
  frames(3, () => {
    const target = document.activeElement;
    if (target === document.body || target.localName === 'web-engagement') return resolve(true);
    const {left, top, width, height} = target.getBoundingClientRect();
    const hits = points.flatMap((x) => points.filter((y) =>
      target.contains(document.elementFromPoint(left + x * width, top + y * height))));
    resolve(hits.length >= points.length ** 2 / 2);
  });
})`;

function style(page: Page, name: string, properties: readonly string[]): Promise<string[]> {
  return page.evaluate(`(() => {
    const style = getComputedStyle(document.querySelector('web-engagement').shadowRoot.querySelector('[part~=${name}]'));
    return ${JSON.stringify(properties)}.map((property) => style[property]);
  })()`);
}
