import type {FramePage} from './frame-page.js';

/** A modal dialog of a page's own making, no `<dialog>`. */
export interface PageModal {
  readonly name: string;
  /** Opens it on a page that has `shop` as its body. */
  readonly open: (page: Pick<FramePage, 'document'>) => void;
  readonly close: (page: Pick<FramePage, 'document'>) => void;
}

/** The page that the dialogs open on. */
export const shop =
  '<div id="root"><main><h1>Brand</h1><p style="height: 1200px">Knitwear <button>Order</button></p></main></div>';

const overlay = 'position: fixed; inset: 0; background: rgb(0 0 0 / 0.4)';
const box = 'position: fixed; inset: 20% 20% auto; background: #fff; padding: 24px';

function add({document}: Pick<FramePage, 'document'>, markup: string): void {
  const template = document.createElement('template');
  template.innerHTML = markup;
  for (const child of template.content.children) child.classList.add('modal');
  document.body.append(template.content);
}

function remove({document}: Pick<FramePage, 'document'>): void {
  for (const child of document.querySelectorAll('body > .modal')) child.remove();
}

/** What is beside the dialog, without the dialog itself. */
const besides = ({document}: Pick<FramePage, 'document'>): Element[] => [
  ...document.querySelectorAll('body > :not(.modal, script, style)'),
];

const dialog = `<div role="dialog" style="${box}"><button>OK</button></div>`;

export const pageModals: readonly PageModal[] = [
  {
    name: 'a dialog as Radix makes it',
    open: (page) => {
      add(
        page,
        `<div style="${overlay}; pointer-events: auto"></div><div role="dialog" style="${box}; pointer-events: auto"><button>OK</button></div>`,
      );
      for (const element of besides(page)) element.ariaHidden = 'true';
      page.document.body.style.pointerEvents = 'none';
    },
    close: (page) => {
      remove(page);
      for (const element of besides(page)) element.removeAttribute('aria-hidden');
      page.document.body.style.removeProperty('pointer-events');
    },
  },
  {
    name: 'a dialog that hides its siblings from screen readers',
    open: (page) => {
      add(page, dialog);
      page.document.querySelector('#root')!.ariaHidden = 'true';
    },
    close: (page) => {
      remove(page);
      page.document.querySelector('#root')!.removeAttribute('aria-hidden');
    },
  },
  {
    name: 'a dialog that makes its siblings inert',
    open: (page) => {
      add(page, dialog);
      for (const element of besides(page)) element.toggleAttribute('inert', true);
    },
    close: (page) => {
      remove(page);
      for (const element of besides(page)) element.toggleAttribute('inert', false);
    },
  },
  {
    name: 'a modal dialog with an overlay over the window',
    open: (page) => add(page, `<div style="${overlay}"></div>${dialog.replace('role', 'aria-modal="true" role')}`),
    close: remove,
  },
  {
    name: 'a modal as Bootstrap makes it',
    open: (page) =>
      add(
        page,
        `<div style="${overlay}; opacity: 0.5"></div><div role="dialog" aria-modal="true" tabindex="-1" style="position: fixed; inset: 0; overflow: auto">
          <div style="margin: 24px auto; width: 300px; background: #fff"><button>OK</button></div></div>`,
      ),
    close: remove,
  },
  {
    name: 'a popover over the window',
    open: (page) => {
      add(
        page,
        `<div popover="manual" style="inset: 0; width: auto; height: auto; margin: 0"><button>OK</button></div>`,
      );
      page.document.querySelector<HTMLElement>('.modal')!.showPopover();
    },
    close: remove,
  },
  {
    name: 'a modal dialog in a shadow tree',
    open: (page) => {
      add(page, '<div></div>');
      const root = page.document.querySelector('.modal')!.attachShadow({mode: 'open'});
      root.innerHTML = `<div style="${overlay}"></div>${dialog.replace('role', 'aria-modal="true" role')}`;
    },
    close: remove,
  },
];

/** What pages have all the time, and what is no modal dialog. */
export const harmless: readonly (readonly [name: string, markup: string])[] = [
  [
    'a menu that waits beside the window',
    '<nav aria-hidden="true" style="position: fixed; inset: 0 auto 0 -300px; width: 300px"><a href="#a">A</a></nav>',
  ],
  ['a menu that is folded', '<nav inert style="height: 0; overflow: hidden"><a href="#a">A</a></nav>'],
  ['an ornament', '<div aria-hidden="true" style="height: 200px">★</div>'],
  [
    'a dialog that is closed',
    '<div role="dialog" aria-modal="true" style="display: none; position: fixed; inset: 0">Hello</div>',
  ],
  [
    'a cookie banner that calls itself modal',
    '<div role="dialog" aria-modal="true" style="position: fixed; inset: auto 0 0 auto; padding: 24px">Cookies</div>',
  ],
  ['a ground behind the page', '<div style="position: fixed; inset: 0; z-index: -1; background: #eee"></div>'],
  ['a small popover', '<div popover="manual" style="inset: 10px auto auto 10px">Saved</div>'],
];
