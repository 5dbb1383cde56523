// The commands of `npx web-engagement`, as they are built and published.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {execFile, spawn} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {once} from 'node:events';
import {mkdtemp, readFile, writeFile} from 'node:fs/promises';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const program = fileURLToPath(new URL('../../dist/cli/web-engagement.js', import.meta.url));
const scripts = new URL('../../dist/script/', import.meta.url);

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], (_error, stdout, stderr) =>
      resolve({code: child.exitCode ?? -1, stdout: stdout.trim(), stderr: stderr.trim()}),
    );
  });
}

const inFolder = async (name: string): Promise<string> => join(await mkdtemp(join(tmpdir(), 'web-engagement-')), name);

describe('npx web-engagement', () => {
  it('lists its commands, and each of them tells more', async () => {
    const {code, stdout} = await run('--help');
    const names = [...stdout.matchAll(/^ {2}(\w+) /gm)].map(([, name = '']) => name);
    const helps = await Promise.all(names.map((name) => run(name, '--help')));
    assert.deepEqual([code, names], [0, ['sandbox', 'serve', 'csp', 'integrity', 'init', 'check']]);
    for (const [index, help] of helps.entries()) {
      assert.deepEqual([help.code, help.stdout.startsWith(`Usage: web-engagement ${names[index] ?? ''}`)], [0, true]);
    }
  });

  for (const args of [[], ['nonsense'], ['toString'], ['csp', '--nonsense'], ['check'], ['sandbox', '--port', 'x']]) {
    it(`ends with code 2 after ${args.join(' ') || 'nothing'}`, async () => {
      assert.equal((await run(...args)).code, 2);
    });
  }
});

describe('csp', () => {
  it('names the platform, the services and the frame of the settings', async () => {
    const {stdout} = await run(
      ...['csp', '--account-id', '1', '--nonce', 'abc', '--notifications-url', 'wss://events.brand.example/cometd'],
      ...[
        '--open-in',
        'panel',
        '--conversation-url',
        'https://chat.example/{engagementId}',
        '--handoff-url',
        '/handoff',
      ],
    );
    assert.equal(
      stdout,
      "script-src 'nonce-abc' 'strict-dynamic'; connect-src https://*.liveperson.net wss://events.brand.example 'self'; frame-src https://chat.example; require-trusted-types-for 'script'; trusted-types web-engagement",
    );
  });

  it('refuses an address that cannot be read', async () => {
    const {code, stderr} = await run('csp', '--notifications-url', 'events');
    assert.deepEqual(
      [code, stderr],
      [1, 'Expected notificationsUrl to be an address such as https://brand.example, got events'],
    );
  });
});

describe('integrity', () => {
  it('gives the hash of each file of the script tag', async () => {
    const hashes = JSON.parse((await run('integrity')).stdout) as Record<string, string>;
    const content = await readFile(new URL('web-engagement.js', scripts));
    const hash = createHash('sha384').update(content).digest('base64');
    assert.equal(hashes['web-engagement.js'], `sha384-${hash}`);
  });
});

describe('sandbox', () => {
  it('prints its address first, answers as it was told, and ends when it is asked to', async () => {
    const child = spawn(process.execPath, [program, 'sandbox', '--port', '0', '--scenario', 'conversation']);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url = line.toString().trim();
    const [scenario, script] = await Promise.all([
      fetch(`${url}/sandbox/demo/scenario`).then((answer) => answer.text()),
      fetch(`${url}/web-engagement.js`),
    ]);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    assert.deepEqual([script.status, code], [200, 0]);
    assert.match(scenario, /"name":"conversation"/);
  });

  it('refuses a scenario that there is not, and names those that there are', async () => {
    const {code, stderr} = await run('sandbox', '--port', '0', '--scenario', 'nonsense');
    assert.equal(code, 2);
    assert.match(stderr, /Unknown scenario “nonsense”.* There are .*expose, /);
  });

  it('says how to choose another port when one is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const port = String((server.address() as AddressInfo).port);
    const {code, stderr} = await run('sandbox', '--port', port);
    server.close();
    assert.deepEqual([code, stderr.includes(`Expected port ${port} to be free`)], [2, true], stderr);
    assert.match(stderr, /--port/);
  });

  it('serves the page that init has written, in which check finds nothing wrong', async () => {
    const file = await inFolder('index.html');
    const child = spawn(process.execPath, [program, 'sandbox', '--port', '0', '--root', dirname(file)]);
    const url = String(((await once(child.stdout, 'data')) as [Buffer])[0]).trim();
    const ids = ['--account-id', 'demo', '--app-installation-id', 'app', '--api-host', url];
    await run('init', file, '--src', `${url}/web-engagement.js`, ...ids);
    const outcomes = [await run('check', file), await run('check', `${url}/index.html`)];
    child.kill('SIGTERM');
    assert.deepEqual(
      outcomes.map(({stdout}) => stdout),
      ['✓ No problem found.', '✓ No problem found.'],
    );
  });
});

