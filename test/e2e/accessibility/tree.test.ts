import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, it} from 'node:test';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {conversation, invitation, openAccessiblePage, type AccessiblePage} from './page.js';
import {readAxTree} from './ax-tree.js';
import {axStates, openAxState} from './ax-states.js';
import {inChromium} from '../engines.js';
import {until} from '../until.js';

inChromium('a screen reader', (visitor) => {
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  for (const state of axStates) {
    it(`finds in the accessibility tree what stands in the golden file of ${state.name} [A8]`, async () => {
      const {page} = await openAxState(visitor(), sandbox.url, state);
      const golden = await readFile(new URL(`../../fixtures/ax-tree/${state.name}.txt`, import.meta.url), 'utf8');
      assert.equal(await readAxTree(page), golden);
    });
  }

  it('hears of each offer once, politely, and not again ten seconds later [A7]', async () => {
    const context = visitor();
    await context.clock.install();
    const opened = await openAccessiblePage(context, {script: sandbox.url});
    await context.clock.pauseAt(Date.now() + 60_000);
    for (const [fact, words] of [
      [invitation, 'Chat: Can we help you?'],
      [conversation, 'Chat: Pick up where you left off'],
    ] as const) {
      await opened.say(fact);
      await opened.part('card').waitFor();
      if (fact === invitation) await listen(opened);
      await context.clock.runFor(1000);
      await until('it is said', async () => (await opened.part('status').textContent()) === words);
      assert.match(await readAxTree(opened.page), /^ *status "" atomic=true live=polite$/m);
      await opened.say(fact);
      await context.clock.runFor(11_000);
      await until('it is gone', async () => (await opened.part('status').textContent()) === '');
    }
    assert.deepEqual(await opened.page.evaluate('texts.filter(Boolean)'), [
      'Chat: Can we help you?',
      'Chat: Pick up where you left off',
    ]);
  });
});

/** Notes every text that the live region has. */
function listen({page}: AccessiblePage): Promise<void> {
  return page.evaluate(`{
    const status = document.querySelector('web-engagement').shadowRoot.querySelector('[part=status]');
    window.texts = [];
    new MutationObserver(() => texts.push(status.textContent)).observe(status, {childList: true, characterData: true});
  }`);
}
