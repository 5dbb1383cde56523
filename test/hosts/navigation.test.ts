import assert from 'node:assert/strict';
import {until} from '../e2e/until.js';
import {ownControls, type Host} from './support/host.js';
import {inOneHostWindow} from './support/host-tests.js';

/** What a soft navigation does to the body, as code of the page. */
const replacements: Readonly<Record<string, string>> = {
  'replaced by an empty one': `document.documentElement.replaceChild(document.createElement('body'), document.body)`,
  emptied: `document.body.innerHTML = ''`,
  'emptied node by node': `while (document.body.firstChild) document.body.firstChild.remove()`,
  'emptied by replaceChildren()': `document.body.replaceChildren(document.createElement('p'))`,
  'written anew': `document.body.innerHTML = '<p>Next</p>'`,
  'replaced with its document element': `(() => {
    const next = new DOMParser().parseFromString('<html><body><p>Next</p></body></html>', 'text/html').documentElement;
    document.replaceChild(document.adoptNode(next), document.documentElement);
  })()`,
  'written with its document element': `document.documentElement.innerHTML = '<head></head><body><p>Next</p></body>'`,
  'replaced in two tasks': `new Promise((done) => {
    document.body.remove();
    setTimeout(() => { document.documentElement.append(document.createElement('body')); done(); });
  })`,
  'opened and written': `document.open(), document.write('<!doctype html><title>Next</title><p>Next</p>'), document.close()`,
  'opened, written and never closed': `document.open(), document.write('<!doctype html><title>Next</title><p>Next</p>')`,
};

/** Takes longer than the script's further files and a request of theirs would need. */
const roundTrips = `(async () => { for (let trip = 0; trip < 5; trip++) await fetch(location.href); })()`;

const isThere = `document.querySelectorAll('web-engagement').length === 1 && document.querySelector('web-engagement').isConnected`;

/** Counts what must happen once. */
const counting = `<script>
  globalThis.told = [];
  for (const type of ['show', 'shown', 'statechange']) {
    addEventListener('engagement-' + type, (event) => told.push(type + ' ' + (event.detail?.to ?? '')), true);
  }
</script>`;

/** Keeps the scripts that have come, in the page's `arrived`. */
const keepArrived = `globalThis.arrived = new WeakSet();
document.addEventListener('load', ({target}) => void arrived.add(target), true);`;

async function reachesOffer(host: Host): Promise<void> {
  await host.showsCard();
  await until('the impression is reported', () => host.sent('report').length > 0);
}

/** What a navigation must not repeat. */
async function isAsBefore(host: Host): Promise<void> {
  await host.isTrue('the tag is back', isThere);
  await host.showsCard();
  assert.equal(host.sent('engagement').length, 1, 'handshakes');
  assert.equal(host.sent('report').length, 1, 'impressions');
}

