import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Page} from 'playwright';
import {exposeAnswer} from '../../fixtures/liveperson/seed-004.js';
import {json} from '../../support/servers/faults.js';
import {browserOf, type Launcher} from '../browsers.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';
import {useFaultyPages} from './support/faulty-pages.js';

inEveryEngine('a page that has no storage to itself', (visitor) => {
  const suite = useFaultyPages();

  async function open(html: string): Promise<Page> {
    suite.platform.play(json(exposeAnswer, 201));
    const page = await visitor().newPage();
    await page.goto(html);
    return page;
  }

  const invites = (page: Page): Promise<void> =>
    page.frames().at(-1)?.getByRole('button', {name: 'Start chat'}).waitFor() ?? Promise.reject(new Error('no frame'));
  const vids = (from: number): readonly (string | undefined)[] =>
    suite.platform.requests
      .slice(from)
      .filter(({path}) => path.includes('/engagement'))
      .map(({path}) => /[?&]vid=([^&]*)/.exec(path)?.[1]);

  it('D12: invites in a sandbox without an origin', async () => {
    const page = await open(suite.page(`<iframe sandbox="allow-scripts" src="${suite.page()}"></iframe>`));
    await until('the frame is there', () => page.frames().length === 2);
    await invites(page);
  });

  it('D14: invites in a frame of another site', async () => {
    const inner = suite.page().replace('127.0.0.1', 'localhost');
    const page = await open(suite.page(`<iframe src="${inner}"></iframe>`));
    await until('the frame is there', () => page.frames().length === 2);
    await invites(page);
  });

  it('D13: invites in a private window, of which the next one knows nothing', async () => {
    const before = suite.platform.requests.length;
    const address = suite.page();
    await invites(await open(address));
    const name = visitor().browser()?.browserType().name() as Launcher;
    const next = await (await browserOf(name)).newContext();
    const page = await next.newPage();
    await page.goto(address);
    await invites(page);
    await next.close();
    assert.deepEqual(vids(before), [undefined, undefined]);
  });
});
