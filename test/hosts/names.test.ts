import assert from 'node:assert/strict';
import type {Host} from './support/host.js';
import {inOneHostWindow} from './support/host-tests.js';

/** What a page has under the name of the script's global, or of one that it uses. */
const named: Readonly<Record<string, (host: Host) => string>> = {
  'a frame of another origin': (host) =>
    `<iframe name="WebEngagement" src="${host.address({}).replace(host.server.pages, host.server.platform)}"></iframe>`,
  'a frame of its own': (host) => `<iframe name="WebEngagement" src="${host.address({})}"></iframe>`,
  'a frame without an address': () => '<iframe name="WebEngagement" srcdoc="<p>Hello"></iframe>',
  'a form': () => '<form id="WebEngagement"><input name="q"><input name="version"></form>',
  'two elements': () => '<a id="WebEngagement"></a><a id="WebEngagement"></a>',
  'an image': () => '<img name="WebEngagement" alt="">',
  'an object of settings': () => '<script>window.WebEngagement = {version: "2.0"}</script>',
  'a variable': () => '<script>var WebEngagement = undefined</script>',
  'a variable that is a text': () => '<script>var WebEngagement = "lp"</script>',
  'a function by declaration': () =>
    '<script>function WebEngagement() { return new Promise((done) => (WebEngagement.q ||= []).push([done, ...arguments])); }</script>',
  'a class': () => '<script>globalThis.WebEngagement = class { static q = "none"; }</script>',
};

/** Names of the document's own properties that elements may hide. */
const hidden: readonly string[] = [
  ...['body', 'head', 'currentScript', 'readyState', 'activeElement', 'documentElement', 'contentType', 'hidden'],
];

const isCallable = `typeof WebEngagement === 'function' && !!WebEngagement.version`;

inOneHostWindow('names that the page has given', (test) => {
  for (const [title, markup] of Object.entries(named)) {
    for (const place of ['before', 'after'] as const) {
      test(`works with ${title} called WebEngagement ${place} the script [H19]`, async (host) => {
        const own = markup(host);
        await host.open({body: place === 'before' ? own + host.script() : host.script() + own});
        await host.showsCard();
        assert.deepEqual(host.said, []);
        // What comes after the script takes the name back, which is the page's right.
        if (place === 'before') assert.equal(await host.run(isCallable), true);
      });
    }
  }

  test('works with a global that the page has locked [H19]', async (host) => {
    const lock = `<script>Object.defineProperty(globalThis, 'WebEngagement', {value: undefined})</script>`;
    await host.open({head: lock + host.script()});
    await host.showsCard();
  });

  test('works with a constant called WebEngagement [H19]', async (host) => {
    await host.open({head: `<script>const WebEngagement = 'a channel of ours'</script>${host.script()}`});
    await host.showsCard();
    assert.equal(await host.run('WebEngagement'), 'a channel of ours');
    assert.equal(await host.run('typeof globalThis.WebEngagement'), 'function');
  });

  for (const name of hidden) {
    test(`works with images and forms called ${name} [H19]`, async (host) => {
      await host.open({body: `<img name="${name}" alt=""><form name="${name}"></form>${host.script()}`});
      await host.showsCard();
      await host.page.getByRole('button', {name: 'Start chat'}).click();
      await host.settles('accepted');
    });
  }

  for (const name of [
    'fetch',
    'indexedDB',
    'customElements',
    'navigator',
    'performance',
    'Promise',
    'parent',
    'event',
  ]) {
    test(`works with elements called ${name} [H19]`, async (host) => {
      await host.open({body: `<form id="${name}"></form><a id="${name}"></a>${host.script()}`});
      await host.showsCard();
    });
  }
});
