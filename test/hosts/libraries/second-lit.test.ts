import assert from 'node:assert/strict';
import type {Host} from '../support/host.js';
import {inOneHostWindow} from '../support/host-tests.js';

/** An element of the page's own, made with its own copy of Lit. */
const ownElement = `import {html, LitElement} from 'lit';
  customElements.define('own-element', class extends LitElement { render() { return html\`<h2>Made with Lit</h2>\`; } });`;

async function open(host: Host, trustedTypes: string, widget: string): Promise<void> {
  const own = await host.server.bundle('/own-element.js', ownElement);
  await host.open({
    head: `<script src="${own}"></script>`,
    body: `<own-element></own-element>${widget}`,
    headers: {'content-security-policy': `require-trusted-types-for 'script'; trusted-types ${trustedTypes}`},
  });
  await host.page.getByRole('heading', {name: 'Made with Lit'}).waitFor();
}

async function npm(host: Host): Promise<string> {
  return `<script src="${await host.npm()}"></script><web-engagement ${host.settings()}></web-engagement>`;
}

inOneHostWindow('a page with a copy of Lit', (test) => {
  test('works beside the script tag, whose policy has a name of its own [H20]', async (host) => {
    await open(host, 'lit-html web-engagement', host.script());
    await host.showsCard();
    assert.deepEqual(host.said, []);
  });

  test('works beside a second copy that npm brings, where duplicates are allowed [H20]', async (host) => {
    await open(host, `lit-html 'allow-duplicates'`, await npm(host));
    await host.showsCard();
  });

  test('works on where they are not, and the browser names the policy once [H20]', async (host) => {
    host.allow(/lit-html|trusted-types/i);
    await open(host, 'lit-html', await npm(host));
    // A browser without Trusted Types has nothing to forbid.
    if (!(await host.run(`'trustedTypes' in globalThis`))) return host.showsCard();
    const thrown = host.problems.filter((line) => line.startsWith('uncaught: TypeError'));
    assert.equal(thrown.length, 1, host.problems.join('\n'));
    assert.match(thrown[0] ?? '', /lit-html/);
    assert.equal(await host.cards(), 0);
  });
});
