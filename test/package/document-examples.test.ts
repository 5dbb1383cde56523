import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {chromium} from 'playwright';
import {rollup} from 'rollup';
import {sandboxCredentials} from '../../demo/sandbox/avaya/access-tokens.js';
import {serverToken} from '../../demo/sandbox/genesys/gateway/server-token.js';
import {sandboxKey} from '../../demo/sandbox/liveperson/handoff/oauth-signature.js';
import {startSandbox, type Sandbox} from '../../demo/sandbox/sandbox.js';
import {requireHeadlessChromium} from '../../scripts/browsers.mjs';
import {onLog, resolveDependencies} from '../../scripts/build/bundling.mjs';
import {toEngagementRecord} from '../../src/vendors/glia/index.js';
import * as glia from '../fixtures/glia/seed-001.js';

const root = new URL('../../', import.meta.url);
const documents = ['clients.md', 'timeline.md'].map((name) => readFileSync(new URL(`docs/${name}`, root), 'utf8'));

/** Examples of the documents, by the heading that they stand under. */
const examples = new Map(
  documents
    .join('\n')
    .split(/^#{1,2} /m)
    .flatMap((part): [string, string][] => {
      const [, code] = /^```(?:js|html)\n([^]*?)^```$/m.exec(part) ?? [];
      return code === undefined ? [] : [[part.slice(0, part.indexOf('\n')).replaceAll('`', ''), code]];
    }),
);

const avayaEngagement = '5b1f3c1e-3f0e-4a3e-9a53-0c3f7d0a1b01';

describe('the examples of the documents', () => {
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await startSandbox();
  });

  after(() => sandbox.close());

  async function getAvayaToken(): Promise<string> {
    const {appkey, clientId, clientSecret} = sandboxCredentials;
    const response = await fetch(`${sandbox.url}/api/auth/v1/ABCDEF/protocol/openid-connect/token`, {
      method: 'POST',
      headers: {appkey},
      body: new URLSearchParams({grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret}),
    });
    return ((await response.json()) as {access_token: string}).access_token;
  }

  /** Runs an example as a program of its own, which imports the package by its name, and returns what it prints. */
  async function run(name: string, env: Readonly<Record<string, string>>): Promise<string> {
    const example = ['--input-type=module', '--eval', examples.get(name) ?? 'throw new Error("There is no example.")'];
    const options = {cwd: fileURLToPath(root), env: {PATH: process.env['PATH'], ...env}};
    const {stdout, stderr} = await promisify(execFile)(process.execPath, example, options);
    assert.equal(stderr, '');
    return stdout.trim();
  }

  const readLog = async (of: string): Promise<readonly Record<string, unknown>[]> =>
    (await (await fetch(`${sandbox.url}/sandbox/${of}/log`)).json()) as Record<string, unknown>[];

  it('are six, one for each client and one for the timeline', () => {
    assert.deepEqual(
      [...examples.keys()],
      [
        'MonitoringClient',
        'ExternalEngagementClient',
        'GatewayClient',
        'GliaClient',
        'AvayaJourneyClient',
        '<engagement-timeline>',
      ],
    );
  });

  it('ask for an engagement and report', async () => {
    const env = {LP_HOST: sandbox.url, LP_ACCOUNT_ID: 'readme', LP_APP_INSTALLATION_ID: 'app'};
    assert.equal(await run('MonitoringClient', env), 'expose');
    const log = await readLog('readme');
    assert.deepEqual(
      log.map(({path, status}) => [path, status]),
      [
        ['/api/account/readme/app/app/engagement', 201],
        ['/api/account/readme/app/app/report', 200],
      ],
    );
  });

  it('get a hand-off link with a signature', async () => {
    const {consumer, token} = sandboxKey;
    const env = {
      LP_HOST: sandbox.url,
      LP_ACCOUNT_ID: 'readme',
      LP_APP_KEY: consumer.key,
      LP_APP_SECRET: consumer.secret,
      LP_ACCESS_TOKEN: token.key,
      LP_ACCESS_TOKEN_SECRET: token.secret,
    };
    assert.equal(await run('ExternalEngagementClient', env), 'Available 300');
  });

  it('start and cancel an engagement attempt', async () => {
    const env = {GWE_URL: sandbox.url, GWE_TOKEN: serverToken, GWE_VISIT: 'README'};
    await run('GatewayClient', env);
    const log = await readLog('visits/README');
    assert.deepEqual(
      log.flatMap(({frame, status}) => (frame as {path?: string}).path ?? status),
      ['/server/data/gateway/engage', 200, '/server/data/gateway/noengage', 200],
    );
  });

  it('read the latest engagement at Glia', async () => {
    const env = {GLIA_URL: `${sandbox.url}/glia`, GLIA_TOKEN: 'manager', GLIA_SITE: 'main'};
    assert.equal(await run('GliaClient', env), '2026-11-20T12:00:00.150Z 268 1');
  });

  it('read an engagement at Avaya', async () => {
    const env = {
      AXP_URL: sandbox.url,
      AXP_ACCOUNT_ID: 'ABCDEF',
      AXP_APPKEY: sandboxCredentials.appkey,
      AXP_TOKEN: await getAvayaToken(),
      AXP_ENGAGEMENT: avayaEngagement,
    };
    assert.equal(
      await run('AvayaJourneyClient', env),
      "ended 170 [ 'customer', 'automation', 'Amina Diallo', 'Lukas Brandt' ]",
    );
  });

  it('draw a record in a browser', async () => {
    const [, markup = '', script = ''] =
      /^([^]*)<script type="module">([^]*)<\/script>/.exec(examples.get('<engagement-timeline>') ?? '') ?? [];
    const answers: Readonly<Record<string, {readonly contentType: string; readonly body: string}>> = {
      '/': {
        contentType: 'text/html',
        body: `<!doctype html>${markup}<script type="module" src="/example.js"></script>`,
      },
      '/example.js': {contentType: 'text/javascript', body: await bundle(script)},
      '/engagements/latest': {
        contentType: 'application/json',
        body: JSON.stringify(toEngagementRecord(glia.engagementAnswer)),
      },
    };
    const browser = await chromium.launch({executablePath: requireHeadlessChromium(), args: ['--no-sandbox']});
    try {
      const page = await browser.newPage();
      await page.route('https://agents.example/**', (route) =>
        route.fulfill(answers[new URL(route.request().url()).pathname] ?? {status: 404}),
      );
      await page.goto('https://agents.example/');
      const rows = page.locator('engagement-timeline li');
      await rows.nth(3).waitFor();
      assert.match(await rows.allInnerTexts().then((texts) => texts.join(' ')), /Sasha Brown/);
    } finally {
      await browser.close();
    }
  });
});

/** Bundles an example as an application does that has the package installed. */
async function bundle(code: string): Promise<string> {
  const example = {
    name: 'example',
    resolveId: (id: string) => {
      if (id === 'example') return id;
      return id.startsWith('web-engagement/') ? fileURLToPath(import.meta.resolve(id)) : null;
    },
    load: (id: string) => (id === 'example' ? code : null),
  };
  const build = await rollup({input: 'example', plugins: [example, resolveDependencies()], onLog});
  const {output} = await build.generate({format: 'es', inlineDynamicImports: true});
  await build.close();
  return output[0].code;
}
