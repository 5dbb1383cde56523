import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Page} from 'playwright';
import {cardOf, get, reports} from './brand.js';
import {useBrand} from './brand-suite.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';

interface Overhearing {
  readonly messages: unknown[];
}

inEveryEngine('a visitor’s consent', (visitor) => {
  const suite = useBrand();

  async function openTab(wishes: Readonly<Record<string, string>> = {}): Promise<Page> {
    const page = await visitor().newPage();
    await page.goto(suite.url(wishes));
    return page;
  }

  const reaches = (page: Page, state: string): Promise<void> =>
    until(`the tab is in the state "${state}"`, async () => (await get(page, 'state')) === state);

  /** Waits until these tabs show their invitations, and the platform knows. */
  async function areShown(...pages: readonly Page[]): Promise<void> {
    for (const page of pages) await cardOf(page).waitFor();
    await until('the platform knows', async () => (await suite.account.impressions()).length === pages.length);
  }

  /** Paths of what all tabs request from now on, but for the pages themselves. */
  function listRequests(): readonly string[] {
    const paths: string[] = [];
    visitor().on('request', (request) => paths.push(new URL(request.url()).pathname));
    return paths;
  }

  for (const consent of ['required', 'denied', 'anything else']) {
    it(`that is ${consent} leaves no request, no byte, no message and no lock`, async () => {
      const listener = await openTab({script: 'http://127.0.0.1:9'});
      await overhear(listener, [suite.platform.url, suite.account.id, 'demo']);
      await visitor().clock.install();
      const paths = listRequests();
      const page = await openTab({
        'data-consent': consent,
        'data-app-installation-id': 'demo',
        'data-visit-id': 'V',
        'data-notifications-transport': 'window',
      });
      await until('the script has run', async () => (await get(page, 'state')) === 'idle');
      for (const command of ['refresh', 'optOut', 'dismiss', 'accept'])
        await page.evaluate(`WebEngagement('${command}')`);
      await page.evaluate(`WebEngagement('snooze', 60)`);
      await visitor().clock.runFor(120_000);

      assert.deepEqual(paths, ['/brand', '/web-engagement.js']);
      assert.deepEqual(await suite.account.handshakes(), []);
      assert.deepEqual(await tracesOf(page), {databases: [], locks: 0, storage: 0, cookies: ''});
      assert.deepEqual(await listener.evaluate('globalThis.messages'), []);
      const line = `<web-engagement>: Expected consent to be not-required, required, granted, denied, got "${consent}"; required is used`;
      const isKnown = consent === 'required' || consent === 'denied';
      assert.deepEqual(
        [await get(page, 'state'), await reports(page)],
        ['idle', isKnown ? [] : [{type: 'console.warn', text: line}]],
      );

      await page.evaluate(`WebEngagement('grantConsent')`);
      await cardOf(page).waitFor();
      assert.equal((await suite.account.handshakes()).length, 1);
      // The listener hears what there is to be heard.
      await until('the tabs talk', async () => (await listener.evaluate<number>('messages.length')) > 0);
    });
  }

  it('that is withdrawn in one tab ends it in all, erases everything, and nothing is asked any more', async () => {
    await visitor().clock.install();
    const [one, other] = [await openTab(), await openTab()];
    await areShown(one, other);
    const paths = listRequests();
    await one.evaluate(`WebEngagement('revokeConsent')`);

    await Promise.all([reaches(one, 'idle'), reaches(other, 'idle')]);
    await Promise.all([cardOf(one).waitFor({state: 'hidden'}), cardOf(other).waitFor({state: 'hidden'})]);
    for (const page of [one, other]) await page.evaluate(`WebEngagement('refresh')`);
    await until('no database is left', async () => (await tracesOf(other)).databases.length === 0);
    await visitor().clock.runFor(120_000);
    // The code that erases it may come for that.
    assert.deepEqual(
      paths.filter((path) => !/^\/web-engagement-(element|session)-/.test(path)),
      [],
    );
    assert.deepEqual(await tracesOf(one), {databases: [], locks: 0, storage: 0, cookies: ''});

    await other.evaluate(`WebEngagement('grantConsent')`);
    await cardOf(other).waitFor();
    assert.equal((await suite.account.handshakes()).at(-1)?.query['vid'], undefined);
    assert.equal(await get(one, 'state'), 'idle');
  });
});

inEveryEngine('what a visitor has said of invitations', (visitor) => {
  const suite = useBrand();

  for (const [said, command, key, ...values] of [
    ['not now', 'dismiss', 'settled'],
    ['later', 'snooze', 'snoozedUntil', 3_600],
    ['never', 'optOut', 'optedOut'],
  ] as const) {
    it(`holds after a reload and in a new tab when it was “${said}”`, async () => {
      const page = await visitor().newPage();
      await page.goto(suite.url());
      await cardOf(page).waitFor();
      await page.evaluate(`WebEngagement(${JSON.stringify([command, ...values]).slice(1, -1)})`);
      await cardOf(page).waitFor({state: 'hidden'});
      await until('it is remembered', async () => (await memoryOf(page)).includes(key));

      await page.reload();
      const tab = await visitor().newPage();
      await tab.goto(suite.url());
      for (const other of [page, tab]) {
        await until('the answer is there', async () => (await get(other, 'state')) === 'dismissed');
        assert.equal(await cardOf(other).count(), 0);
      }
    });
  }
});

/** Keeps everything that the tabs of an account say to each other. */
async function overhear(page: Page, key: readonly string[]): Promise<void> {
  const name = `web-engagement/${key.join('/')}`;
  await page.evaluate((name) => {
    const target = globalThis as unknown as Overhearing & {channels: BroadcastChannel[]};
    Object.assign(target, {messages: [], channels: [name, `${name}/tabs`].map((one) => new BroadcastChannel(one))});
    for (const channel of target.channels) channel.onmessage = ({data}) => target.messages.push(data);
  }, name);
}

/** What the widget has left behind in the browser. */
async function tracesOf(page: Page) {
  return page.evaluate(async () => {
    const {held = [], pending = []} = await navigator.locks.query();
    return {
      databases: (await indexedDB.databases()).map(({name}) => name),
      locks: held.length + pending.length,
      storage: localStorage.length + sessionStorage.length,
      cookies: document.cookie,
    };
  });
}

/** What the widget remembers of the visitor. */
function memoryOf(page: Page): Promise<string> {
  // As text, because the tests' compiler adds calls to functions that a page does not have.
  return page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('web-engagement');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const reading = opening.result.transaction('visits').objectStore('visits').getAll();
      reading.onerror = reject;
      reading.onsuccess = () => {
        opening.result.close();
        resolve(JSON.stringify(reading.result));
      };
    };
  })`);
}
