import assert from 'node:assert/strict';
import {it} from 'node:test';
import {unavailableAnswer} from '../../fixtures/liveperson/seed-004.js';
import {json} from '../../support/servers/faults.js';
import {inChromium} from '../engines.js';
import {until} from '../until.js';
import {useFaultyPages} from './support/faulty-pages.js';

/** Puts an element on the page with a source of its own, and takes it away, so many times, as code of the page. */
const cycles = (count: number): string => `(async () => {
  const source = {name: 'own', start: (report) => report({type: 'unavailable', source: 'own'})};
  for (let cycle = 0; cycle < ${String(count)}; cycle++) {
    const tag = document.createElement('web-engagement');
    tag.sources = [source];
    document.body.append(tag);
    await new Promise((done) => setTimeout(done));
    if (cycle % 2) document.body.prepend(tag);
    tag.remove();
    await new Promise((done) => setTimeout(done));
  }
})()`;

inChromium('a page whose elements come and go', (visitor) => {
  const suite = useFaultyPages();

  it('D51: keeps nothing of a thousand of them', async () => {
    suite.platform.play(json(unavailableAnswer, 201));
    const page = await visitor().newPage();
    await page.goto(suite.page());
    await page.evaluate(`WebEngagement('refresh')`);
    await until('the element is there', () => page.evaluate(`!!customElements.get('web-engagement')`));
    await page.evaluate(`WebEngagement('remove')`);
    const developer = await visitor().newCDPSession(page);
    const measure = async () => {
      await page.evaluate(`navigator.locks.query().then(({held, pending}) => {
        if (held.length + pending.length > 0) throw new Error('a lock is left');
      })`);
      await developer.send('HeapProfiler.collectGarbage');
      const {nodes, jsEventListeners} = await developer.send('Memory.getDOMCounters');
      const {usedSize} = await developer.send('Runtime.getHeapUsage');
      return {nodes, jsEventListeners, usedSize};
    };
    await page.evaluate(cycles(100));
    const before = await measure();
    const asked = suite.platform.requests.length;
    await page.evaluate(cycles(1_000));
    const after = await measure();
    assert.ok(after.nodes - before.nodes < 50, `${String(after.nodes - before.nodes)} more nodes`);
    assert.ok(after.jsEventListeners <= before.jsEventListeners + 5, 'more listeners');
    assert.ok(after.usedSize - before.usedSize < 1_000_000, `${String(after.usedSize - before.usedSize)} more bytes`);
    assert.equal(suite.platform.requests.length, asked);
  });
});
