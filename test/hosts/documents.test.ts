import assert from 'node:assert/strict';
import {until} from '../e2e/until.js';
import {inOneHostWindow} from './support/host-tests.js';

/** What older browsers lack, as code that takes it away. */
const lacks: Readonly<Record<string, string>> = {
  'AbortSignal.any': 'delete AbortSignal.any',
  'AbortSignal.timeout': 'delete AbortSignal.timeout',
  'reports of what policies block': 'delete globalThis.ReportingObserver',
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

  test('of a frame may take over the tag, and give it back, with one handshake', async (host) => {
    await host.open({head: host.script(), body: frame});
    await host.showsCard();
    await host.run(`frame.contentDocument.body.append(globalThis.tag = document.querySelector('web-engagement'))`);
    await host.isTrue('it has gone over', `tag.isConnected && tag.ownerDocument !== document`);
    assert.equal(await host.run('tag.state'), 'expose');
    await host.run(`document.body.append(tag)`);
    await host.showsCard();
    await host.page.getByRole('button', {name: 'Start chat'}).click();
    await host.settles('accepted');
    assert.equal(host.sent('engagement').length, 1);
  });

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

  for (const [name, code] of Object.entries(lacks)) {
    test(`has the card in a browser without ${name}, which ends when it is removed`, async (host) => {
      await host.runFirst(code);
      await host.open({head: host.script()});
      await host.showsCard();
      assert.deepEqual(host.said, []);
    });
  }
});
