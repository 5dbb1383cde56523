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

/** Notes which of the script's further files a page asks for, by their names. */
function noteFiles(host: Host): ReadonlySet<string> {
  const names = new Set<string>();
  host.page.on('request', (request) => {
    const [, name] = /web-engagement-([a-z-]+)-\d[^/]*\.js/.exec(request.url()) ?? [];
    if (name) names.add(name);
  });
  return names;
}

/** The visitor comes to the card. */
const comeToCard = (host: Host): Promise<void> => host.page.locator('[part~=accept]').hover();

/** The visitor logs out in another tab. */
async function logOutElsewhere(host: Host): Promise<void> {
  const other = await host.page.context().newPage();
  await other.goto(host.address({head: host.script()}));
  await other.evaluate(`WebEngagement('reset')`);
  await other.close();
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
  test('needs no element while nobody comes to it', async (host) => {
    const files = noteFiles(host);
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await until('the platform hears that it is seen', () => host.sent('report').length === 1);
    assert.deepEqual(await host.run('noted'), ['statechange', 'statechange', 'show', 'shown']);
    assert.deepEqual(
      await host.run(`(({state, offer}) => [state, offer.source])(document.querySelector('web-engagement'))`),
      ['expose', 'liveperson'],
    );
    const said = `${root}.querySelector('[part=status]').textContent`;
    await host.isTrue('it is said to screen readers', said);
    assert.equal(await host.run(said), 'Chat: Can we help you?');
    assert.deepEqual([...files].sort(), ['attendance', 'card']);
    assert.equal(host.sent('engagement').length, 1);
  });

  test('is the element’s own when that has come', async (host) => {
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
    await host.run(`(async () => {
      globalThis.parts = [...${root}.querySelectorAll('*')];
      globalThis.motions = [];
      const card = ${root}.querySelector('.card');
      await Promise.all(card.getAnimations().map(({finished}) => finished));
      // The events of an animation come after it.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      for (const name of ['animationstart', 'transitionstart']) card.addEventListener(name, ({type, animationName, propertyName}) => motions.push([type, animationName ?? propertyName].join(' ')));
    })()`);
    const spoken = await host.run(`${root}.querySelector('[part=status]').textContent`);
    await comeToCard(host);
    await host.isTrue('there is an element', isElement);
    await host.run(`document.querySelector('web-engagement').updateComplete`);
    await host.run(`WebEngagement('report', [{type: 'searchInfo', keywords: ['shoes']}])`);
    assert.deepEqual(await host.run('noted'), ['statechange', 'statechange', 'show', 'shown']);
    assert.equal(await host.run(`[...${root}.querySelectorAll('*')].every((it, at) => it === parts[at])`), true);
    assert.deepEqual(await host.run('motions'), []);
    assert.equal(await host.run(isLaidOpen), true);
    assert.equal(await host.run(`${root}.querySelector('[part=status]').textContent`), spoken);
    const impressions = host.sent('report').filter(({text}) => text.includes('impDisplay'));
    assert.deepEqual([host.sent('engagement').length, host.sent('report').length, impressions.length], [1, 2, 1]);
    assert.equal(await host.state(), 'expose');
  });

  test('comes first, whatever tag managers and consent tools have written on the script', async (host) => {
    const element = await holdElement(host);
    const foreign =
      'data-cfasync="false" data-turbo-track="reload" data-ot-ignore data-cookieconsent="ignore" data-gtmsrc="x"';
    await host.open({head: host.script(`${host.settings('data-')} ${foreign}`)});
    await host.showsCard();
    element.letGo();
    await comeToCard(host);
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

  test('goes when the visitor logs out in another tab', async (host) => {
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await logOutElsewhere(host);
    await until('the card is gone', async () => (await host.cards()) === 0);
    await host.settles('idle');
    host.offerNothing();
    await host.run(`WebEngagement('refresh')`);
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
    await host.showsCard();
    await host.page.locator('[part~=accept]').click();
    await host.isTrue('the page hears of it', `noted.includes('error')`);
    assert.equal(await host.cards(), 0);
    assert.equal(host.said.length, 1);
  });

  const tag = `document.querySelector('web-engagement')`;

  for (const [occasion, happen] of Object.entries({
    'the visitor points at the card': comeToCard,
    'the focus comes into the card': (host) => host.run(`${root}.querySelector('[part~=accept]').focus()`),
    'the page calls a command': (host) => host.run(`WebEngagement('optIn')`),
    'the page calls a method of the tag': (host) => host.run(`${tag}.report([])`),
    'the page sets something by the command': (host) =>
      host.run(`WebEngagement('set', 'entryPoints', ['sec://Sport'])`),
    'the page sets an attribute': (host) => host.run(`${tag}.setAttribute('unread', '2')`),
    'the page sets a property': (host) => host.run(`${tag}.unread = 2`),
    'the page changes its language': (host) => host.run(`document.documentElement.lang = 'de'`),
    'a banner comes into the corner': (host) =>
      host.run(
        `document.body.insertAdjacentHTML('beforeend', '<p style="position: fixed; inset: auto 0 0; height: 80px">Cookies</p>')`,
      ),
    'a dialog comes that makes the page inert': (host) => host.run(`document.querySelector('main').inert = true`),
  } satisfies Record<string, (host: Host) => Promise<unknown>>)) {
    test(`becomes an element when ${occasion}`, async (host) => {
      const files = noteFiles(host);
      await host.open({head: noting + host.script()});
      await host.showsCard();
      await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
      assert.equal(files.has('element'), false);
      await happen(host);
      await host.isTrue('there is an element', isElement);
      await host.run(`document.querySelector('main').inert = false`);
    });
  }

  test('steps aside for what has the focus below it', async (host) => {
    const body = '<textarea id="field" style="position: absolute; inset: auto 60px 140px auto"></textarea>';
    await host.open({head: noting + host.script(), body});
    await host.showsCard();
    await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
    await host.run('field.focus()');
    await until('the card is folded', async () => (await host.cards()) === 0);
  });

  test('leads the focus back to where it was before it came into the card', async (host) => {
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
    await host.run('own.focus()');
    await host.run(`${root}.querySelector('[part~=accept]').focus()`);
    await host.isTrue('there is an element', isElement);
    await host.page.keyboard.press('Escape');
    await host.isTrue('the focus is back', `document.activeElement === own`);
  });

  test('goes when the visitor declines it in another tab', async (host) => {
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await until('the platform hears that it is seen', () => host.sent('report').length === 1);
    const other = await host.page.context().newPage();
    await other.goto(host.address({head: host.script()}));
    await other.evaluate(`WebEngagement('dismiss')`);
    await until('the card is gone', async () => (await host.cards()) === 0);
    await host.settles('dismissed');
    await other.close();
  });

  test('stays when another tab of the visitor is opened', async (host) => {
    const files = noteFiles(host);
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await until('the platform hears that it is seen', () => host.sent('report').length === 1);
    const other = await host.page.context().newPage();
    await other.goto(host.address({head: host.script()}));
    await other.waitForFunction(`WebEngagement('get', 'state').then((state) => state === 'expose')`);
    await other.evaluate(`WebEngagement('snooze', 'x').catch(() => {})`);
    assert.deepEqual([await host.state(), files.has('element')], ['expose', false]);
    await other.close();
  });

  test('is open again at once when the page replaces its body', async (host) => {
    const files = noteFiles(host);
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
    await host.run(`document.documentElement.replaceChild(document.createElement('body'), document.body)`);
    await host.run('new Promise((resolve) => requestAnimationFrame(resolve))');
    assert.equal(await host.run(isLaidOpen), true);
    assert.deepEqual([host.sent('engagement').length, files.has('element')], [1, false]);
  });

  test('works in a document that is opened anew', async (host) => {
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
    await host.run(`document.open(); document.write('<!doctype html><title>New</title><p>New</p>'); document.close()`);
    await host.showsCard();
    await host.page.locator('[part~=dismiss]').click();
    await host.settles('dismissed');
  });

  test('comes back when the page puts the tag back', async (host) => {
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
    await host.run(`globalThis.taken = ${tag}; taken.remove(); noted.length = 0`);
    assert.equal(await host.cards(), 0);
    await host.run('document.body.append(taken)');
    await host.showsCard();
    await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
    assert.deepEqual(await host.run('noted.slice(-2)'), ['show', 'shown']);
  });

  test('stays as it is for who points at it after another tab has had another answer', async (host) => {
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await until('the platform hears that it is seen', () => host.sent('report').length === 1);
    host.offerNothing();
    const other = await host.page.context().newPage();
    await other.goto(host.address({head: host.script()}));
    await other.evaluate(`WebEngagement('refresh')`);
    await until('the other tab has asked', () => host.sent('engagement').length > 1);
    await other.waitForFunction(`WebEngagement('get', 'state').then((state) => state === 'unavailable')`);
    await other.close();
    await host.page.bringToFront();
    await comeToCard(host);
    await host.isTrue('there is an element', isElement);
    await host.run(`WebEngagement('report', [{type: 'searchInfo', keywords: ['shoes']}])`);
    assert.deepEqual([await host.state(), await host.cards()], ['expose', 1]);
  });

  test('of a visitor who has logged out in another tab is not asked for by a command', async (host) => {
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await logOutElsewhere(host);
    await host.settles('idle');
    const asked = host.sent('engagement').length;
    await host.run(`WebEngagement('hide')`);
    await host.isTrue('there is an element', isElement);
    assert.deepEqual([await host.state(), await host.cards(), host.sent('engagement').length], ['idle', 0, asked]);
  });

  for (const [moment, when] of Object.entries({
    'before it is shown': `addEventListener('engagement-statechange', ({detail}) => detail.to === 'connecting' && change(), true)`,
    'as it is shown': `addEventListener('engagement-show', change, true)`,
  })) {
    test(`asks anew when the page sets a property ${moment}`, async (host) => {
      const set = `<script>function change() { document.querySelector('web-engagement').entryPoints = ['sec://Sport'] }; ${when};</script>`;
      await host.open({head: set + host.script()});
      await until('it asks', () => host.sent('engagement').length === 2);
      assert.match(host.sent('engagement')[1]?.text ?? '', /Sport/);
    });
  }

  for (const [way, code] of Object.entries({
    'the attribute': `${tag}.setAttribute('consent', 'denied')`,
    'the property': `${tag}.consent = 'denied'`,
    'a command': `WebEngagement('revokeConsent')`,
  })) {
    test(`forgets the visitor who withdraws consent, as the page says by ${way}`, async (host) => {
      await host.open({head: noting + host.script()});
      await host.showsCard();
      await until('the platform hears that it is seen', () => host.sent('report').length === 1);
      await host.run(code);
      await until('the card is gone', async () => (await host.cards()) === 0);
      await host.settles('idle');
      await host.isTrue('nothing is stored', `indexedDB.databases().then((all) => all.length === 0)`);
      assert.deepEqual(await host.run('noted.slice(4).sort()'), ['hidden', 'statechange']);
    });
  }

  test('stays hidden when the page hides the tag', async (host) => {
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
    await host.run(`${tag}.hidden = true`);
    await host.isTrue('the page hears that it is hidden', `noted.includes('hidden')`);
    await host.run(`WebEngagement('optIn')`);
    await host.isTrue('there is an element', isElement);
    assert.equal(await host.cards(), 0);
  });

  test('tells that it is hidden when the visitor declines it at once', async (host) => {
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
    await host.run(`${root}.querySelector('[part~=dismiss]').click()`);
    await host.settles('dismissed');
    await host.isTrue('the page hears that it is hidden', `noted.includes('hidden')`);
    assert.deepEqual(await host.run('noted.slice(2)'), ['show', 'shown', 'dismiss', 'statechange', 'hidden']);
  });

  test('remembers what the visitor has accepted when that leads to another page', async (host) => {
    const next = host.address({head: host.script()});
    const leaving = `<script>addEventListener('engagement-accept', () => (location.href = ${JSON.stringify(next)}))</script>`;
    await host.open({head: noting + leaving + host.script()});
    await host.showsCard();
    await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
    // As far away as servers are.
    await host.page.route(next, async (route) => {
      await until('the platform hears of it', () => host.sent('report').length === 2);
      await route.continue();
    });
    await host.page.locator('[part~=accept]').click();
    await host.page.waitForURL(next);
    await host.settles('accepted');
    assert.equal(await host.cards(), 0);
  });

  test('asks once more for who refreshes', async (host) => {
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await until('the platform hears that it is seen', () => host.sent('report').length === 1);
    await host.run(`WebEngagement('refresh')`);
    await until('it asks', () => host.sent('engagement').length === 2);
    await host.run(`WebEngagement('report', [{type: 'searchInfo', keywords: ['shoes']}])`);
    assert.deepEqual([host.sent('engagement').length, await host.cards()], [2, 1]);
  });

  test('leaves a removed tag idle', async (host) => {
    const files = noteFiles(host);
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
    await host.run(`${tag}.remove()`);
    assert.deepEqual(
      await host.run(
        `Promise.all([WebEngagement('get', 'state'), WebEngagement('get', 'offer'), WebEngagement('hide')])`,
      ),
      ['idle', undefined, undefined],
    );
    assert.equal(files.has('element'), false);
  });

  test('lets a session report again what the platform has not heard', async (host) => {
    host.allow(/Failed to load|NetworkError|ERR_FAILED|did not succeed/i);
    let isRefused = false;
    await host.page.route('**/report?*', async (route) => {
      if (isRefused) return route.continue();
      isRefused = true;
      return route.abort();
    });
    await host.open({head: noting + host.script()});
    await host.showsCard();
    await host.isTrue('there is an element', isElement);
    await until('it is reported', () => host.sent('report').length === 1);
    assert.match(host.sent('report')[0]?.text ?? '', /"impDisplay"/);
  });

  test('holds the place of the page’s one invitation', async (host) => {
    const frame = `<iframe srcdoc="${host.script().replaceAll('"', '&quot;')}" style="width: 500px; height: 600px"></iframe>`;
    await host.open({head: noting + host.script(), body: ''});
    await host.showsCard();
    await host.isTrue('the page hears that it is seen', `noted.includes('shown')`);
    await host.run(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(frame)})`);
    await until('the frame has an element', async () => {
      const [, inner] = host.page.frames();
      return !!(await inner?.evaluate(isElement).catch(() => false));
    });
    await host.showsCard();
  });
});
