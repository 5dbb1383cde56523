import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {until} from '../e2e/until.js';
import type {Host} from './support/host.js';
import {inOneHostWindow} from './support/host-tests.js';

const source = readFileSync(new URL('../../dist/script/web-engagement.js', import.meta.url), 'utf8');

/** Keeps calls until the script has loaded, in the words of browsers that know no arrow functions. */
const queue = `<script>
  window.WebEngagement = window.WebEngagement || function () {
    var call = [].slice.call(arguments);
    return new Promise(function (done) { (WebEngagement.q = WebEngagement.q || []).push([done].concat(call)); });
  };
</script>`;

const init = (host: Host, more = {}): string =>
  `WebEngagement('init', ${JSON.stringify({...host.properties, ...more})})`;

/** Ways to the script by which no script on the page is the current one, or none that has its address. */
const ways: Readonly<Record<string, (host: Host) => string>> = {
  'a module': (host) => `<script type="module" src="${host.src}" ${host.settings('data-')}></script>`,
  'a module that is imported': (host) => `${queue}<script>${init(host)}; import('${host.src}')</script>`,
  'a loader that evaluates it': (host) =>
    `${queue}<script>${init(host)}; fetch('${host.src}').then((it) => it.text()).then((code) => (0, eval)(code))</script>`,
  'a loader that makes a function of it': (host) =>
    `${queue}<script>${init(host)}; fetch('${host.src}').then((it) => it.text()).then((code) => new Function(code)())</script>`,
  'a loader that keeps it in a blob': (host) => `${queue}<script>${init(host)};
    fetch('${host.src}').then((it) => it.blob()).then((blob) => {
      const script = document.createElement('script');
      script.src = URL.createObjectURL(new Blob([blob], {type: 'text/javascript'}));
      document.head.append(script);
    })</script>`,
  'document.write': (host) => `<script>document.write(${JSON.stringify(host.script()).replace('</', '<\\/')})</script>`,
  'jQuery, which runs it apart from its tag': (host) =>
    `<script src="/lib/jquery/dist/jquery.js"></script>
    <script>jQuery(() => jQuery('body').append(${JSON.stringify(host.script()).replace('</', '<\\/')}))</script>`,
  'a file of another name': (host) =>
    `<script async src="${host.server.serve('/vendor/chat.js', {body: source})}" data-base="${host.server.platform}/dist" ${host.settings('data-')}></script>`,
  'the page itself, which names the folder': (host) =>
    `<script data-base="${host.server.platform}/dist" ${host.settings('data-')}>${source}</script>`,
  'the page itself, which names the folder by a command': (host) =>
    `${queue}<script>${init(host, {base: `${host.server.platform}/dist/`})}</script><script>${source}</script>`,
};

/** Ways on which nobody can tell the address of the script. */
const lostWays: Readonly<Record<string, (host: Host) => string>> = {
  'a module of another name': (host) =>
    `<script type="module" src="${host.server.serve('/vendor/module.js', {body: source})}" ${host.settings('data-')}></script>`,
  'the page itself': (host) => `<script ${host.settings('data-')}>${source}</script>`,
  'a data address': (host) =>
    `<script src="data:text/javascript;base64,${Buffer.from(source).toString('base64')}" ${host.settings('data-')}></script>`,
  'a loader that evaluates it from another name': (host) =>
    `<script>fetch('${host.server.serve('/vendor/text.js', {body: source})}').then((it) => it.text()).then((code) => (0, eval)(code))</script>`,
};

