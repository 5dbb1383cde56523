import assert from 'node:assert/strict';
import {until} from '../../e2e/until.js';
import type {Host} from '../support/host.js';
import {inOneHostWindow} from '../support/host-tests.js';

/** A page of a library, with functions that open and close what lies over the page. */
interface Dialog {
  readonly page: (host: Host) => Promise<{head: string; body: string}>;
  readonly open: string;
  readonly close: string;
  /** The control within it. */
  readonly within: string;
}

const bootstrap =
  (body: string): Dialog['page'] =>
  () =>
    Promise.resolve({
      head: `<link rel="stylesheet" href="/lib/bootstrap/dist/css/bootstrap.css"><script src="/lib/bootstrap/dist/js/bootstrap.bundle.js"></script>`,
      body: `<p style="height: 2000px">Text</p>${body}`,
    });

const radix =
  (isModal: boolean): Dialog['page'] =>
  async (host) => {
    const source = `import {createElement as h, useState} from 'react'; import {createRoot} from 'react-dom/client';
    import * as Dialog from '@radix-ui/react-dialog';
    function App() {
      const [open, setOpen] = useState(false);
      globalThis.setOpen = setOpen;
      globalThis.isOpen = open;
      return h(Dialog.Root, {open, onOpenChange: setOpen, modal: ${String(isModal)}}, h(Dialog.Portal, null,
        h(Dialog.Overlay, {style: {position: 'fixed', inset: 0, background: 'rgb(0 0 0 / 0.4)'}}),
        h(Dialog.Content, {style: {position: 'fixed', inset: '20% 30% auto', background: '#fff', padding: 24}},
          h(Dialog.Title, null, 'Order'), h(Dialog.Description, null, 'Really?'), h('button', {id: 'within', onClick: () => { globalThis.within = true; }}, 'OK'))));
    }
    createRoot(document.querySelector('#app')).render(h(App));`;
    const bundle = await host.server.bundle(`/radix-${String(isModal)}.js`, source);
    return {head: '', body: `<div id="app"></div><script src="${bundle}"></script>`};
  };

const modals: Readonly<Record<string, Dialog>> = {
  'a dialog of Radix': {
    page: radix(true),
    open: 'setOpen(true)',
    close: 'setOpen(false)',
    within: '#within',
  },
  'a modal of Bootstrap': {
    page: bootstrap(`<div class="modal" id="it" tabindex="-1"><div class="modal-dialog"><div class="modal-content"><div class="modal-body">
      <button id="within" onclick="globalThis.within = true">OK</button></div></div></div></div>`),
    open: `bootstrap.Modal.getOrCreateInstance('#it').show()`,
    close: `bootstrap.Modal.getOrCreateInstance('#it').hide()`,
    within: '#within',
  },
  'a modal of Bootstrap that fades, with a static backdrop': {
    page: bootstrap(`<div class="modal fade" id="it" tabindex="-1" data-bs-backdrop="static"><div class="modal-dialog modal-dialog-centered"><div class="modal-content"><div class="modal-body">
      <button id="within" onclick="globalThis.within = true">OK</button></div></div></div></div>`),
    open: `bootstrap.Modal.getOrCreateInstance('#it').show()`,
    close: `bootstrap.Modal.getOrCreateInstance('#it').hide()`,
    within: '#within',
  },
  'an offcanvas of Bootstrap': {
    page: bootstrap(`<div class="offcanvas offcanvas-end" id="it" tabindex="-1"><div class="offcanvas-body">
      <button id="within" onclick="globalThis.within = true">OK</button></div></div>`),
    open: `bootstrap.Offcanvas.getOrCreateInstance('#it').show()`,
    close: `bootstrap.Offcanvas.getOrCreateInstance('#it').hide()`,
    within: '#within',
  },
  'a dialog of Alpine.js': {
    page: () =>
      Promise.resolve({
        head: '<script defer src="/lib/alpinejs/dist/cdn.js"></script>',
        body: `<div x-data="{open: false}" x-init="void (globalThis.setOpen = (value) => open = value)">
          <template x-teleport="body"><div x-show="open" role="dialog" aria-modal="true" style="position: fixed; inset: 0; background: rgb(0 0 0 / 0.4)">
            <div style="margin: 20vh auto; width: 300px; background: #fff"><button id="within" onclick="globalThis.within = true">OK</button></div></div></template></div>`,
      }),
    open: 'setOpen(true)',
    close: 'setOpen(false)',
    within: '#within',
  },
  'a dialog of the browser': {
    page: () =>
      Promise.resolve({
        head: '',
        body: '<dialog id="it"><button id="within" onclick="globalThis.within = true">OK</button></dialog>',
      }),
    open: 'it.showModal()',
    close: 'it.close()',
    within: '#within',
  },
  // As Material Web and Web Awesome have it.
  'a dialog of the browser in a shadow tree': {
    page: () =>
      Promise.resolve({
        head: '',
        body: `<div id="app"></div><script>
          app.attachShadow({mode: 'open'}).innerHTML = '<dialog><button id="within" onclick="globalThis.within = true">OK</button></dialog>';
        </script>`,
      }),
    open: `app.shadowRoot.firstChild.showModal()`,
    close: `app.shadowRoot.firstChild.close()`,
    within: '#within',
  },
};

