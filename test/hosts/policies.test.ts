import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import type {OutgoingHttpHeaders} from 'node:http';
import {contentSecurityPolicy} from '../../src/server/policy/content-security-policy.js';
import {until} from '../e2e/until.js';
import type {Host} from './support/host.js';
import {inOneHostWindow} from './support/host-tests.js';

/** How the widget comes to a page: its tag in the markup, and code of the page that brings it, for pages that name such code by its hash. */
interface Way {
  readonly name: string;
  readonly address: (host: Host) => Promise<string>;
  readonly tag: (host: Host, address: string, attributes: string) => string;
  readonly loader: (host: Host, address: string) => string;
}

const settingsOf = (host: Host): string =>
  JSON.stringify({
    accountId: host.account,
    appInstallationId: 'app',
    locale: 'en',
    openIn: 'event',
    apiHost: host.server.platform,
  });

const ways: readonly Way[] = [
  {
    name: 'script tag',
    address: (host) => Promise.resolve(host.src),
    tag: (host, address, attributes) =>
      `<script async src="${address}" ${attributes} ${host.settings('data-')}></script>`,
    loader: (host, address) => `(() => {
      const script = document.createElement('script');
      script.src = ${JSON.stringify(address)};
      Object.assign(script.dataset, ${settingsOf(host)});
      document.head.append(script);
    })()`,
  },
  {
    name: 'npm',
    address: (host) => host.npm(),
    tag: (host, address, attributes) =>
      `<script async src="${address}" ${attributes}></script><web-engagement ${host.settings()}></web-engagement>`,
    loader: (host, address) => `(() => {
      const script = document.createElement('script');
      script.src = ${JSON.stringify(address)};
      const tag = Object.assign(document.createElement('web-engagement'), ${settingsOf(host)});
      document.head.append(script);
      script.onload = () => document.body.append(tag);
    })()`,
  },
];

interface Page {
  readonly policy: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Attributes of the script. */
  readonly attributes?: string;
}

const trusted = "require-trusted-types-for 'script'; trusted-types web-engagement lit-html";

