// The card that comes before the element, whose files are kept waiting here.
import assert from 'node:assert/strict';
import {until} from '../e2e/until.js';
import type {Host} from './support/host.js';
import {onHostPages} from './support/host-tests.js';

/** Keeps the element's file waiting until the returned function is called, and tells whether it was asked for. */
async function holdElement(host: Host): Promise<{isAskedFor: () => boolean; letGo: () => void}> {
  let isAskedFor = false;
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await host.page.route(
    (url) => url.pathname.includes('web-engagement-element-'),
    async (route) => {
      isAskedFor = true;
      await held;
      await route.continue();
    },
  );
  return {isAskedFor: () => isAskedFor, letGo};
}

/** Notes every event of the widget, and each motion of the card that begins. */
const noting = `<script>
  globalThis.noted = [];
  for (const name of ['statechange', 'show', 'shown', 'hidden', 'accept', 'dismiss', 'error']) {
    addEventListener('engagement-' + name, () => noted.push(name), true);
  }
</script>`;

const root = `document.querySelector('web-engagement').shadowRoot`;
const isElement = `'session' in document.querySelector('web-engagement')`;
const isLaidOpen = `${root}?.querySelector('.card')?.matches(':popover-open')`;

onHostPages('the card before its element', (test) => {
  test('is there without the element’s file, and is the element’s own when that has come', async (host) => {
    const element = await holdElement(host);
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await until('the element is asked for', () => element.isAskedFor());
    assert.deepEqual(await host.run('noted'), ['statechange', 'statechange', 'show']);
    assert.deepEqual(
      await host.run(`(({state, offer}) => [state, offer.source])(document.querySelector('web-engagement'))`),
      ['expose', 'liveperson'],
    );
    await host.run(`(async () => {
      globalThis.parts = [...${root}.querySelectorAll('*')];
      globalThis.motions = [];
      const card = ${root}.querySelector('.card');
      await Promise.all(card.getAnimations().map(({finished}) => finished));
      // The events of an animation come after it.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      for (const name of ['animationstart', 'transitionstart']) card.addEventListener(name, ({type, animationName, propertyName}) => motions.push([type, animationName ?? propertyName].join(' ')));
    })()`);
    element.letGo();
    await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
    assert.deepEqual(await host.run('noted'), ['statechange', 'statechange', 'show', 'shown']);
    assert.equal(await host.run(`[...${root}.querySelectorAll('*')].every((it, at) => it === parts[at])`), true);
    assert.deepEqual(await host.run('motions'), []);
    assert.equal(await host.run(isLaidOpen), true);
    assert.equal(host.sent('engagement').length, 1);
    assert.equal(await host.state(), 'expose');
  });

  test('comes first, whatever tag managers and consent tools have written on the script', async (host) => {
    const element = await holdElement(host);
    const foreign =
      'data-cfasync="false" data-turbo-track="reload" data-ot-ignore data-cookieconsent="ignore" data-gtmsrc="x"';
    await host.open({head: host.script(`${host.settings('data-')} ${foreign}`)});
    await host.showsCard();
    element.letGo();
    await host.isTrue('there is an element', isElement);
    assert.deepEqual(host.said, []);
  });

  for (const [name, part, state] of [
    ['accepts', 'accept', 'accepted'],
    ['declines', 'dismiss', 'dismissed'],
  ] as const) {
    test(`the element does what the visitor wants who ${name} before`, async (host) => {
      const element = await holdElement(host);
      await host.open({head: noting + host.script()});
      await host.showsCard();
      await host.page.locator(`[part~=${part}]`).click();
      element.letGo();
      await host.settles(state);
      await until('the card goes', async () => (await host.cards()) === 0);
    });
  }

  test('the page may prevent it, of which it is asked once', async (host) => {
    const element = await holdElement(host);
    const prevention = `<script>addEventListener('engagement-show', (event) => event.preventDefault(), {once: true})</script>`;
    await host.open({head: noting + prevention + host.script()});
    await until('the element is asked for', () => element.isAskedFor());
    element.letGo();
    await host.isTrue('there is an element', isElement);
    assert.deepEqual(await host.run('noted'), ['statechange', 'statechange', 'show']);
    assert.equal(await host.cards(), 0);
    await host.run(`WebEngagement('show')`);
    await host.showsCard();
  });

  for (const [title, body] of Object.entries({
    'a banner lies in the corner': '<div style="position: fixed; inset: auto 0 0; height: 80px">Cookies</div>',
    'a dialog is open':
      '<dialog id="open">Newsletter</dialog><script>document.querySelector("#open").showModal()</script>',
  })) {
    test(`leaves it to the element to find its place when ${title}`, async (host) => {
      const element = await holdElement(host);
      await host.open({head: noting + host.script(), body});
      await until('the element is asked for', () => element.isAskedFor());
      assert.equal(await host.cards(), 0);
      element.letGo();
      await host.run(`document.querySelector('dialog')?.close()`);
      await host.showsCard();
      await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
      assert.deepEqual(await host.run('noted'), ['statechange', 'statechange', 'show', 'shown']);
    });
  }

  test('does not come over what the visitor writes in', async (host) => {
    const element = await holdElement(host);
    const body = '<textarea id="field" style="position: absolute; inset: auto 60px 140px auto"></textarea>';
    await host.open({head: noting + host.script(), body: `${body}<script>field.focus()</script>`});
    await until('the element is asked for', () => element.isAskedFor());
    assert.equal(await host.cards(), 0);
    element.letGo();
    await host.isTrue('the launcher is there', `${root}?.querySelector('.launcher:popover-open')`);
    await until('the card is folded', async () => (await host.cards()) === 0);
  });

  test('goes when the visitor logs out in another tab, and the element asks about somebody else', async (host) => {
    const element = await holdElement(host);
    await host.open({head: noting + host.script()});
    await host.showsCard();
    const other = await host.page.context().newPage();
    await other.goto(host.address({head: host.script()}));
    await other.evaluate(`WebEngagement('reset')`);
    await other.close();
    await until('the card is gone', async () => (await host.cards()) === 0);
    host.offerNothing();
    element.letGo();
    await host.settles('unavailable');
    assert.equal(await host.cards(), 0);
  });

  test('goes when the page says that the visitor does not agree any more', async (host) => {
    const element = await holdElement(host);
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await host.run(`document.querySelector('web-engagement').setAttribute('consent', 'denied')`);
    await until('the card is gone', async () => (await host.cards()) === 0);
    element.letGo();
    await host.settles('idle');
    await host.isTrue('nothing is stored', `indexedDB.databases().then((all) => all.length === 0)`);
    assert.equal(await host.run('noted.at(-1)'), 'statechange');
  });

  test('has what the page sets while its body arrives', async (host) => {
    const answered = host.page.waitForResponse((response) => response.url().includes('/engagement?'));
    await host.page.route('**/late.js', async (route) => {
      await answered;
      await route.fulfill({contentType: 'text/javascript', body: `WebEngagement('set', 'format', 'bubble')`});
    });
    await host.open({head: noting + host.script(), body: '<script src="/late.js"></script>'});
    await host.isTrue('there is a bubble', `${root}?.querySelector('.launcher.as-bubble:popover-open')`);
    assert.equal(await host.cards(), 0);
    assert.equal(await host.run(`noted.filter((name) => name === 'show').length`), 1);
  });

  test('goes when the element cannot be loaded', async (host) => {
    host.allow(/Failed to load|Loading failed|NetworkError|Loading module|status/i);
    await host.page.route(
      (url) => url.pathname.includes('web-engagement-element-'),
      (route) => route.abort(),
    );
    await host.open({head: noting + host.script()});
    await host.isTrue('the page hears of it', `noted.includes('error')`);
    assert.equal(await host.cards(), 0);
    assert.equal(host.said.length, 1);
  });

  test('holds the place of the page’s one invitation', async (host) => {
    const element = await holdElement(host);
    const frame = `<iframe srcdoc="${host.script().replaceAll('"', '&quot;')}" style="width: 500px; height: 600px"></iframe>`;
    await host.open({head: noting + host.script(), body: ''});
    await host.showsCard();
    element.letGo();
    await host.run(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(frame)})`);
    await until('the frame has an element', async () => {
      const [, inner] = host.page.frames();
      return !!(await inner?.evaluate(isElement).catch(() => false));
    });
    await host.showsCard();
  });
});