const isHidden = async (host: Host): Promise<boolean> =>
  (await host.cards()) === 0 && !(await host.page.getByRole('button', {name: /^Chat/}).isVisible());

/** The control within the dialog can be used, and its use closes nothing. */
async function usesControl(host: Host, {within}: Dialog): Promise<void> {
  await host.page.locator(within).click();
  await host.isTrue('the control was used', 'globalThis.within');
  assert.equal(await host.page.locator(within).isVisible(), true);
}

inOneHostWindow('dialogs of the page', (test) => {
  for (const [title, dialog] of Object.entries(modals)) {
    test(`the invitation waits for ${title} that is open [H16]`, async (host) => {
      const {head, body} = await dialog.page(host);
      host.offerNothing();
      await host.open({head: head + host.script(), body});
      await host.settles('unavailable');
      await host.isTrue('the library has come', `document.readyState === 'complete'`);
      await host.run(`void ${dialog.open}`);
      await host.page.locator(dialog.within).waitFor();
      host.offer();
      await host.run(`WebEngagement('refresh')`);
      await host.settles('expose');
      await host.run('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      assert.equal(await isHidden(host), true);
      await usesControl(host, dialog);
      await host.run(`void ${dialog.close}`);
      await host.page.locator(dialog.within).waitFor({state: 'hidden'});
      await host.showsCard();
    });

    test(`the card makes way for ${title} that opens later, and comes back [H16]`, async (host) => {
      const {head, body} = await dialog.page(host);
      await host.open({head: head + host.script(), body});
      await host.showsCard();
      await host.run(`void ${dialog.open}`);
      await host.page.locator(dialog.within).waitFor();
      if (!/browser/.test(title)) await until('the card has made way', () => isHidden(host));
      await usesControl(host, dialog);
      await host.run(`void ${dialog.close}`);
      await host.page.locator(dialog.within).waitFor({state: 'hidden'});
      await host.showsCard();
      assert.equal(host.sent('engagement').length, 1);
    });
  }

  for (const [title, dialog] of Object.entries<Pick<Dialog, 'page' | 'open'>>({
    'a dialog of Radix that is not modal': {page: radix(false), open: 'setOpen(true)'},
    'an offcanvas of Bootstrap without a backdrop': {
      page: bootstrap(
        `<div class="offcanvas offcanvas-end" data-bs-backdrop="false" data-bs-scroll="true" id="it" tabindex="-1"><button id="within">OK</button></div>`,
      ),
      open: `bootstrap.Offcanvas.getOrCreateInstance('#it').show()`,
    },
    'a toast of Bootstrap': {
      page: bootstrap(
        `<div class="toast-container position-fixed top-0 end-0"><div class="toast" id="it" role="alert"><button id="within">OK</button></div></div>`,
      ),
      open: `bootstrap.Toast.getOrCreateInstance('#it').show()`,
    },
    'a menu of Bootstrap': {
      page: bootstrap(
        `<div class="dropdown"><button id="it" data-bs-toggle="dropdown">Menu</button><ul class="dropdown-menu"><li><button id="within">OK</button></li></ul></div>`,
      ),
      open: `bootstrap.Dropdown.getOrCreateInstance('#it').show()`,
    },
  })) {
    test(`the invitation comes beside ${title} [H16]`, async (host) => {
      const {head, body} = await dialog.page(host);
      host.offerNothing();
      await host.open({head: head + host.script(), body});
      await host.settles('unavailable');
      await host.isTrue('the library has come', `document.readyState === 'complete'`);
      await host.run(`void ${dialog.open}`);
      await host.page.locator('#within').waitFor();
      host.offer();
      await host.run(`WebEngagement('refresh')`);
      await host.showsCard();
    });
  }
});
