import assert from 'node:assert/strict';
import {until} from '../../e2e/until.js';
import {ownControls, type Host} from '../support/host.js';
import {inOneHostWindow} from '../support/host-tests.js';

async function isUsable(host: Host): Promise<void> {
  await host.showsCard();
  await until('the impression is reported', () => host.sent('report').length > 0);
  await host.run(`WebEngagement('hide')`);
  await host.page.getByRole('button', {name: /^Chat/}).click();
  await host.page.getByRole('button', {name: 'Start chat'}).click();
  await host.settles('accepted');
  assert.equal(host.sent('engagement').length, 1);
}

/** Libraries that change how the page's own timers, promises, events or elements work. */
const libraries: Readonly<Record<string, (host: Host) => Promise<string> | string>> = {
  'zone.js': (host) => host.server.bundle('/zone.js', `import 'zone.js'`),
  'Alpine.js': () => '/lib/alpinejs/dist/cdn.js',
  jQuery: () => '/lib/jquery/dist/jquery.js',
  htmx: () => '/lib/htmx.org/dist/htmx.js',
  'Bootstrap 5': () => '/lib/bootstrap/dist/js/bootstrap.bundle.js',
  'React 18': (host) =>
    host.server.bundle('/react-18-app.js', application, {react: 'react-18', 'react-dom': 'react-dom-18'}),
  'React 19': (host) => host.server.bundle('/react-19-app.js', application),
};

const application = `import {createElement as h, useState, StrictMode} from 'react'; import {createRoot} from 'react-dom/client';
  function App() { const [count, setCount] = useState(0); return h('button', {onClick: () => setCount(count + 1)}, 'Count ' + count); }
  addEventListener('DOMContentLoaded', () => createRoot(document.querySelector('main').appendChild(document.createElement('div'))).render(h(StrictMode, null, h(App))));`;

inOneHostWindow('libraries of today', (test) => {
  for (const [title, address] of Object.entries(libraries)) {
    for (const order of ['before', 'after'] as const) {
      test(`${title} that comes ${order} the script leaves it usable [H18]`, async (host) => {
        const library = `<script src="${await address(host)}"></script>`;
        await host.open({head: order === 'before' ? library + host.script() : host.script() + library});
        await isUsable(host);
      });
    }
  }

  test('Alpine.js renders the body anew around it [H1]', async (host) => {
    const body = `<div x-data="{page: 1}" x-init="void (globalThis.go = () => page++)"><template x-if="page % 2"><h2>One</h2></template>
      <template x-if="page % 2 === 0"><h2>Two</h2></template></div>`;
    await host.open({head: `<script defer src="/lib/alpinejs/dist/cdn.js"></script>${host.script()}`, body});
    await host.showsCard();
    for (const title of ['Two', 'One']) {
      await host.run('void go()');
      await host.page.getByRole('heading', {name: title}).waitFor();
      await host.showsCard();
    }
    assert.equal(host.sent('engagement').length, 1);
  });

  test('htmx swaps the body at a click, and brings it back from its cache [H1]', async (host) => {
    const head = `<script src="/lib/htmx.org/dist/htmx.js"></script>${host.script()}`;
    const next = host.address({head, body: `${ownControls}<h2>Two</h2>`});
    await host.open({head, body: `<div hx-boost="true"><a href="${next}">Next</a></div><h2>One</h2>`});
    await isUsableCard(host);
    await host.page.getByRole('link', {name: 'Next'}).click();
    await host.page.getByRole('heading', {name: 'Two'}).waitFor();
    await isUsableCard(host);
    await host.page.goBack();
    await host.page.getByRole('heading', {name: 'One'}).waitFor();
    await isUsableCard(host);
  });
});

/** The one card, asked for and reported once. */
async function isUsableCard(host: Host): Promise<void> {
  await host.isTrue('one tag', `document.querySelectorAll('web-engagement').length === 1`);
  await host.showsCard();
  await until('the impression is reported', () => host.sent('report').length > 0);
  assert.equal(host.sent('engagement').length, 1);
  assert.equal(host.sent('report').length, 1);
}
