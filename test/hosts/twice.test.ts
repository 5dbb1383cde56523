import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {until} from '../e2e/until.js';
import type {Host} from './support/host.js';
import {inOneHostWindow} from './support/host-tests.js';

const counting = `<script>
  globalThis.told = [];
  for (const type of ['show', 'shown']) addEventListener('engagement-' + type, () => told.push(type), true);
</script>`;

const tag = (host: Host, account = host.account): string =>
  `<web-engagement ${host.settings('', account)}></web-engagement>`;

/** A script that runs where it stands, so that the order is certain. */
const script = (host: Host, attributes?: string): string => host.script(attributes).replace(' async', '');

/** What a page has twice, and how the line calls the account of the second one. */
interface Pair {
  readonly markup: (host: Host, other: string, bundle: string) => string;
  readonly whose: RegExp;
}

const sameAccount = /the same account/;
const otherAccount = /another account/;

const pairs: Readonly<Record<string, Pair>> = {
  'two scripts of one account': {markup: (host) => script(host) + script(host), whose: sameAccount},
  'two scripts of different accounts': {
    markup: (host, other) => script(host) + script(host, host.settings('data-', other)),
    whose: otherAccount,
  },
  'two scripts, the second without an account': {
    markup: (host) =>
      script(host) + script(host, `data-visit-id="V1" data-notifications-url="${host.server.platform}/n"`),
    whose: /no account/,
  },
  'a script and a second one by init': {
    markup: (host) =>
      script(host) +
      `<script>addEventListener('engagement-shown', () => WebEngagement('init', ${JSON.stringify(host.properties)}))</script>`,
    whose: sameAccount,
  },
  'a tag and a second one of the same account': {
    markup: (host, _, bundle) => tag(host) + tag(host) + bundle,
    whose: sameAccount,
  },
  'a tag and a second one of another account': {
    markup: (host, other, bundle) => tag(host) + tag(host, other) + bundle,
    whose: otherAccount,
  },
  'a tag and a second one in a shadow tree': {
    markup: (host, _, bundle) =>
      `${tag(host)}<div><template shadowrootmode="open">${tag(host)}</template></div>${bundle}`,
    whose: sameAccount,
  },
  'the script and a tag in a shadow tree': {
    markup: (host) => `<div><template shadowrootmode="open">${tag(host)}</template></div>${script(host)}`,
    whose: sameAccount,
  },
};

inOneHostWindow('a page that has the widget twice', (test) => {
  for (const [title, {markup, whose}] of Object.entries(pairs)) {
    test(`${title}: one invitation, and one line about the second [H10]`, async (host) => {
      const other = `other-${randomUUID()}`;
      host.answerLikeOffer(other);
      await host.open({head: counting, body: markup(host, other, `<script src="${await host.npm()}"></script>`)});
      await host.showsCard();
      // A tag that the script does not know becomes an element with the script's own.
      await host.page.locator('[part~=accept]').hover();
      await until('the line is there', () => host.said.length > 0);
      await host.isTrue('it is shown', `told.includes('shown')`);
      assert.equal(await host.run(`told.join()`), 'show,shown');
      assert.equal(host.said.length, 1);
      assert.match(host.said.join(), whose);
      assert.equal(await host.cards(), 1);
    });
  }

  for (const order of ['before', 'after'] as const) {
    test(`the script ${order} the npm package makes one invitation, and asks once [H10]`, async (host) => {
      const bundle = `<script src="${await host.npm()}"></script>`;
      await host.open({head: counting, body: order === 'before' ? host.script() + bundle : bundle + host.script()});
      await host.showsCard();
      await host.isTrue('it is shown', `told.includes('shown')`);
      await until('the impression is reported', () => host.sent('report').length > 0);
      assert.equal(await host.run(`told.join()`), 'show,shown');
      assert.equal(host.sent('engagement').length, 1);
      assert.equal(host.sent('report').length, 1);
    });
  }

  test('the second tag shows its invitation when the first one is removed [H10]', async (host) => {
    await host.open({body: `${tag(host)}${tag(host)}<script src="${await host.npm()}"></script>`});
    await host.showsCard();
    await host.run(`document.querySelector('web-engagement').remove()`);
    await host.showsCard();
    assert.equal(await host.run(`document.querySelectorAll('web-engagement').length`), 1);
  });

  test('a tag in the flow of the page stands beside one in the corner [H10]', async (host) => {
    const inline = tag(host).replace('<web-engagement', '<web-engagement placement="inline"');
    await host.open({body: `${inline}${tag(host)}<script src="${await host.npm()}"></script>`});
    await until('both are there', async () => (await host.cards()) === 2);
    assert.deepEqual(host.said, []);
    await host.run(`document.querySelector('[placement]').remove()`);
  });

  test('a second script begins when the first widget was removed [H10]', async (host) => {
    await host.open({head: host.script()});
    await host.showsCard();
    await host.run(`WebEngagement('remove')`);
    await host.page.addScriptTag({
      content: `{
      const script = document.createElement('script');
      for (const [name, value] of Object.entries(${JSON.stringify(host.attributes)})) script.setAttribute('data-' + name, value);
      script.src = '${host.src}';
      document.head.append(script);
    }`,
    });
    await host.showsCard();
    assert.deepEqual(host.said, []);
  });
});
