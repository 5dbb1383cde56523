import assert from 'node:assert/strict';
import {until} from '../../e2e/until.js';
import type {Host} from '../support/host.js';
import {inOneHostWindow} from '../support/host-tests.js';
import {oldLibraries} from '../support/old-libraries.js';

/** What a page tells of the visitor: lists, objects, numbers and a moment. */
const saying = `
  WebEngagement('set', 'identities', [{iss: 'brand', acr: 'loa1', sub: 'a1b2c3d4e5f6'}]);
  WebEngagement('set', 'entryPoints', ['sec://Sport', 'lang://De']);
  WebEngagement('set', 'clientProperties', {appVersion: '2', features: ['CO_BROWSE']});
  WebEngagement('set', 'engagementAttributes', [{type: 'ctmrinfo', info: {ctype: 'vip', balance: 12.5}}]);`;

const queue = `<script>
  window.WebEngagement ||= (...call) => new Promise((done) => (WebEngagement.q ||= []).push([done, ...call]));
</script>`;

/** What the platform gets when a visitor accepts an invitation. */
async function wireOf(host: Host, library: string): Promise<string[]> {
  await host.open({head: `<script>${library}</script>${queue}<script>${saying}</script>${host.script()}`});
  await host.showsCard();
  await until('the impression is reported', () => host.sent('report').length === 1);
  await host.page.getByRole('button', {name: 'Start chat'}).click();
  await host.settles('accepted');
  await until('the answer is reported', () => host.sent('report').length === 2);
  return [...host.sent('engagement'), ...host.sent('report')].map(({text}) => text);
}

inOneHostWindow('old libraries', (test) => {
  let clean: readonly string[] = [];

  test('without them the platform gets lists and objects [H18]', async (host) => {
    clean = await wireOf(host, '');
    assert.equal(clean.length, 3);
    const question = JSON.parse(clean[0] ?? '') as Record<string, unknown>;
    assert.ok(Array.isArray(question['identities']) && Array.isArray(question['entryPoints']), clean[0]);
  });

  for (const [title, library] of Object.entries(oldLibraries)) {
    test(`with ${title} the same bytes go out [H18]`, async (host) => {
      assert.deepEqual(await wireOf(host, library), clean);
    });

    test(`with ${title} a page goes on without a new document [H18]`, async (host) => {
      await host.open({head: `<script>${library}</script>${host.script()}`});
      await host.showsCard();
      await host.run(`void (document.body.innerHTML = '<p>Next</p>')`);
      await host.showsCard();
      await host.run(`WebEngagement('hide')`);
      await host.page.getByRole('button', {name: /^Chat/}).click();
      await host.showsCard();
      await host.page.keyboard.press('Escape');
      await until('it is folded', async () => (await host.cards()) === 0);
    });
  }
});
