// The entry `loader.js`, in Node and on a page of a browser.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import {chromium, type Browser, type Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../demo/sandbox/sandbox.js';
import {requireHeadlessChromium} from '../../scripts/browsers.mjs';
import type * as loader from '../../src/loader.js';

const dist = new URL('../../dist/', import.meta.url);

interface Handshake {
  readonly path: string;
  readonly body?: {readonly identities?: unknown};
}

describe('loadWebEngagement', () => {
  let sandbox: Sandbox;
  let browser: Browser;

  before(async () => {
    sandbox = await startSandbox();
    browser = await chromium.launch({executablePath: requireHeadlessChromium(), args: ['--no-sandbox']});
  });

  after(async () => {
    await browser.close();
    await sandbox.close();
  });

  /** Opens an empty page of the sandbox's origin, from which the loader can be imported. */
  async function open(): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.route(`${sandbox.url}/dist/**`, async (route) => {
      const path = new URL(route.request().url()).pathname.replace('/dist/', '');
      await route.fulfill({contentType: 'text/javascript', body: await readFile(new URL(path, dist))});
    });
    await page.route(`${sandbox.url}/page`, (route) =>
      route.fulfill({contentType: 'text/html', body: '<!doctype html><body>'}),
    );
    await page.goto(`${sandbox.url}/page`);
    return page;
  }

  /** Runs code on a page, with the loader and the settings of an account. */
  function evaluate<Result>(page: Page, account: string, code: string): Promise<Result> {
    const settings = {
      src: `${sandbox.url}/web-engagement.js`,
      accountId: account,
      appInstallationId: 'app',
      apiHost: sandbox.url,
      expectOffer: true,
    };
    return page.evaluate(
      `import('/dist/loader.js').then(async ({loadWebEngagement}) => {
        const settings = ${JSON.stringify(settings)};
        ${code}
      })`,
    );
  }

  const readHandshakes = async (account: string): Promise<readonly Handshake[]> =>
    ((await (await fetch(`${sandbox.url}/sandbox/${account}/log`)).json()) as Handshake[]).filter(({path}) =>
      path.endsWith('/engagement'),
    );

  it('gives the API, and asks once, with all that the page has said', async () => {
    const identities = [{iss: 'https://brand.example', acr: 'loa1', sub: '7d5c5e1b-0d6a-4f0b-9d1e-2f6a5b1c3d4e'}];
    const page = await open();
    const version = await evaluate<string>(
      page,
      'loader',
      `const engagement = await loadWebEngagement({...settings, identities: ${JSON.stringify(identities)}});
       const again = await loadWebEngagement(settings);
       if (again !== engagement) throw new Error('two APIs');
       await engagement('get', 'state');
       return WebEngagement.version;`,
    );
    await page.locator('web-engagement [part=accept]').waitFor();
    const handshakes = await readHandshakes('loader');
    assert.equal(version, (await import('../../src/tag/version.js')).version);
    assert.deepEqual(
      handshakes.map(({body}) => body?.identities),
      [identities],
    );
    assert.equal(await page.locator('script').count(), 1);
  });

  it('uses a script that is on the page already', async () => {
    const page = await open();
    await page.addScriptTag({url: `${sandbox.url}/web-engagement.js`});
    const scripts = await evaluate<number>(
      page,
      'loader-twice',
      `await loadWebEngagement(settings); return document.scripts.length;`,
    );
    assert.equal(scripts, 1);
  });

  it('says that the script cannot be loaded, and can be called again', async () => {
    const page = await open();
    const message = await evaluate<string>(
      page,
      'loader-again',
      `const failure = await loadWebEngagement({...settings, src: '/missing.js'}).catch((error) => error.message);
       await loadWebEngagement(settings);
       return failure;`,
    );
    assert.equal(message, `Expected the script of web-engagement at ${sandbox.url}/missing.js, got no answer`);
    await page.locator('web-engagement [part=accept]').waitFor();
  });

  it('does nothing on a server', async () => {
    const {loadWebEngagement} = (await import(new URL('loader.js', dist).href)) as typeof loader;
    assert.equal(await loadWebEngagement({src: '/web-engagement.js'}), undefined);
  });
});
