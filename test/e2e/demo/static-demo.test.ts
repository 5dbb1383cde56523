import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, beforeEach, it} from 'node:test';
import type {Page} from 'playwright';
import type {LoggedRequest} from '../../../demo/sandbox/liveperson/request-log.js';
import {buildStaticDemo} from '../../../scripts/demo/static-demo.js';
import {serveFolder, type FolderServer} from '../../support/servers/folder-server.js';
import {cardOf} from '../brand/brand.js';
import {runInShop, shopOf, stateOf} from './page.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';
import {invitationOf} from '../brand/visit.js';

/** What Firefox itself writes whenever a page leaves a stream of a service worker, such as server-sent events. */
const firefoxOnStreams =
  'Failed to load ‘’. A ServiceWorker intercepted the request and encountered an unexpected error.';

inEveryEngine('the demo on a host of files', (visitor) => {
  let folder: string;
  let host: FolderServer;
  let complaints: string[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'static-demo-'));
    await buildStaticDemo(folder);
    host = await serveFolder(folder, '/some/where/');
  });

  after(async () => {
    await host.close();
    await rm(folder, {recursive: true});
  });

  beforeEach(() => {
    complaints = [];
  });

  async function open(address = host.url): Promise<Page> {
    const page = await visitor().newPage();
    page.on('console', (line) => complaints.push(line.text()));
    page.on('pageerror', ({message}) => message === firefoxOnStreams || complaints.push(message));
    page.on('response', (answer) => answer.status() < 400 || complaints.push(`${answer.status()} ${answer.url()}`));
    page.on('requestfailed', (request) => {
      const {errorText = ''} = request.failure() ?? {};
      // So end the streams of a page that is left.
      if (!/ABORTED/.test(errorText)) complaints.push(`${errorText} ${request.url()}`);
    });
    await page.goto(address);
    return page;
  }

  /** Has the sandbox in the page play a scenario, and the component ask for it. */
  async function play(page: Page, name: string): Promise<void> {
    const status = await page.evaluate(async (name) => {
      const answer = await fetch('/sandbox/demo/scenario', {method: 'PUT', body: JSON.stringify({name})});
      return answer.status;
    }, name);
    assert.equal(status, 200);
    await runInShop(page, "WebEngagement('reset').then(() => WebEngagement('refresh'))");
  }

  const handshakes = async (page: Page): Promise<readonly LoggedRequest[]> => {
    const log = await page.evaluate(async () => (await fetch('/sandbox/demo/log')).json() as Promise<LoggedRequest[]>);
    return log.filter(({path}) => path.endsWith('/engagement'));
  };

  it('invites at the first visit, and the page tells of the request', async () => {
    const page = await open();
    await cardOf(shopOf(page)).waitFor();
    await page.getByText('/engagement').first().waitFor();
    assert.deepEqual(complaints, []);
  });

  it('answers as was chosen, with retries, also after a reload', async () => {
    await visitor().clock.install();
    const page = await open();
    await cardOf(shopOf(page)).waitFor();
    await play(page, 'unavailable');
    await cardOf(shopOf(page)).waitFor({state: 'hidden'});
    await page.reload();
    await until('there is no offer', async () => (await stateOf(page)) === 'unavailable');
    await play(page, 'loading-account-then-expose');
    await until('the pause before the retry is over', async () => {
      await page.clock.runFor(1_000);
      return cardOf(shopOf(page)).isVisible();
    });
    const statuses = (await handshakes(page)).map(({status}) => status);
    assert.deepEqual(statuses.slice(-2), [202, 201]);
    assert.deepEqual(complaints, []);
  });

  it('leads to the documents, in which a word can be looked for', async () => {
    const page = await open();
    // Firefox tells of every request that a page is left in the middle of.
    await cardOf(shopOf(page)).waitFor();
    await page.getByText('/engagement').first().waitFor();
    await page.getByRole('link', {name: 'Documentation'}).click();
    await page.getByRole('heading', {level: 1, name: 'Documentation'}).waitFor();
    assert.equal(page.url(), `${host.url}docs/`);
    const field = page.getByRole('searchbox');
    await field.fill('immutable');
    await field.press('Enter');
    await page.getByRole('link', {name: 'Hosting the files: A folder for each version'}).waitFor();
    assert.deepEqual(complaints, []);
  });

  it('brings notifications to a second tab of the visit', async () => {
    const page = await open();
    await cardOf(shopOf(page)).waitFor();
    await play(page, 'unavailable');
    const [other] = await Promise.all([page.waitForEvent('popup'), page.evaluate('void open(location.href)')]);
    await until('the other tab has no offer', async () => (await stateOf(other)) === 'unavailable');
    // It comes to the tab that was used last.
    await other.getByRole('heading', {level: 1}).click();
    const visit = await shopOf(page).locator('script[data-visit-id]').getAttribute('data-visit-id');
    const status = await page.evaluate(async (visit) => {
      const body = JSON.stringify({engagementID: 'E1', title: 'May I help?'});
      return (await fetch(`/sandbox/visits/${visit}/engage`, {method: 'POST', body})).status;
    }, visit);
    assert.equal(status, 200);
    await invitationOf(shopOf(other), 'May I help?').waitFor();
    assert.deepEqual(complaints, []);
  });

  it('has every service of the sandbox, at the root and in its folder, but no WebSockets', async () => {
    const page = await open();
    const ask = (path: string): Promise<unknown> =>
      page.evaluate(async (path) => (await fetch(path)).json() as Promise<unknown>, path);
    await cardOf(shopOf(page)).waitFor();
    for (const base of ['/', './']) {
      assert.deepEqual(await ask(`${base}sandbox/abilities`), {webSocket: false});
      assert.deepEqual(await ask(`${base}glia/engagements`), [wrongVersion]);
      const {baseURI} = (await ask(`${base}api/account/demo/service/smt/baseURI.json?version=1.0`)) as Domain;
      assert.equal(baseURI, new URL(host.url).host);
    }
  });

  it('hands off by a link that opens the brand’s chat in its folder', async () => {
    const page = await open();
    await cardOf(shopOf(page)).waitFor();
    const link = await page.evaluate(async () => {
      const handoff = (await (await fetch('/brand/handoff?account=demo')).json()) as Handoff;
      return handoff.engagementDetails.urlToChat;
    });
    assert.ok(link.startsWith(`${host.url}brand/chat?engagement=`), link);
    const chat = await open(link);
    await chat.getByRole('textbox', {name: 'Your message'}).fill('Hello');
    await chat.getByRole('button', {name: 'Send'}).click();
    await chat
      .getByRole('listitem')
      .filter({hasText: /^Hello$/})
      .waitFor();
    assert.deepEqual(complaints, []);
  });
});

const wrongVersion = {
  error: 'bad_request',
  message: 'Invalid api version used',
  debug_message: 'Invalid api version used (sandbox)',
};

interface Domain {
  readonly baseURI: string;
}

interface Handoff {
  readonly engagementDetails: {readonly urlToChat: string};
}
