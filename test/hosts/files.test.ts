import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {until} from '../e2e/until.js';
import type {Host} from './support/host.js';
import {onHostPages} from './support/host-tests.js';

const root = new URL('../../', import.meta.url);
const scripts = new URL('dist/script/', root);
const source = readFileSync(new URL('web-engagement.js', scripts), 'utf8');
const {version} = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {version: string};

/** What an optimizer makes of it and other scripts of the page. */
const joined = `var first = 1;\n${source}\n;var last = 1;`;

const noBrowserLines = /Failed to load resource|Loading failed|Loading module|MIME|NetworkError|disallowed|status/i;

const watching = `<script>
  globalThis.errors = [];
  addEventListener('engagement-error', ({detail: {error}}) => errors.push(error.name + ': ' + error.message), true);
</script>`;

/** Serves what stands in place of the script's files that have this name, once or always. */
async function replace(
  host: Host,
  name: string,
  answer: {status?: number; body?: string},
  times?: number,
): Promise<void> {
  let left = times ?? Infinity;
  await host.page.route(
    (url) => url.pathname.includes(`web-engagement-${name}-`),
    async (route) => {
      if (left-- <= 0) return route.continue();
      await route.fulfill({
        contentType: 'text/javascript',
        headers: {'access-control-allow-origin': '*'},
        ...answer,
      });
    },
  );
}

/** Answers 503 in place of a file until the returned function is called. */
async function breakFile(host: Host, name: string): Promise<() => void> {
  let isBroken = true;
  await host.page.route(
    (url) => url.pathname.includes(`web-engagement-${name}-`),
    (route) => (isBroken ? route.fulfill({status: 503, body: ''}) : route.continue()),
  );
  return () => (isBroken = false);
}

/** The visitor comes to the card, which takes the element. */
async function openAndPoint(host: Host): Promise<void> {
  await host.open({head: watching + host.script()});
  await host.showsCard();
  await host.page.locator('[part~=accept]').hover();
}

