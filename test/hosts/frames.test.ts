import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import type {Frame} from 'playwright';
import {until} from '../e2e/until.js';
import type {Host} from './support/host.js';
import {inOneHostWindow} from './support/host-tests.js';

const frame = (address: string): string => `<iframe src="${address}" width="700" height="500"></iframe>`;

const withScript = (host: Host, account = host.account, more = ''): string =>
  host.address({body: host.script(`${host.settings('data-', account)} ${more}`)});

/** Whether the card can be seen in a frame. */
async function hasCard(inner: Frame | undefined): Promise<boolean> {
  const card = inner?.locator('web-engagement [part=card]');
  return !!card && (await card.count()) > 0 && card.isVisible();
}

async function frameOf(host: Host, depth = 1): Promise<Frame> {
  const find = (): Frame | undefined => host.page.frames()[depth];
  await until('the frame has the script', async () => {
    const inner = find();
    return !!inner && !!(await inner.evaluate('globalThis.WebEngagement?.version').catch(() => false));
  });
  return find() ?? host.page.mainFrame();
}

async function reaches(inner: Frame, state: string): Promise<void> {
  await until(`the frame is ${state}`, async () => (await inner.evaluate(`WebEngagement('get', 'state')`)) === state);
}

/** The page gets the script late. */
async function addScript(host: Host): Promise<void> {
  await host.page.addScriptTag({
    content: `{
      const script = document.createElement('script');
      for (const [name, value] of Object.entries(${JSON.stringify(host.attributes)})) script.setAttribute('data-' + name, value);
      script.src = '${host.src}';
      document.head.append(script);
    }`,
  });
}

inOneHostWindow('frames of a page', (test) => {
  for (const [title, markup] of Object.entries<(host: Host) => {head?: string; body: string}>({
    'a frame': (host) => ({head: host.script(), body: frame(withScript(host))}),
    'a frame in a frame': (host) => ({
      head: host.script(),
      body: frame(host.address({body: frame(withScript(host))})),
    }),
    'a frame that comes before the script': (host) => ({body: frame(withScript(host)) + host.script()}),
    'a frame, with a limit of one invitation': (host) => ({
      head: host.script(`${host.settings('data-')} data-max-invitations="1"`),
      body: frame(withScript(host, host.account, 'data-max-invitations="1"')),
    }),
    'a frame without an address': (host) => ({
      head: host.script(),
      body: `<iframe srcdoc='<!doctype html><html lang="en"><title>Inner</title>${host.script()}'></iframe>`,
    }),
  })) {
    test(`${title}: the page's own card is the only one [H14]`, async (host) => {
      await host.open(markup(host));
      const inner = await frameOf(host, title.includes('in a frame') ? 2 : 1);
      await reaches(inner, 'expose');
      await until('the page has its card', () => hasCard(host.page.mainFrame()));
      await host.showsCard();
      assert.equal(await hasCard(inner), false);
      const shown = host.sent('report').filter(({text}) => /impDisplay/.test(text));
      // A frame whose answer comes first has shown its own until the page's came.
      assert.ok(shown.length <= 2, `${shown.length} impressions`);
    });
  }

  test('a frame that comes later shows no second card [H14]', async (host) => {
    await host.open({head: host.script()});
    await host.showsCard();
    await host.run(
      `document.querySelector('main').insertAdjacentHTML('afterend', ${JSON.stringify(frame(withScript(host)))})`,
    );
    await reaches(await frameOf(host), 'expose');
    await host.showsCard();
    assert.equal(await hasCard(host.page.mainFrame()), true);
  });

  test('the card of a frame makes way when the page gets one [H14]', async (host) => {
    await host.open({body: frame(withScript(host))});
    const inner = await frameOf(host);
    await until('the frame has its card', () => hasCard(inner));
    await addScript(host);
    await until('the page has the card', () => hasCard(host.page.mainFrame()));
    await until('the frame has none', async () => !(await hasCard(inner)));
  });

  test('the card of a frame comes when the page removes its own [H14]', async (host) => {
    await host.open({head: host.script(), body: frame(withScript(host))});
    const inner = await frameOf(host);
    await reaches(inner, 'expose');
    await until('the page has the card', () => hasCard(host.page.mainFrame()));
    await host.run(`WebEngagement('remove')`);
    await until('the frame has it', () => hasCard(inner));
    await host.run(`document.querySelector('iframe').remove()`);
  });

  test('a frame has the card where the page has none [H14]', async (host) => {
    const none = `none-${randomUUID()}`;
    host.answerNothing(none);
    await host.open({head: host.script(host.settings('data-', none)), body: frame(withScript(host))});
    await host.settles('unavailable');
    await until('the frame has it', async () => hasCard(await frameOf(host)));
    await host.run(`document.querySelector('iframe').remove()`);
  });

  test('two frames beside each other show one card, where the page has none [H14]', async (host) => {
    await host.open({body: frame(withScript(host)) + frame(withScript(host))});
    const inner = [await frameOf(host, 1), await frameOf(host, 2)];
    for (const it of inner) await reaches(it, 'expose');
    await host.showsCard();
    const [one, other] = (await hasCard(inner[0])) ? inner : inner.toReversed();
    await one?.evaluate(`WebEngagement('remove')`);
    await until('the other has it', () => hasCard(other));
    await host.run(`for (const it of document.querySelectorAll('iframe')) it.remove()`);
  });

  for (const [what, code] of [
    ['taken away', 'it.remove()'],
    ['led to another page', `it.src = 'about:blank'`],
  ] as const) {
    test(`a frame has the card when the one that had it is ${what} [H14]`, async (host) => {
      await host.open({body: frame(withScript(host)) + frame(withScript(host))});
      const inner = [await frameOf(host, 1), await frameOf(host, 2)];
      for (const it of inner) await reaches(it, 'expose');
      await host.showsCard();
      const at = (await hasCard(inner[0])) ? 0 : 1;
      await host.run(`void ((it) => ${code})(document.querySelectorAll('iframe')[${at}])`);
      await until('the other has it', () => hasCard(inner[1 - at]));
      await host.run(`for (const it of document.querySelectorAll('iframe')) it.remove()`);
    });
  }

  test('a frame in a frame of another origin leaves the card to the page [H14]', async (host) => {
    const middle = host.address({body: frame(withScript(host))}).replace(host.server.pages, host.server.platform);
    await host.open({body: frame(middle)});
    const inner = await frameOf(host, 2);
    await until('the frame has its card', () => hasCard(inner));
    await addScript(host);
    await until('the page has the card', () => hasCard(host.page.mainFrame()));
    await until('the frame has none', async () => !(await hasCard(inner)));
  });

  test('a page and a frame of another origin know nothing of each other [H14]', async (host) => {
    const address = withScript(host).replace(host.server.pages, host.server.platform);
    await host.open({head: host.script(), body: frame(address)});
    await until('the page has its card', () => hasCard(host.page.mainFrame()));
    await until('the frame has its own', async () => hasCard(await frameOf(host)));
    assert.deepEqual(host.said, []);
    await host.run(`document.querySelector('iframe').remove()`);
  });
});
