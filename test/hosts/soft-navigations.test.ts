import assert from 'node:assert/strict';
import {until} from '../e2e/until.js';
import type {Host} from './support/host.js';
import {onHostPages} from './support/host-tests.js';
import {countingResources} from './support/resources.js';

/** Turbo keeps the last ten pages, which have to be there before anything is compared. */
const settling = 24;

type State = 'open' | 'folded' | 'without an offer';

/** An open card holds most, and only Chromium tells its heap, so that a tenth is enough for the rest. */
const navigationsOf = (state: State, {engine}: Host): number =>
  state === 'open' && engine === 'chromium' ? 1_000 : 100;

/** Most bytes by which the heap may grow. */
const mostGrowth = 1_000_000;

/** Navigates so often, from one page to the other. */
const navigate = (count: number, pages: readonly string[]): string => `(async () => {
  const pages = ${JSON.stringify(pages)};
  for (let index = 0; index < ${count}; index++) {
    const loaded = new Promise((done) => addEventListener('turbo:load', done, {once: true}));
    Turbo.visit(pages[index % 2]);
    await loaded;
  }
})()`;

const resourcesOf = (host: Host) => host.run<Readonly<Record<string, number>>>('resources()');

/** Bytes that are in use after a collection; nothing where the browser does not tell. */
async function heapOf({engine, page}: Host): Promise<number | undefined> {
  if (engine !== 'chromium') return undefined;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage');
  const {usedSize} = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}

onHostPages('navigation without a new page, many times', (test) => {
  for (const state of ['open', 'folded', 'without an offer'] satisfies State[]) {
    test(`many visits of Turbo leave nothing behind while the card is ${state} [H1]`, async (host) => {
      await host.runFirst(countingResources);
      const head = `<script src="/lib/@hotwired/turbo/dist/turbo.es2017-umd.js"></script>${host.script()}`;
      const paths = ['a', 'b'].map((name) => `/visits/${host.account}/${name}`);
      for (const path of paths) host.address({head, body: `<h2>${path}</h2>`}, path);
      if (state === 'without an offer') host.offerNothing();
      await host.page.goto(host.server.pages + String(paths[1]));
      await (state === 'without an offer' ? host.settles('unavailable') : host.showsCard());
      if (state !== 'without an offer') await until('the impression is reported', () => host.sent('report').length > 0);
      if (state === 'folded') await host.run(`WebEngagement('hide')`);
      await host.run(navigate(settling, paths));
      const [before, heap] = [await resourcesOf(host), await heapOf(host)];
      await host.run(navigate(navigationsOf(state, host), paths));
      await until('nothing is left over', async () => {
        const now = Object.entries(await resourcesOf(host));
        return now.every(([name, count]) => count <= (before[name] ?? 0));
      });
      const grown = ((await heapOf(host)) ?? 0) - (heap ?? 0);
      assert.ok(grown < mostGrowth, `the heap has grown by ${grown} bytes`);
      assert.equal(host.sent('engagement').length, 1);
      assert.equal(host.sent('report').length, state === 'without an offer' ? 0 : 1);
      assert.equal(await host.run(`document.querySelectorAll('web-engagement').length`), 1);
    });
  }
});