describe('init', () => {
  it('writes a page with the tag', async () => {
    const file = await inFolder('index.html');
    await run('init', file, '--account-id', '4711', '--src', 'https://cdn.example/web-engagement.js');
    assert.match(
      await readFile(file, 'utf8'),
      /<script async src="https:\/\/cdn\.example\/web-engagement\.js" data-account-id="4711"/,
    );
  });

  it('adds the tag to a page once, and leaves the rest as it is', async () => {
    const file = await inFolder('page.html');
    await writeFile(file, '<body>\n<p>Hello</p>\n</body>\n');
    const first = await run('init', file);
    const page = await readFile(file, 'utf8');
    const second = await run('init', file);
    assert.deepEqual([first.code, second.code, await readFile(file, 'utf8')], [0, 2, page]);
    assert.match(page, /^<body>\n<p>Hello<\/p>\n<script async .*><\/script>\n<\/body>\n$/);
  });

  it('never touches a page that has no end of its body', async () => {
    const file = await inFolder('page.html');
    await writeFile(file, '<p>Hello');
    const {code} = await run('init', file);
    assert.deepEqual([code, await readFile(file, 'utf8')], [2, '<p>Hello']);
  });
});

describe('check', () => {
  let server: Server;
  let origin: string;
  let policy: string | undefined;
  let body = '';

  before(async () => {
    server = createServer((request, response) => {
      const {url = ''} = request;
      if (url === '/' && policy) response.setHeader('Content-Security-Policy', policy);
      response.setHeader('Content-Type', url === '/' ? 'text/html' : 'text/javascript');
      const content = url === '/' ? body : files(url);
      return content === undefined ? response.writeHead(404).end() : response.end(content);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  after(() => server.close());

  /** The script's folder, its first file alone, and a script of the same name. */
  function files(path: string): string | undefined {
    if (path === '/alone/web-engagement.js') return readFileSync(new URL('web-engagement.js', scripts), 'utf8');
    if (path === '/other/web-engagement.js') return 'console.log("Hello")';
    const file = new URL(path.slice(1), scripts);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  const tag = (attributes = ''): string => `<script async src="/web-engagement.js" ${attributes}></script>`;
  const ids = 'data-account-id="1" data-app-installation-id="2"';

  async function checkPage(html: string, header?: string): Promise<Outcome> {
    [body, policy] = [html, header];
    return run('check', origin);
  }

  for (const [html, header] of [
    [tag(ids), undefined],
    [tag('data-notifications-url="https://events.example" data-visit-id="3"'), undefined],
    [tag(`${ids} nonce="n"`), "script-src 'nonce-n' 'strict-dynamic'; connect-src https://*.liveperson.net"],
    [tag(ids), "default-src 'self' https:; script-src http:"],
    [tag(ids), "script-src 'self'; connect-src https://*.liveperson.net"],
    [`${tag()}<web-engagement account-id="1" app-installation-id="2" id="x"></web-engagement>`, undefined],
  ] as const) {
    it(`finds nothing wrong with ${html} under ${header ?? 'no policy'}`, async () => {
      const {code, stdout} = await checkPage(html, header);
      assert.deepEqual([code, stdout], [0, '✓ No problem found.']);
    });
  }

  for (const [html, header, problem] of [
    ['<p>Hello', undefined, 'Expected a script web-engagement.js or a tag <web-engagement>, got none'],
    [tag(), undefined, 'Expected account-id, notifications-url or handoff-url, got none of them'],
    [tag('data-account-id="1"'), undefined, 'Expected app-installation-id beside account-id'],
    [tag(`${ids} data-acount-id="1"`), undefined, 'Expected the name of a setting, got acount-id'],
    [tag(`${ids} data-format="popup"`), undefined, 'Expected format to be card, bubble, banner, got "popup"'],
    [tag(`${ids} data-open-in="panel"`), undefined, 'Expected conversation-url beside open-in="panel"'],
    [tag(`${ids} data-handoff-url="http://a.example"`), undefined, 'Expected handoff-url to be an https address'],
    [tag(ids) + tag(ids), undefined, 'Expected one script web-engagement.js, got 2'],
    [tag(ids), "connect-src 'self'", 'must allow https://*.liveperson.net in connect-src'],
    [tag(ids), "script-src 'nonce-n' 'strict-dynamic' http:", 'must allow http://127.0.0.1:'],
    [tag(ids), 'trusted-types other', 'must allow web-engagement in trusted-types'],
    [`<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">${tag(ids)}`, undefined, 'connect-src'],
    [`<script src="/missing/web-engagement.js" ${ids}></script>`, undefined, 'got status 404'],
    [
      `<script src="/alone/web-engagement.js" ${ids}></script>`,
      undefined,
      'copy the whole folder of web-engagement.js',
    ],
    [
      `<script src="/other/web-engagement.js" ${ids}></script>`,
      undefined,
      'to be the script web-engagement.js, got another',
    ],
  ] as const) {
    it(`says “${problem}”`, async () => {
      const {code, stdout} = await checkPage(html, header);
      assert.equal(code, 1);
      assert.ok(stdout.includes(problem), stdout);
    });
  }

  it('reads a file, too', async () => {
    const file = await inFolder('page.html');
    await writeFile(file, '<p>Hello');
    assert.equal((await run('check', file)).code, 1);
  });

  it('says that there is no such page', async () => {
    assert.equal((await run('check', `${origin}/missing`)).code, 2);
  });
});
