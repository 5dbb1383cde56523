import assert from 'node:assert/strict';
import {after} from 'node:test';
import {firefox, type Browser} from 'playwright';
import {requireBrowser} from '../../scripts/browsers.mjs';
import {until} from '../e2e/until.js';
import {Host} from './support/host.js';
import {inOneHostWindow, onHostPages} from './support/host-tests.js';

const denied = `() => { throw new DOMException('The operation is insecure.', 'SecurityError'); }`;

/** An empty page may have none. */
const locks = '(globalThis.LockManager?.prototype ?? {})';

/** What a browser denies a page, as code that runs before the page's own. */
const denials: Readonly<Record<string, string>> = {
  'the getter of IndexedDB': `Object.defineProperty(globalThis, 'indexedDB', {get: ${denied}})`,
  'to open IndexedDB': `IDBFactory.prototype.open = ${denied}`,
  'IndexedDB, by an event': `IDBFactory.prototype.open = function () { const request = new EventTarget();
    setTimeout(() => request.onerror?.(new Event('error'))); return Object.assign(request, {error: new DOMException('', 'InvalidStateError')}); }`,
  'IndexedDB, which is undefined': `Object.defineProperty(globalThis, 'indexedDB', {value: undefined})`,
  'local and session storage': `for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(globalThis, name, {get: ${denied}})`,
  'channels, when they are made': `globalThis.BroadcastChannel = class { constructor() { (${denied})(); } }`,
  'channels, which are undefined': `delete globalThis.BroadcastChannel`,
  'to post to channels': `BroadcastChannel.prototype.postMessage = ${denied}`,
  'locks, by a rejection': `${locks}.request = () => Promise.reject(new DOMException('', 'SecurityError'))`,
  'locks, by an exception': `${locks}.request = ${denied}`,
  'locks, which are undefined': `Object.defineProperty(Navigator.prototype, 'locks', {value: undefined})`,
  cookies: `Object.defineProperty(Document.prototype, 'cookie', {get: ${denied}, set: ${denied}})`,
  'the storage manager': `Object.defineProperty(Navigator.prototype, 'storage', {get: ${denied}})`,
  'Web Crypto': `Object.defineProperty(Crypto.prototype, 'subtle', {value: undefined})`,
  'all of these': `Object.defineProperty(globalThis, 'indexedDB', {get: ${denied}});
    globalThis.BroadcastChannel = class { constructor() { (${denied})(); } };
    ${locks}.request = ${denied}`,
};

/** What costs the page its memory, of which it hears once. */
const lasting = /IndexedDB|all of these/;

const watching = `globalThis.errors = []; addEventListener('engagement-error', ({detail: {error}}) => errors.push(error.name), true);`;

/** An invitation that can be accepted, and one error where nothing can be kept. */
async function isOffered(host: Host, isLasting: boolean): Promise<void> {
  await host.showsCard();
  await until('the impression is reported', () => host.sent('report').length > 0);
  await host.page.getByRole('button', {name: 'Start chat'}).click();
  await host.settles('accepted');
  assert.deepEqual(await host.run('errors'), isLasting ? ['StorageError'] : []);
  assert.equal(await host.run(`WebEngagement('get', 'storage')`), isLasting ? 'memory' : 'indexeddb');
}

inOneHostWindow('a browser that denies storage', (test) => {
  for (const [title, code] of Object.entries(denials)) {
    for (const more of ['', 'data-visit-id="V1" data-notifications-transport="window"']) {
      const listening = more ? ', while it listens to notifications' : '';
      test(`it denies ${title}, and the invitation shows${listening} [H22]`, async (host) => {
        await host.runFirst(`${watching}${code}`);
        const origins = more && `data-notifications-origins="${host.server.pages}"`;
        await host.open({head: host.script(`${host.settings('data-')} ${more} ${origins}`)});
        await isOffered(host, lasting.test(title));
      });
    }
  }

  test('the invitation shows in a sandboxed frame without an origin [H22]', async (host) => {
    const inner = host.address({body: host.script()});
    await host.open({body: `<iframe sandbox="allow-scripts" width="700" height="500" src="${inner}"></iframe>`});
    await host.showsCard();
    await host.run(`document.querySelector('iframe').remove()`);
  });
});

const engine = process.env['TEST_ENGINE'] ?? 'firefox';

if (engine === 'firefox') {
  const browsers: Promise<Browser>[] = [];
  after(async () => {
    for (const browser of browsers) await (await browser).close();
  });
  onHostPages('a Firefox that accepts no cookies', (test) => {
    test('keeps the visit in memory, tells of it once, and shows the invitation [H22]', async (host) => {
      const browser = firefox.launch({
        channel: 'moz-firefox',
        executablePath: requireBrowser('firefox'),
        firefoxUserPrefs: {'network.cookie.cookieBehavior': 2},
      });
      browsers.push(browser);
      // The visitor is one of another browser.
      await host.page.close();
      const strict = new Host(await Host.openPage(await (await browser).newContext()), host.server);
      await strict.runFirst(watching);
      await strict.open({head: strict.script()});
      await isOffered(strict, true);
      await strict.check();
    });
  });
}