onHostPages('the files of the script', (test) => {
  const bundles: Readonly<Record<string, (host: Host, more: string) => string>> = {
    'a classic script': (host, more) =>
      `<script src="${host.server.serve('/assets/bundle.js', {body: joined})}" ${more} ${host.settings('data-')}></script>`,
    'a script that is loaded late': (host, more) =>
      `<script defer src="${host.server.serve('/assets/bundle.js', {body: joined})}" ${more} ${host.settings('data-')}></script>`,
    'a script in the page': (host, more) => `<script ${more} ${host.settings('data-')}>${joined}</script>`,
  };

  for (const [title, markup] of Object.entries(bundles)) {
    test(`it works joined into ${title}, when that names the folder [H11]`, async (host) => {
      await host.open({head: markup(host, `data-base="${host.server.platform}/dist"`)});
      await host.showsCard();
      assert.deepEqual(host.said, []);
    });
  }

  test('it works joined into a module, when init names the folder [H11]', async (host) => {
    const address = host.server.serve('/assets/module.js', {
      body: `${joined}\nWebEngagement('init', ${JSON.stringify({...host.properties, base: `${host.server.platform}/dist`})});`,
    });
    // The script finds no settings of its own at first.
    await host.open({head: `<script type="module" src="${address}"></script>`});
    await host.showsCard();
  });

  test('a folder below the page may be named by a path [H11]', async (host) => {
    for (const name of readdirSync(scripts).filter((name) => name.endsWith('.js'))) {
      host.server.serve(`/static/we/${name}`, {body: readFileSync(new URL(name, scripts), 'utf8')});
    }
    await host.open({head: bundles['a classic script']?.(host, 'data-base="/static/we/"') ?? ''});
    await host.showsCard();
  });

  test('a line names the address that failed, and the page hears of it [H11]', async (host) => {
    host.allow(noBrowserLines);
    await host.open({head: watching + (bundles['a classic script']?.(host, '') ?? '')});
    await host.isTrue('the page has heard of it', 'errors.length > 0');
    const address = `${host.server.pages}/assets/web-engagement-card-${version}.js`;
    assert.deepEqual(host.said.length, 1);
    assert.ok(host.said[0]?.includes(address), host.said[0]);
    assert.match(host.said[0] ?? '', /data-base/);
    assert.match(String(await host.run('errors[0]')), /^NetworkError: .*web-engagement-card/);
  });

  test('the names of all further files carry the version [H12]', async (host) => {
    const files: string[] = [];
    host.page.on('request', (request) => files.push(new URL(request.url()).pathname));
    await host.open({head: host.script(host.settings('data-').replace('"en"', '"de"'))});
    await host.showsCard();
    await until('the impression is reported', () => host.sent('report').length > 0);
    const further = files.filter((path) => /^\/dist\/.*-/.test(path) && !path.endsWith('/web-engagement.js'));
    assert.ok(further.length >= 3, further.join());
    assert.deepEqual(
      further.filter((path) => !path.endsWith(`-${version}.js`)),
      [],
    );
  });

  for (const [title, body, told] of [
    ['has other exports', 'export const other = () => undefined;', /^TypeError: /],
    ['throws', `throw new RangeError('broken file');`, /^RangeError: broken file/],
    ['is cut off', 'export const upgrade = (', /^SyntaxError: /],
    [
      'lacks a file that it imports from',
      `import {gone} from 'data:text/javascript,'; export const upgrade = gone;`,
      /^SyntaxError: /,
    ],
  ] as const) {
    test(`an element's file that ${title} is told as what it is [H12]`, async (host) => {
      await replace(host, 'element', {body});
      await openAndPoint(host);
      await host.isTrue('the page has heard of it', 'errors.length > 0');
      assert.match(String(await host.run('errors[0]')), told);
      host.allow(/SyntaxError|RangeError/);
    });
  }

  for (const [title, answer] of Object.entries({
    'answers 503': {status: 503, body: ''},
    'is a page of HTML': {status: 200, contentType: 'text/html', body: '<!doctype html><title>Sorry</title>'},
    'answers 404': {status: 404, body: ''},
  })) {
    test(`an element's file that ${title} once is asked for again with the next offer [H13]`, async (host) => {
      host.allow(noBrowserLines);
      await replace(host, 'element', answer, 1);
      await openAndPoint(host);
      await host.isTrue('the page has heard of it', 'errors.length > 0');
      assert.equal(await host.cards(), 0);
      await host.run(`WebEngagement('refresh').catch(() => undefined)`);
      await host.showsCard();
    });
  }

  test('it is asked for again however often it has failed [H13]', async (host) => {
    host.allow(noBrowserLines);
    const mend = await breakFile(host, 'element');
    await openAndPoint(host);
    for (const count of [1, 2, 3]) {
      await host.isTrue('the page has heard of it', `errors.length === ${count}`);
      if (count === 3) mend();
      await host.run(`WebEngagement('refresh').catch(() => undefined)`);
    }
    await host.showsCard();
    assert.equal(host.said.length, 1);
  });

  test('the card’s file is asked for again with the next need [H13]', async (host) => {
    host.allow(noBrowserLines);
    await replace(host, 'card', {status: 503, body: ''}, 1);
    await host.open({head: watching + host.script()});
    await host.isTrue('the page has heard of it', 'errors.length > 0');
    assert.equal(await host.cards(), 0);
    await host.run(`WebEngagement('refresh').catch(() => undefined)`);
    // Firefox imports no address again that has failed once, and there must be one card’s file for all that import it.
    if (host.engine !== 'firefox') await host.showsCard();
    assert.equal(host.said.length, 1);
  });

  test('the visitor is served without the file of the session, which is asked for again with the next need [H13]', async (host) => {
    host.allow(noBrowserLines);
    let count = 0;
    host.page.on('request', (request) => (count += Number(request.url().includes('web-engagement-session-'))));
    const mend = await breakFile(host, 'session');
    await openAndPoint(host);
    await host.isTrue('the page has heard of it', 'errors.length > 0');
    const failed = count;
    mend();
    await host.page.getByRole('button', {name: 'Start chat'}).click();
    await host.settles('accepted');
    // Firefox imports no address again that has failed once.
    const isTriedAgain = host.engine !== 'firefox';
    const isReported = () => host.sent('report').some(({text}) => /impAccept/.test(text));
    if (isTriedAgain) await until('what was accepted is reported', isReported);
    assert.equal(count > failed, isTriedAgain);
  });
});
