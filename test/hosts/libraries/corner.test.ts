import assert from 'node:assert/strict';
import {until} from '../../e2e/until.js';
import type {Host} from '../support/host.js';
import {inOneHostWindow} from '../support/host-tests.js';

const bootstrap = `<link rel="stylesheet" href="/lib/bootstrap/dist/css/bootstrap.css"><script src="/lib/bootstrap/dist/js/bootstrap.bundle.js"></script>`;

/** What pages keep in the corner; its controls are marked. */
const bars: Readonly<Record<string, string>> = {
  'a fixed navigation of Bootstrap': `<nav class="navbar fixed-bottom bg-body-tertiary"><div class="container-fluid justify-content-end gap-2">
    <a data-free class="btn btn-primary" href="#a">Basket</a><a data-free class="btn btn-primary" href="#b">Checkout</a></div></nav>`,
  'a sticky bar of Bootstrap': `<div class="sticky-bottom bg-body-tertiary p-3 text-end"><button data-free class="btn btn-primary">Checkout</button></div>`,
  'an offcanvas of Bootstrap at the bottom that is no modal': `<div class="offcanvas offcanvas-bottom show" style="height: 120px" data-bs-scroll="true" data-bs-backdrop="false" tabindex="-1">
    <div class="text-end p-3"><button data-free class="btn btn-primary">Accept all</button></div></div>`,
  'a toast of Bootstrap in the same corner': `<div class="toast-container position-fixed bottom-0 end-0 p-3"><div class="toast show" role="alert"><div class="toast-body">
    <button data-free class="btn btn-primary">Undo</button></div></div></div>`,
  'a bar in a shadow tree': `<div><template shadowrootmode="open"><div style="position: fixed; inset: auto 0 0; padding: 16px; background: #fff; text-align: end">
    <button data-free>Accept all</button></div></template></div>`,
};

/** How much of the page's controls in the corner is free, as the least of them, from 0 to 1. */
const leastFree = `(() => {
  const find = (root) => [...root.querySelectorAll('*')].flatMap((it) => [it, ...(it.shadowRoot ? find(it.shadowRoot) : [])]);
  const steps = [0.05, 0.25, 0.5, 0.75, 0.95];
  const hit = (x, y, root = document) => {
    const it = root.elementFromPoint(x, y);
    return it?.shadowRoot && it.localName !== 'web-engagement' ? (hit(x, y, it.shadowRoot) ?? it) : it;
  };
  return Math.min(...find(document).filter((it) => it.matches('[data-free]')).map((it) => {
    const {left, top, width, height} = it.getBoundingClientRect();
    const hits = steps.flatMap((x) => steps.map((y) => hit(left + x * width, top + y * height)));
    return hits.filter((other) => other?.localName !== 'web-engagement').length / hits.length;
  }));
})()`;

async function leavesFree(host: Host): Promise<void> {
  await until('the corner is free', async () => (await host.run<number>(leastFree)) === 1);
}

inOneHostWindow('the corner of the page', (test) => {
  for (const size of [
    {width: 390, height: 844},
    {width: 1280, height: 800},
  ]) {
    for (const [title, body] of Object.entries(bars)) {
      for (const order of ['before', 'after'] as const) {
        test(`${title} that comes ${order} the card stays free, ${size.width} px wide [H17]`, async (host) => {
          await host.page.setViewportSize(size);
          const text = '<p style="height: 1500px">Text</p>';
          const place = '<div id="place"></div>';
          await host.open({
            head: bootstrap + host.script(),
            body: text + (order === 'before' ? body : place),
          });
          await host.showsCard();
          if (order === 'after') await host.run(`place.setHTMLUnsafe(${JSON.stringify(body)})`);
          await leavesFree(host);
          await host.run(`WebEngagement('hide')`);
          await until('it is folded', async () => (await host.cards()) === 0);
          await leavesFree(host);
        });
      }
    }
  }

  test('comes down when the bar has gone [H17]', async (host) => {
    await host.open({head: bootstrap + host.script(), body: bars['a fixed navigation of Bootstrap'] ?? ''});
    await host.showsCard();
    await leavesFree(host);
    const bottom = `document.querySelector('web-engagement').shadowRoot.querySelector('.launcher').getBoundingClientRect().bottom`;
    const lifted = await host.run<number>(bottom);
    await host.run(`document.querySelector('nav').remove()`);
    await until('it is lower', async () => (await host.run<number>(bottom)) > lifted);
  });

  test('more than half of a field below the card is seen when it has the focus [H17]', async (host) => {
    await host.open({
      head: host.script(),
      body: '<input id="field" style="position: absolute; right: 40px; bottom: 120px; width: 300px">',
    });
    await host.showsCard();
    await host.run('field.focus()');
    await until('the card has made way', async () => (await host.cards()) === 0);
    assert.equal(await host.run('document.activeElement === field'), true);
  });
});
