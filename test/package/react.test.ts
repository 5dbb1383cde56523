// The entry `react.js`, in React 19 and 18: in a browser, and rendered on a server.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {build, type Plugin} from 'esbuild';
import {chromium, type Browser, type Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../demo/sandbox/sandbox.js';
import {requireHeadlessChromium} from '../../scripts/browsers.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Handshake {
  readonly path: string;
  readonly body?: {readonly entryPoints?: readonly string[]};
}

/** Bundles an app for a version of React. */
async function bundle(code: string, suffix: string, platform: 'browser' | 'node'): Promise<string> {
  const chosenReact: Plugin = {
    name: 'chosen-react',
    setup: ({onResolve, resolve}) =>
      onResolve({filter: /^react(-dom)?(\/.*)?$/}, ({path, resolveDir, kind, pluginData}) =>
        suffix && pluginData === undefined
          ? resolve(path.replace(/^react(-dom)?/, `$&${suffix}`), {resolveDir, kind, pluginData: 'chosen'})
          : undefined,
      ),
  };
  const {outputFiles} = await build({
    stdin: {contents: code, resolveDir: root, loader: 'jsx'},
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    platform,
    define: {'process.env.NODE_ENV': '"development"'},
    banner:
      platform === 'node' ? {js: "import {createRequire} from 'node:module'; const require = createRequire('/');"} : {},
    plugins: [chosenReact],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

const imports = `
  import {StrictMode, useState} from 'react';
  import {version} from 'react';
  import {WebEngagement} from 'web-engagement/react.js';
`;

/** An app whose tag can be changed and taken away by buttons. */
const app = (account: string, host: string): string => `
  ${imports}
  function App() {
    const [route, setRoute] = useState('sec://Home');
    const [isThere, setThere] = useState(true);
    const [heard, setHeard] = useState('');
    return <StrictMode>
      <p id="heard">{heard}</p>
      <button onClick={() => setRoute('sec://Sport')}>Go to Sport</button>
      <button onClick={() => setThere(false)}>Take it away</button>
      {isThere && <WebEngagement id="tag" accountId="${account}" appInstallationId="app" apiHost="${host}"
        entryPoints={[route]} headingLevel={3} expectOffer openIn="event"
        onEngagementAccept={(event) => { event.preventDefault(); setHeard('accepted on ' + route + ', React ' + version); }}>
        <span slot="title">Hello from React</span>
      </WebEngagement>}
    </StrictMode>;
  }
`;

for (const [name, suffix] of [
  ['React 19', ''],
  ['React 18', '-18'],
] as const) {
  describe(`WebEngagement in ${name}`, () => {
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

    async function open(script: string, markup = ''): Promise<{page: Page; complaints: string[]}> {
      const page = await (await browser.newContext({reducedMotion: 'reduce'})).newPage();
      const complaints: string[] = [];
      page.on('pageerror', ({message}) => complaints.push(message));
      page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()));
      await page.route(`${sandbox.url}/app`, (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><body><div id="root">${markup}</div><script type="module" src="/app.js"></script>`,
        }),
      );
      await page.route(`${sandbox.url}/app.js`, (route) =>
        route.fulfill({contentType: 'text/javascript', body: script}),
      );
      await page.goto(`${sandbox.url}/app`);
      return {page, complaints};
    }

    const readHandshakes = async (account: string): Promise<readonly Handshake[]> =>
      ((await (await fetch(`${sandbox.url}/sandbox/${account}/log`)).json()) as Handshake[]).filter(({path}) =>
        path.endsWith('/engagement'),
      );

    it('sets properties before the first question, fills slots, and hears events that it can prevent', async () => {
      const account = `react${suffix}`;
      const render = `import {createRoot} from 'react-dom/client'; createRoot(document.querySelector('#root')).render(<App />);`;
      const {page, complaints} = await open(await bundle(app(account, sandbox.url) + render, suffix, 'browser'));
      await page.getByRole('region', {name: 'Hello from React'}).getByRole('heading', {level: 3}).waitFor();
      await page.getByRole('button', {name: 'Start chat'}).click();
      await page.getByText(`accepted on sec://Home, ${name}`).waitFor();
      const [first, ...more] = await readHandshakes(account);
      assert.deepEqual([first?.body?.entryPoints, more.length], [['sec://Home'], 0]);
      assert.deepEqual(complaints, []);
    });

    it('follows changed properties, and leaves nothing when it is taken away', async () => {
      const account = `react-route${suffix}`;
      const render = `import {createRoot} from 'react-dom/client'; createRoot(document.querySelector('#root')).render(<App />);`;
      const {page, complaints} = await open(await bundle(app(account, sandbox.url) + render, suffix, 'browser'));
      await page.getByRole('button', {name: 'Start chat'}).waitFor();
      await page.getByRole('button', {name: 'Go to Sport'}).click();
      await page.waitForFunction(
        () => (document.querySelector('#tag') as unknown as {entryPoints: string[]}).entryPoints[0] === 'sec://Sport',
      );
      await page.getByRole('button', {name: 'Start chat'}).click();
      await page.getByText('accepted on sec://Sport').waitFor();
      await page.getByRole('button', {name: 'Take it away'}).click();
      assert.equal(await page.locator('web-engagement').count(), 0);
      assert.deepEqual(complaints, []);
    });

    it('is rendered on a server, and goes on from there', async () => {
      const account = `react-server${suffix}`;
      const server = `${app(account, sandbox.url)}
        import {renderToString} from 'react-dom/server'; process.stdout.write(renderToString(<App />));`;
      const code = await bundle(server, suffix, 'node');
      const file = join(await mkdtemp(join(tmpdir(), 'web-engagement-')), 'server.mjs');
      await writeFile(file, code);
      const {stdout} = await promisify(execFile)(process.execPath, [file]);
      assert.match(stdout, /<web-engagement id="tag" account-id="[\w-]+" app-installation-id="app"/);
      assert.match(stdout, /heading-level="3" expect-offer="" open-in="event"/);
      const hydrate = `import {hydrateRoot} from 'react-dom/client'; hydrateRoot(document.querySelector('#root'), <App />);`;
      const {page, complaints} = await open(
        await bundle(app(account, sandbox.url) + hydrate, suffix, 'browser'),
        stdout,
      );
      await page.getByRole('button', {name: 'Start chat'}).click();
      await page.getByText('accepted on sec://Home').waitFor();
      assert.deepEqual(complaints, []);
    });
  });
}
