import assert from 'node:assert/strict';
import {until} from '../e2e/until.js';
import type {Host} from './support/host.js';
import {inOneHostWindow} from './support/host-tests.js';

/** What older browsers lack, as code that takes it away. */
const lacks: Readonly<Record<string, string>> = {
  'AbortSignal.any': 'delete AbortSignal.any',
  'AbortSignal.timeout': 'delete AbortSignal.timeout',
  'reports of what policies block': 'delete globalThis.ReportingObserver',
};

/** Finds the first element that fits, also in shadow trees. */
const findDeep = `const findDeep = (selector, root = document) => root.querySelector(selector) ??
  [...root.querySelectorAll('*')].reduce((found, {shadowRoot}) => found ?? (shadowRoot && findDeep(selector, shadowRoot)), null);`;

/** Markup with shadow trees in which a page keeps the tag, or the script. */
const trees: Readonly<Record<string, (host: Host) => string>> = {
  'a tag in a shadow tree of its markup': (host) =>
    `<div><template shadowrootmode="open"><web-engagement ${host.settings()}></web-engagement></template></div><script async src="${host.src}"></script>`,
  'a tag that an app renders into its shadow tree': (host) => `<x-app></x-app><script async src="${host.src}"></script>
    <script type="module">customElements.define('x-app', class extends HTMLElement {
      connectedCallback() { this.attachShadow({mode: 'open'}).innerHTML = '<main><web-engagement ${host.settings()}></web-engagement></main>'; }
    });</script>`,
  'a script that an app adds to its shadow tree': (host) => `<div id="app"></div><script>{
    const script = Object.assign(document.createElement('script'), {async: true, src: '${host.src}'});
    for (const [name, value] of Object.entries(${JSON.stringify(host.attributes)})) script.setAttribute('data-' + name, value);
    app.attachShadow({mode: 'open'}).append(script);
  }</script>`,
};

const frame = '<iframe id="frame" title="Other" srcdoc="&lt;h1&gt;Other&lt;/h1&gt;"></iframe>';

inOneHostWindow('a document of another kind', (test) => {
  test('is told in one line that nothing can be shown on a page that is XML', async (host) => {
    const script = host.script().replace('async', 'async=""');
    const html = `<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>XML</title>${script}</head><body><h1>XML</h1></body></html>`;
    await host.open({html, headers: {'content-type': 'application/xhtml+xml'}});
    await host.settles('expose');
    await until('it is told', () => host.said.length > 0);
    assert.equal(host.said.length, 1, host.said.join('\n'));
    assert.match(host.said[0] ?? '', /Expected a page of type text\/html, .*nothing can be shown on it$/s);
    assert.equal(await host.cards(), 0);
  });

  test('has the card where its body is a frameset', async (host) => {
    const inner = host.address({html: '<!doctype html><title>Inner</title><h1>Inner</h1>'});
    const html = `<html><head><title>Frames</title>${host.script()}</head><frameset cols="50%,50%"><frame src="${inner}"><frame src="${inner}"></frameset></html>`;
    await host.open({html});
    await host.showsCard();
  });

  for (const kind of ['a tag that is no element yet', 'an element']) {
    test(`of a frame may take over ${kind}, and give it back, with one handshake`, async (host) => {
      await host.open({head: host.script(), body: frame});
      await host.showsCard();
      if (kind === 'an element') {
        await host.page.locator('[part~=accept]').hover();
        await host.isTrue('it is an element', `'session' in document.querySelector('web-engagement')`);
      }
      await host.run(`frame.contentDocument.body.append(globalThis.tag = document.querySelector('web-engagement'))`);
      await host.isTrue('it has gone over', `tag.isConnected && tag.ownerDocument !== document`);
      assert.equal(await host.run('tag.state'), 'expose');
      await host.run(`document.body.append(tag)`);
      await host.showsCard();
      await host.page.getByRole('button', {name: 'Start chat'}).click();
      await host.settles('accepted');
      assert.equal(host.sent('engagement').length, 1);
    });
  }

  for (const mode of ['open', 'closed'] as const) {
    test(`may hold the tag in ${mode} shadow roots, one in another`, async (host) => {
      await host.open({head: host.script(), body: '<div id="outer"></div>'});
      await host.showsCard();
      await host.run(`(() => {
        const inner = document.createElement('section');
        outer.attachShadow({mode: '${mode}'}).append(inner);
        inner.attachShadow({mode: '${mode}'}).append(globalThis.tag = document.querySelector('web-engagement'));
      })()`);
      await host.isTrue('the card is there', `tag.shadowRoot.querySelector('[part=card]')?.checkVisibility()`);
      await host.run(`void tag.shadowRoot.querySelector('[part=accept]').click()`);
      await host.settles('accepted');
      assert.equal(host.sent('engagement').length, 1);
    });
  }

  for (const [where, markup] of Object.entries(trees)) {
    test(`has the card of ${where}`, async (host) => {
      await host.open({body: markup(host)});
      await host.isTrue('the card is there', `${findDeep} findDeep('[part=card]')?.checkVisibility()`);
      assert.equal(await host.cards(), 1);
      assert.equal(host.sent('engagement').length, 1);
      assert.deepEqual(host.said, []);
    });
  }

  for (const [name, code] of Object.entries(lacks)) {
    test(`has the card in a browser without ${name}, which ends when it is removed`, async (host) => {
      await host.runFirst(code);
      await host.open({head: host.script()});
      await host.showsCard();
      assert.deepEqual(host.said, []);
    });
  }
});
