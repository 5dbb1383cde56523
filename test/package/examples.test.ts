// The folders of examples/, each as a visitor meets it.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, readFile, readdir, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {fileURLToPath} from 'node:url';
import {chromium, type Browser, type Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../demo/sandbox/sandbox.js';
import {requireHeadlessChromium} from '../../scripts/browsers.mjs';
import {GatewayClient} from '../../src/vendors/genesys/index.js';
import {serverToken} from '../../demo/sandbox/genesys/gateway/server-token.js';
import {countConnections} from '../e2e/brand/visit.js';
import {until} from '../e2e/until.js';

const examples = new URL('../../examples/', import.meta.url);
const scripts = fileURLToPath(new URL('../../dist/script', import.meta.url));

describe('the example', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'web-engagement-examples-'));
    sandbox = await startSandbox({staticFolders: [scripts, folder], policy: ''});
    browser = await chromium.launch({executablePath: requireHeadlessChromium(), args: ['--no-sandbox']});
  });

  after(async () => {
    await browser.close();
    await sandbox.close();
  });

  const play = (name: string): Promise<unknown> =>
    fetch(`${sandbox.url}/sandbox/demo/scenario`, {method: 'PUT', body: JSON.stringify({name})});

  /** Copies an example to where the sandbox serves it, with the sandbox's port in place of the usual one. */
  async function install(name: string): Promise<void> {
    await mkdir(join(folder, name));
    for (const file of await readdir(new URL(`${name}/`, examples))) {
      const text = await readFile(new URL(`${name}/${file}`, examples), 'utf8');
      const here = text.replace(/(localhost|127\.0\.0\.1):8000/g, `$1:${new URL(sandbox.url).port}`);
      const isModule = /\.jsx?$/.test(file);
      await writeFile(join(folder, name, file.replace(/x$/, '')), isModule ? await bundle(here) : here);
    }
  }

  async function open(name: string, scenario = 'expose'): Promise<Page> {
    await install(name);
    await play(scenario);
    const page = await (await browser.newContext({reducedMotion: 'reduce'})).newPage();
    await page.goto(`${sandbox.url.replace('127.0.0.1', 'localhost')}/${name}/`);
    return page;
  }

  /** Whether a page listens to the notifications of a visit. */
  async function isHeard(visit: string): Promise<boolean> {
    const log = await fetch(`${sandbox.url}/sandbox/visits/${visit}/log`);
    return countConnections((await log.json()) as Parameters<typeof countConnections>[0]) > 0;
  }

  const startChat = (page: Page): Promise<void> => page.getByRole('button', {name: 'Start chat'}).click();

  it('folders are all tested', async () => {
    const folders = (await readdir(examples, {withFileTypes: true})).filter((entry) => entry.isDirectory());
    const tests = await Promise.all(
      ['examples.test.ts', '../stacks/stacks.test.ts'].map((file) => readFile(new URL(file, import.meta.url), 'utf8')),
    );
    assert.deepEqual(
      folders
        .map(({name}) => name)
        .filter((name) => !name.startsWith('server-') && !tests.some((test) => test.includes(`('${name}'`))),
      [],
    );
  });

  it('script-tag tells the page to open its chat', async () => {
    const page = await open('script-tag');
    await startChat(page);
    await page.getByText('Open your chat here').waitFor();
  });

  it('own-chat opens the dialog of the page', async () => {
    const page = await open('own-chat');
    await startChat(page);
    await page.getByRole('dialog', {name: 'Chat'}).waitFor();
  });

  it('panel opens the conversation on the page', async () => {
    const page = await open('panel');
    await startChat(page);
    await page.frameLocator('web-engagement iframe').locator('body').waitFor();
  });

  it('consent asks nothing before the visitor agrees, and forgets all when consent is withdrawn', async () => {
    const page = await open('consent');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.waitForFunction(() => 'version' in (globalThis as unknown as {WebEngagement: object}).WebEngagement);
    assert.deepEqual(requests, []);
    await page.getByRole('button', {name: 'Accept'}).click();
    await page.getByRole('button', {name: 'Start chat'}).waitFor();
    await page.getByRole('button', {name: 'Withdraw consent'}).click();
    await page.getByRole('button', {name: 'Start chat'}).waitFor({state: 'detached'});
  });

  it('liveperson-and-genesys shows what either platform offers', async () => {
    const page = await open('liveperson-and-genesys', 'unavailable');
    const gateway = new GatewayClient({baseUrl: sandbox.url, basePath: '/server', getToken: () => serverToken});
    await until('the page listens', () => isHeard('EXAMPLE-VISIT'));
    await gateway.engage({visitID: 'EXAMPLE-VISIT', engagementID: 'E1', title: 'Still looking?'});
    await page.getByRole('region', {name: 'Still looking?'}).waitFor();
  });

  it('react tells the app to open its chat', async () => {
    const page = await open('react');
    await startChat(page);
    await page.getByText(/^Open your chat here, for engagement \S+\.$/).waitFor();
  });

  it('headless shows the page’s own invitation until it is answered', async () => {
    const page = await open('headless');
    await page.getByRole('button', {name: 'No, thanks'}).click();
    await page.getByRole('complementary', {name: 'Chat'}).waitFor({state: 'hidden'});
  });

  it('testing has a test that passes', async () => {
    const {NODE_TEST_CONTEXT: _, ...env} = process.env;
    const runTests = (name: string) =>
      promisify(execFile)(process.execPath, ['--test', '--test-reporter=tap', `${fileURLToPath(examples)}${name}/`], {
        env,
      });
    assert.match((await runTests('testing')).stdout, /^# pass 1$/m);
  });
});

/** Bundles a module as an app does that has the package installed. */
async function bundle(code: string): Promise<string> {
  const {outputFiles} = await build({
    stdin: {contents: code, resolveDir: fileURLToPath(new URL('../../', import.meta.url)), loader: 'jsx'},
    jsx: 'automatic',
    bundle: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