inOneHostWindow('how the script comes to the page', (test) => {
  for (const [way, markup] of Object.entries(ways)) {
    test(`it works when it comes by ${way} [H8]`, async (host) => {
      await host.open({head: markup(host)});
      await host.showsCard();
      assert.deepEqual(host.said, []);
      assert.equal(host.sent('engagement').length, 1);
    });
  }

  for (const [way, markup] of Object.entries(lostWays)) {
    test(`one line says what to do when it comes by ${way}, and calls are refused [H8]`, async (host) => {
      const calling = `<script>globalThis.ends = ['get', 'show'].map((name) => WebEngagement(name, 'state').then(() => 'done', String));</script>`;
      await host.open({head: queue + calling + markup(host)});
      const ends = await host.run<string[]>('Promise.all(ends)');
      assert.match(ends.join(' '), /data-base.*data-base/);
      assert.equal(host.said.length, 1);
      assert.match(host.said.join(), /data-base=".*init/);
      assert.equal(host.sent('engagement').length, 0);
    });
  }

  /** What a tag manager's own HTML does: a script that is made without attributes. */
  const tagManager = (host: Host, before: string, after = ''): string =>
    `${before}<script>${after}; var script = document.createElement('script'); script.async = true; script.src = '${host.src}'; document.head.appendChild(script);</script>`;

  for (const [title, markup] of Object.entries<(host: Host) => string>({
    'by init before the script': (host) => tagManager(host, queue, init(host)),
    'by init after the script': (host) => tagManager(host, queue) + `<script>${init(host)}</script>`,
    'by init, named as attributes': (host) =>
      tagManager(host, queue, `WebEngagement('init', ${JSON.stringify(host.attributes)})`),
    'by set, one by one': (host) =>
      tagManager(
        host,
        queue,
        Object.entries(host.properties)
          .filter(([name]) => name !== 'openIn')
          .map(([name, value]) => `WebEngagement('set', '${name}', '${value}')`)
          .concat(`WebEngagement('set', 'onAccept', () => undefined)`)
          .join(';'),
      ),
    'by a tag in the page': (host) =>
      tagManager(host, `<template></template>`) +
      `<script>addEventListener('load', () => document.body.insertAdjacentHTML('beforeend', '<web-engagement ${host.settings()}></web-engagement>'))</script>`,
    'by attributes that are set on the made script': (host) =>
      tagManager(host, '').replace(
        'document.head.appendChild',
        `Object.entries(${JSON.stringify(host.attributes)}).forEach(([name, value]) => script.setAttribute('data-' + name, value)); document.head.appendChild`,
      ),
  })) {
    test(`a tag manager gives the settings ${title} [H9]`, async (host) => {
      await host.open({head: markup(host)});
      await host.showsCard();
      assert.deepEqual(host.said, []);
      assert.equal(host.sent('engagement').length, 1);
    });
  }

  test('init with settings that no attribute has is known before the question [H9]', async (host) => {
    const entryPoints = ['sec://Sport'];
    await host.open({head: tagManager(host, queue, init(host, {entryPoints}))});
    await host.showsCard();
    assert.match(host.sent('engagement')[0]?.text ?? '', /sec:\/\/Sport/);
    assert.equal(host.sent('engagement').length, 1);
  });

  test('init with the one text that no attribute has is known before the question [H9]', async (host) => {
    await host.open({head: tagManager(host, queue, init(host, {consumerId: 'a1b2c3d4e5f6a7'}))});
    await host.showsCard();
    assert.match(host.sent('engagement')[0]?.text ?? '', /a1b2c3d4e5f6a7/);
    assert.deepEqual(host.said, []);
  });

  test('settings of a tag that is held back for consent are not used [H9]', async (host) => {
    await host.page.clock.install();
    await host.open({head: tagManager(host, host.script().replace('async', 'type="text/plain"'))});
    await until('a line says that there are none', async () => {
      await host.page.clock.runFor(1_000);
      return host.said.length > 0;
    });
    assert.equal(host.sent('engagement').length, 0);
  });

  test('one line says how to give settings when a tag manager gives none [H9]', async (host) => {
    await host.page.clock.install();
    await host.open({head: tagManager(host, queue)});
    await until('the line is there', async () => {
      await host.page.clock.runFor(1_000);
      return host.said.length > 0;
    });
    assert.equal(host.said.length, 1);
    assert.match(host.said.join(), /data-account-id=".*WebEngagement\('init'/);
  });
});