inOneHostWindow('navigation without a new page', (test) => {
  for (const [title, code] of Object.entries(replacements)) {
    test(`the card stays when the body is ${title} [H1]`, async (host) => {
      await host.open({head: host.script()});
      await reachesOffer(host);
      await host.run(code);
      await isAsBefore(host);
      // A document that was opened anew has lost the page's own listeners.
      await host.run(`addEventListener('engagement-accept', (event) => event.preventDefault())`);
      await host.page.getByRole('button', {name: 'Start chat'}).click();
      await host.settles('accepted');
    });

    test(`the tag goes on without an offer when the body is ${title} [H1]`, async (host) => {
      host.offerNothing();
      await host.open({head: host.script()});
      await host.settles('unavailable');
      await host.run(code);
      await host.isTrue('the tag is back', isThere);
      host.offer();
      await host.run(`WebEngagement('refresh')`);
      await host.showsCard();
      assert.equal(host.sent('engagement').length, 2);
    });
  }

  test('a folded card stays folded, and nothing is announced again [H1]', async (host) => {
    await host.open({head: host.script() + counting});
    await reachesOffer(host);
    await host.run(`WebEngagement('hide')`);
    await host.page.getByRole('button', {name: /^Chat(,|$)/}).waitFor();
    const told = await host.run(`told.join()`);
    await host.run(replacements['written anew'] ?? '');
    await host.page.getByRole('button', {name: /^Chat(,|$)/}).waitFor();
    assert.equal(await host.cards(), 0);
    assert.equal(await host.run(`told.join()`), told);
  });

  for (const [title, code] of [
    ['itself', `document.querySelector('web-engagement').remove()`],
    [
      'itself while it changes more',
      `(document.querySelector('web-engagement').remove(), document.querySelector('h1').textContent = 'Next')`,
    ],
    ['it as a child', `document.body.removeChild(document.querySelector('web-engagement'))`],
    ['it by a command', `WebEngagement('remove')`],
  ] as const) {
    for (const hasOffer of [true, false]) {
      test(`it ends when the page removes ${title}, ${hasOffer ? 'with' : 'without'} an offer [H1]`, async (host) => {
        if (!hasOffer) host.offerNothing();
        await host.open({head: host.script()});
        await (hasOffer ? reachesOffer(host) : host.settles('unavailable'));
        await host.run(code);
        await host.run('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
        assert.equal(await host.run(`document.querySelectorAll('web-engagement').length`), 0);
      });
    }
  }

  for (const place of ['head', 'body'] as const) {
    test(`Turbo 8 visits pages, with the script in the ${place} [H1]`, async (host) => {
      const turbo = `<script src="/lib/@hotwired/turbo/dist/turbo.es2017-umd.js"></script>`;
      const parts = (title: string, to: string) => ({
        head: turbo + (place === 'head' ? host.script() : ''),
        body: `<h2>${title}</h2><a href="${to}">Next</a>` + (place === 'body' ? host.script() : ''),
      });
      const [first, second] = [`/turbo/${place}/${host.account}/1`, `/turbo/${place}/${host.account}/2`];
      host.address(parts('One', second), first);
      host.address(parts('Two', first), second);
      await host.runFirst(keepArrived);
      await host.page.goto(host.server.pages + first);
      await reachesOffer(host);
      for (const title of ['Two', 'One', 'Two']) {
        await host.page.getByRole('link', {name: 'Next'}).click();
        await host.page.getByRole('heading', {name: title}).waitFor();
        await isAsBefore(host);
      }
      await host.page.goBack();
      await host.page.getByRole('heading', {name: 'One'}).waitFor();
      await isAsBefore(host);
      // Turbo runs what stands in the body at each visit. A script that came after the removal would begin anew, as it should.
      await host.isTrue('the script has come', `arrived.has(document.querySelector('script[src="${host.src}"]'))`);
    });
  }

  test('Turbo 8 refreshes a page by morphing it [H1]', async (host) => {
    const head = `<meta name="turbo-refresh-method" content="morph"><script src="/lib/@hotwired/turbo/dist/turbo.es2017-umd.js"></script>`;
    const path = `/turbo/morph/${host.account}`;
    host.address({head: head + host.script(), body: '<h2>Before</h2>'}, path);
    await host.page.goto(host.server.pages + path);
    await reachesOffer(host);
    host.address({head: head + host.script(), body: '<h2>After</h2>'}, path);
    await host.run(`Turbo.visit(location.href, {action: 'replace'})`);
    await host.page.getByRole('heading', {name: 'After'}).waitFor();
    await isAsBefore(host);
  });

  for (const [title, library, code] of [
    ['idiomorph', 'idiomorph/dist/idiomorph.js', `Idiomorph.morph(document.body, CONTENT, {morphStyle: 'innerHTML'})`],
    [
      'idiomorph, outer',
      'idiomorph/dist/idiomorph.js',
      `Idiomorph.morph(document.body, '<body>' + CONTENT + '</body>', {morphStyle: 'outerHTML'})`,
    ],
    ['morphdom', 'morphdom/dist/morphdom-umd.js', `morphdom(document.body, '<body>' + CONTENT + '</body>')`],
    ['htmx', 'htmx.org/dist/htmx.js', `htmx.swap(document.body, CONTENT, {swapStyle: 'innerHTML'})`],
    ['jQuery', 'jquery/dist/jquery.js', `void $('body').html(CONTENT)`],
    ['jQuery, emptied', 'jquery/dist/jquery.js', `void $('body').empty().append(CONTENT)`],
  ] as const) {
    test(`${title} brings new content [H1]`, async (host) => {
      await host.open({head: `<script src="/lib/${library}"></script>${host.script()}`, body: '<h2>Before</h2>'});
      await reachesOffer(host);
      await host.run(code.replaceAll('CONTENT', JSON.stringify(`${ownControls}<h2>After</h2>`)));
      await host.page.getByRole('heading', {name: 'After'}).waitFor();
      await isAsBefore(host);
    });
  }

  for (const [version, alias] of [
    ['18', {react: 'react-18', 'react-dom': 'react-dom-18'}],
    ['19', {}],
  ] as const) {
    for (const text of ['Server', 'Client']) {
      test(`React ${version} hydrates the whole document, ${text === 'Server' ? 'as it came' : 'and renders it anew'} [H1]`, async (host) => {
        const source = `import {createElement as h} from 'react'; import {hydrateRoot} from 'react-dom/client';
          const page = h('html', {lang: 'en'}, h('head', null, h('title', null, 'Host')),
            h('body', null, h('h1', null, ${JSON.stringify(text)}), h('button', {id: 'own'}, 'Own')));
          globalThis.hydrate = () => hydrateRoot(document, page, {onRecoverableError() {}});`;
        const bundle = await host.server.bundle(`/react-${version}-${text}.js`, source, alias);
        // React complains of what a server has not written, and of every mismatch.
        host.allow(/hydrat|did not match|Extra attributes|server HTML|react/i);
        const html = `<!doctype html><html lang="en"><head><title>Host</title></head><body><h1>Server</h1><button id="own">Own</button></body></html>`;
        await host.open({html});
        await host.page.addScriptTag({url: bundle});
        await host.run(`(() => {
          const script = document.createElement('script');
          script.src = ${JSON.stringify(host.src)};
          Object.assign(script.dataset, {accountId: ${JSON.stringify(host.account)}, appInstallationId: 'app', locale: 'en', apiHost: ${JSON.stringify(host.server.platform)}});
          document.head.append(script);
        })()`);
        await reachesOffer(host);
        await host.run('void hydrate()');
        await host.page.getByRole('heading', {name: text}).waitFor();
        await host.run('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
        await isAsBefore(host);
      });
    }
  }

  test('a tag in a container that is emptied asks for nobody, and goes on when it is put back [H2]', async (host) => {
    host.offerNothing();
    await host.open({head: host.script(), body: '<div><div id="deep"></div></div>'});
    await host.settles('unavailable');
    await host.run(`deep.append(globalThis.tag = document.querySelector('web-engagement'))`);
    await host.run(`void (document.querySelector('body > div').innerHTML = '')`);
    assert.equal(await host.run(`document.querySelectorAll('web-engagement').length`), 0);
    host.offer();
    await host.run(`document.body.append(tag)`);
    await host.run(`WebEngagement('refresh')`);
    await host.showsCard();
  });

  test('a tag that is moved goes on and asks once [H2]', async (host) => {
    await host.open({head: host.script(), body: '<div id="deep"></div>'});
    await reachesOffer(host);
    await host.run(
      `(() => { const tag = document.querySelector('web-engagement'); tag.remove(); deep.append(tag); })()`,
    );
    await isAsBefore(host);
  });

  for (const way of ['the script', 'the npm package'] as const) {
    test(`a container that is taken out and put back three times has one impression of its offer, with ${way} [H2]`, async (host) => {
      const isScript = way === 'the script';
      const own = isScript ? '' : `<web-engagement ${host.settings()}></web-engagement>`;
      const code = isScript ? host.script() : `<script src="${await host.npm()}"></script>`;
      await host.open({head: counting + code, body: `<div><div id="box">${own}</div></div>`});
      await reachesOffer(host);
      await host.run(`box.append(document.querySelector('web-engagement'))`);
      for (const round of [1, 2, 3]) {
        await host.run(`void (globalThis.container ??= box).remove()`);
        await until('the card is gone', async () => (await host.cards()) === 0);
        await host.run(`document.querySelector('body > div').append(container)`);
        await host.showsCard();
        await host.isTrue('it is seen', `told.filter((type) => type.startsWith('shown')).length > ${round}`);
      }
      await host.run(`document.querySelector('web-engagement').reset()`);
      await host.run(`document.querySelector('web-engagement').refresh()`);
      await until('it is reported for another visitor', () => host.sent('report').length > 1);
      assert.equal(host.sent('report').length, 2);
    });
  }

  test('a router that sets entry points leaves a folded card folded, and they are sent [H3]', async (host) => {
    await host.open({head: host.script() + counting});
    await reachesOffer(host);
    await host.run(`WebEngagement('hide')`);
    await until('nothing is open', async () => (await host.cards()) === 0);
    const told = await host.run<string>(`told.filter((type) => type.startsWith('show')).join()`);
    for (const [index, route] of ['sec://A', 'sec://B', 'sec://C'].entries()) {
      await host.run(`WebEngagement('set', 'entryPoints', ['${route}'])`);
      await until('it asks', () => host.sent('engagement').length === index + 2);
      assert.match(host.sent('engagement').at(-1)?.text ?? '', new RegExp(route));
    }
    for (const [name, value] of [
      ['engagementAttributes', [{type: 'ctmrinfo', info: {ctype: 'vip'}}]],
      ['clientProperties', {appVersion: '2'}],
    ] as const) {
      const count = host.sent('engagement').length;
      await host.run(`WebEngagement('set', '${name}', ${JSON.stringify(value)})`);
      await until('it asks', () => host.sent('engagement').length === count + 1);
    }
    await host.settles('expose');
    assert.equal(await host.cards(), 0);
    assert.equal(await host.run(`told.filter((type) => type.startsWith('show')).join()`), told);
    assert.equal(host.sent('report').length, 1);
  });

  test('another visitor starts over [H3]', async (host) => {
    await host.open({head: host.script()});
    await reachesOffer(host);
    await host.run(`WebEngagement('hide')`);
    await host.run(`WebEngagement('identify', [{iss: 'brand', acr: 'loa1', sub: 'a1b2c3d4e5f6'}])`);
    await until('it asks', () => host.sent('engagement').length === 2);
    await host.showsCard();
  });

  for (const hasOffer of [true, false]) {
    test(`a copy of the body that is restored has one tag, ${hasOffer ? 'with' : 'without'} an offer [H4]`, async (host) => {
      if (!hasOffer) host.offerNothing();
      await host.open({head: host.script()});
      await (hasOffer ? reachesOffer(host) : host.settles('unavailable'));
      await host.run(`void (globalThis.copy = document.body.cloneNode(true))`);
      await host.run(replacements['written anew'] ?? '');
      await host.run(`document.body.replaceWith(copy)`);
      await host.isTrue('one tag', isThere);
      if (!hasOffer) {
        host.offer();
        await host.run(`WebEngagement('refresh')`);
      }
      await host.showsCard();
      assert.equal(host.sent('engagement').length, hasOffer ? 1 : 2);
      assert.equal(host.sent('report').length <= 1, true);
      await host.run(`WebEngagement('hide')`);
      await until('the command reaches it', async () => (await host.cards()) === 0);
    });
  }

  for (const left of [
    '<web-engagement hidden account-id="old" app-installation-id="old"></web-engagement>',
    '<web-engagement hidden="" account-id="old" app-installation-id="old" api-host="http://localhost:9"></web-engagement>',
  ]) {
    test(`a saved page shows what the script says, and not what was saved: ${left} [H5]`, async (host) => {
      await host.open({head: host.script(), body: left});
      await host.showsCard();
      assert.equal(host.sent('engagement', 'old').length, 0);
      assert.equal(await host.run(isThere), true);
    });
  }

  test('a saved page shows what it says by init, and not what was saved [H5]', async (host) => {
    const left = '<web-engagement hidden data-script="" account-id="old" app-installation-id="old"></web-engagement>';
    await host.open({head: `<script async src="${host.src}"></script>`, body: left});
    await host.isTrue('the script is there', 'globalThis.WebEngagement?.version');
    await host.run(roundTrips);
    await host.run(`void WebEngagement('init', ${JSON.stringify(host.properties)})`);
    await host.showsCard();
    assert.equal(host.sent('engagement', 'old').length, 0);
    assert.equal(await host.run(isThere), true);
  });

  test('a page saved with its card shows what the script says [H5]', async (host) => {
    await host.open({head: host.script()});
    await reachesOffer(host);
    const saved = await host.run<string>(`document.documentElement.outerHTML`);
    const old = saved.replace(/(<web-engagement[^>]*account-id=")[^"]*/, '$1old');
    await host.run(`WebEngagement('remove')`);
    await host.open({html: `<!doctype html>${old}`});
    await host.showsCard();
    assert.equal(host.sent('engagement', 'old').length, 0);
    assert.equal(await host.run(isThere), true);
  });

  test('a tag that comes later is started when it comes, and nothing is said of settings [H6]', async (host) => {
    await host.open({head: `<script async src="${host.src}"></script>`});
    await host.isTrue('the script is there', 'globalThis.WebEngagement?.version');
    await host.run(roundTrips);
    assert.equal(await host.run(`document.querySelectorAll('web-engagement').length`), 0);
    await host.run(
      `document.querySelector('main').insertAdjacentHTML('beforeend', '<div><web-engagement ${host.settings()}></web-engagement></div>')`,
    );
    await host.showsCard();
    assert.equal(await host.run(isThere), true);
    assert.deepEqual(host.said, []);
  });
});

inOneHostWindow('a page that is prerendered', (test) => {
  test('nothing leaves a page that is prerendered before it is activated [H7]', async (host) => {
    await host.runFirst(
      `Object.defineProperty(document, 'prerendering', {configurable: true, get: () => !globalThis.activated})`,
    );
    await host.open({head: host.script()});
    await host.isTrue('the page has loaded', `document.readyState === 'complete'`);
    await host.run(roundTrips);
    assert.equal(host.sent('engagement').length, 0);
    await host.run(`(globalThis.activated = true, document.dispatchEvent(new Event('prerenderingchange')))`);
    await host.showsCard();
  });

  test('a page that reports before it is activated is asked for when it is [H7]', async (host) => {
    await host.runFirst(
      `Object.defineProperty(document, 'prerendering', {configurable: true, get: () => !globalThis.activated})`,
    );
    await host.open({head: host.script()});
    await host.isTrue('the script is there', 'globalThis.WebEngagement?.version');
    await host.run(`WebEngagement('report', [{type: 'ctmrinfo', info: {ctype: 'vip'}}])`);
    assert.equal(host.sent('engagement').length, 0);
    await host.run(`(globalThis.activated = true, document.dispatchEvent(new Event('prerenderingchange')))`);
    await host.showsCard();
  });

  test('nothing leaves for a tag of the page’s own before the page is activated [H7]', async (host) => {
    await host.runFirst(
      `Object.defineProperty(document, 'prerendering', {configurable: true, get: () => !globalThis.activated})`,
    );
    await host.open({
      head: `<script async src="${host.src}"></script>`,
      body: `<web-engagement ${host.settings()}></web-engagement>`,
    });
    await host.isTrue('the page has loaded', `document.readyState === 'complete'`);
    await host.run(roundTrips);
    assert.equal(host.sent('engagement').length, 0);
    await host.run(`(globalThis.activated = true, document.dispatchEvent(new Event('prerenderingchange')))`);
    await host.showsCard();
  });
});