/** Policies under which the widget is of use, by what is special about them. */
const usable: Readonly<Record<string, (host: Host, address: string) => Page>> = {
  'a nonce, strict-dynamic, no styles and Trusted Types': () => ({
    policy: `script-src 'nonce-r4nd0m' 'strict-dynamic'; style-src 'none'; ${trusted}`,
    attributes: 'nonce="r4nd0m"',
  }),
  'a list of hosts, and nothing else': ({server}) => ({
    policy: `default-src 'none'; script-src 'self' ${server.platform}; connect-src 'self' ${server.platform}; img-src 'self'`,
  }),
  'no styles': () => ({policy: `style-src 'none'`}),
  'no styles by attribute or element': () => ({policy: `style-src-attr 'none'; style-src-elem 'none'`}),
  'no eval, no objects, no base, no frames around it': () => ({
    policy: `script-src * 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'`,
  }),
  'no workers, no fonts, no media': () => ({
    policy: `worker-src 'none'; font-src 'none'; media-src 'none'; manifest-src 'none'`,
  }),
  'upgrades of requests, and no mixed content': () => ({policy: `block-all-mixed-content; style-src 'none'`}),
  'isolation from other origins (COOP, COEP)': () => ({
    policy: `style-src 'none'`,
    headers: {'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp'},
    attributes: 'crossorigin',
  }),
  'isolation without credentials (COEP)': () => ({
    policy: `style-src 'none'`,
    headers: {'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'credentialless'},
  }),
  'what contentSecurityPolicy() gives, with a nonce': ({account, server}) => ({
    // With npm, Lit's own policy name applies; the test itself asks the page's server.
    policy:
      contentSecurityPolicy(
        {accountId: account, apiHost: server.platform, outcomesUrl: '/outcomes'},
        {nonce: 'r4nd0m'},
      ) + ' lit-html',
    attributes: 'nonce="r4nd0m"',
  }),
};

const markup = (head: string, body = ''): string =>
  `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body><main><h1>Host</h1><button id="own">Own</button></main>${body}</body></html>`;

const headersOf = ({policy, headers}: Page): OutgoingHttpHeaders => ({...headers, 'content-security-policy': policy});

inOneHostWindow('a page with a policy', (test) => {
  for (const way of ways) {
    for (const [title, pageOf] of Object.entries(usable)) {
      test(`shows the card with ${title}, by ${way.name}`, async (host) => {
        const address = await way.address(host);
        const page = pageOf(host, address);
        await host.open({html: markup('', way.tag(host, address, page.attributes ?? '')), headers: headersOf(page)});
        await host.showsCard();
      });
    }

    test(`shows the card when only code of a known hash may run, and what it brings, by ${way.name}`, async (host) => {
      const address = await way.address(host);
      const code = way.loader(host, address);
      const hash = createHash('sha256').update(code).digest('base64');
      await host.open({
        html: markup('', `<script>${code}</script>`),
        headers: {'content-security-policy': `script-src 'sha256-${hash}' 'strict-dynamic'; style-src 'none'`},
      });
      await host.showsCard();
    });

    test(`shows nothing, and says why when asked, where the platform may not be reached, by ${way.name}`, async (host) => {
      host.allow(/connect-src|Content.Security.Policy|policy|fetch/i);
      const address = await way.address(host);
      await host.open({
        html: markup('', way.tag(host, address, '')),
        headers: {'content-security-policy': `connect-src 'self'`},
      });
      await until('the reason is known', async () => /retrying|failed/.test(await reasonsOf(host)));
      assert.equal(await host.cards(), 0);
      assert.equal(host.sent('engagement').length, 0);
    });

    test(`offers a window in place of a panel whose host may not be framed, by ${way.name}`, async (host) => {
      host.allow(/frame-src|Content.Security.Policy|policy/i);
      const address = await way.address(host);
      const panel = `open-in="panel" conversation-url="https://chat.example/{engagementId}"`;
      const prefixed = way.name === 'npm' ? panel : panel.replace(/(open-in|conversation-url)/g, 'data-$1');
      const tag = way.tag(host, address, '').replace(/(data-)?open-in="event"/, prefixed);
      await host.runFirst(`addEventListener('engagement-accept', (event) => event.stopImmediatePropagation(), true)`);
      await host.open({html: markup('', tag), headers: {'content-security-policy': `frame-src 'none'`}});
      await host.page.getByRole('button', {name: 'Start chat'}).click();
      await host.page.locator('web-engagement [part=fallback]').waitFor();
    });

    test(`shows the card in a sandboxed frame without an origin, by ${way.name}`, async (host) => {
      const address = await way.address(host);
      const inner = host.address({html: markup('', way.tag(host, address, ''))});
      await host.open({
        body: `<iframe sandbox="allow-scripts" title="Shop" width="600" height="700" src="${inner}"></iframe>`,
      });
      await host.showsCard();
    });
  }

  test('is told in one line what to allow where no policy of Trusted Types is [H21]', async (host) => {
    // The browser reports that it has refused the policy, and what was tried without.
    host.allow(/^policy (trusted-types|require-trusted-types-for)|TrustedHTML|trusted-types/);
    const policy = `require-trusted-types-for 'script'; trusted-types 'none'; style-src 'none'`;
    await host.open({html: markup('', host.script()), headers: {'content-security-policy': policy}});
    await until('it is told', () => host.said.length > 0);
    await host.run(`WebEngagement('set', 'locale', 'de')`);
    await host.run(`document.querySelector('web-engagement').updateComplete`);
    assert.equal(host.said.length, 1, host.said.join('\n'));
    assert.match(host.said[0] ?? '', /trusted-types that allow web-engagement, got TypeError.*nothing can be shown/);
    assert.equal(await host.state(), 'expose');
    assert.equal(await host.cards(), 0);
  });
});

/** The reasons that the widget gives, whichever way it came. */
function reasonsOf(host: Host): Promise<string> {
  return host.run<string>(
    `(globalThis.WebEngagement ? WebEngagement('diagnose') : document.querySelector('web-engagement').diagnose())
      .then(({reasons}) => reasons.map(({code}) => code).join(), String)`,
  );
}
