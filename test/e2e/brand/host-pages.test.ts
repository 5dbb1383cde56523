import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Page} from 'playwright';
import {hostPages, hostWindows} from '../../../scripts/pictures/host-pages.js';
import {cardOf} from './brand.js';
import {useBrand} from './brand-suite.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';

/** Of the page's own targets, those of which a part cannot be hit because of the widget. */
const covered = (selector: string): string => `[...document.querySelectorAll('${selector}')].filter((target) => {
  const {left, top, width, height} = target.getBoundingClientRect();
  const steps = [0.02, 0.25, 0.5, 0.75, 0.98];
  return steps.some((x) => steps.some((y) => document.elementsFromPoint(left + x * width, top + y * height)
    .slice(0, 1).some(({localName}) => localName === 'web-engagement')));
}).map(({textContent}) => textContent)`;

/** As Radix does it: everything beside the dialog is hidden from screen readers, and nothing beside it can be clicked. */
const pageWithDialog = `
  <main><button onclick="setOpen(true)">Order</button></main>
  <div class="dialog" role="dialog" hidden style="position: fixed; inset: 30%; pointer-events: auto">
    <button onclick="setOpen(false)">OK</button>
  </div>
  <script>
    function setOpen(isOpen) {
      document.querySelector('.dialog').hidden = !isOpen;
      document.body.style.pointerEvents = isOpen ? 'none' : '';
      for (const it of document.querySelectorAll('body > :not(.dialog, script)')) it.ariaHidden = isOpen ? 'true' : null;
    }
  </script>`;

inEveryEngine('a page with things of its own in the corner', (visitor) => {
  const suite = useBrand();

  async function open(body: string, viewport: {width: number; height: number}): Promise<Page> {
    const page = await visitor().newPage();
    await page.setViewportSize(viewport);
    const {url} = suite.platform;
    const script = `<script async src="${url}/web-engagement.js" data-account-id="${suite.account.id}"
      data-app-installation-id="host-pages" data-api-host="${url}"></script>`;
    await page.route('**/host', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Shop</title><body>${body}${script}</body></html>`,
      }),
    );
    // A page that a test makes up may load nothing from another origin of this machine.
    await page.goto(`${url}/host`);
    return page;
  }

  for (const host of hostPages) {
    for (const size of hostWindows) {
      it(`keeps ${host.keeps} free, ${size.width} px wide, with the card and with the launcher [H17]`, async () => {
        const page = await open(host.body, size);
        await cardOf(page).waitFor();
        await until(
          'nothing is covered by the card',
          async () => (await page.evaluate<string[]>(covered(host.targets))).length === 0,
        );
        await page.evaluate(`WebEngagement('hide')`);
        await cardOf(page).waitFor({state: 'hidden'});
        assert.deepEqual(await page.evaluate(covered(host.targets)), []);
        // The browser itself refuses to click what is covered.
        await page.locator(host.targets).last().click({trial: true});
      });
    }
  }

  it('can open a dialog of its own making over the card, which comes back after it [H16]', async () => {
    const page = await open(pageWithDialog, {width: 1280, height: 800});
    await cardOf(page).waitFor();
    const card = page.locator('web-engagement [part=card]');
    await page.getByRole('button', {name: 'Order'}).click();
    await card.waitFor({state: 'hidden'});
    await page.getByRole('button', {name: 'OK'}).click();
    await card.waitFor();
  });
});
