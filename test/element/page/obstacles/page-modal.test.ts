import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../../src/element/web-engagement.js';
import {createStage, exposed} from '../../../support/element/element-session.js';
import {isRendered, record} from '../../../support/element/mount.js';
import {frames} from '../../../support/frames.js';
import {openFramePage, type FramePage} from '../../../support/pages/frame-page.js';
import {harmless, pageModals, shop} from '../../../support/pages/page-modals.js';
import {waitUntil} from '../../../support/wait-until.js';

let page: FramePage;

function add(parent: Element = page.document.body): WebEngagementElement {
  const element = page.document.createElement('web-engagement');
  element.session = createStage(exposed).session;
  parent.append(element);
  return element;
}

const isShown = (element: WebEngagementElement): boolean[] => [
  isRendered(element, 'card'),
  isRendered(element, 'launcher'),
];

describe('A dialog of the page’s own making [H16]', () => {
  beforeEach(async () => {
    page = await openFramePage({width: 800, height: 600, body: shop});
  });
  afterEach(() => page.close());

  for (const modal of pageModals) {
    it(`lets the invitation wait while it is ${modal.name}`, async () => {
      modal.open(page);
      const element = add();
      await waitUntil(() => element.state === 'expose');
      await frames(3, page.window);
      expect([...isShown(element), element.matches(':state(open)')]).to.deep.equal([false, false, false]);
      modal.close(page);
      page.document.dispatchEvent(new Event('pointerup'));
      await waitUntil(() => isRendered(element, 'card'), 'the card is there when the dialog has gone');
    });

    it(`lets the card step back when it opens later, and come back, while it is ${modal.name}`, async () => {
      const element = add();
      const heard = record(element, 'engagement-show');
      await waitUntil(() => isRendered(element, 'card'), 'the card is there');
      modal.open(page);
      page.document.dispatchEvent(new Event('focusin'));
      await waitUntil(() => isShown(element).every((it) => !it), 'the card has stepped back');
      modal.close(page);
      page.document.dispatchEvent(new Event('focusin'));
      await waitUntil(() => isShown(element).every(Boolean), 'the card is back');
      expect(heard.length).to.be.below(2);
    });
  }

  it('lets nothing wait that is within it', async () => {
    const [, , , modal] = pageModals;
    modal!.open(page);
    const element = add(page.document.querySelector('[aria-modal]')!);
    await waitUntil(() => isRendered(element, 'card'), 'the card is there');
  });

  for (const attribute of ['inert', 'aria-hidden']) {
    it(`lets wait what is in something that is ${attribute}, until it is so no longer`, async () => {
      const root = page.document.querySelector('#root')!;
      root.setAttribute(attribute, 'true');
      const element = add(root.querySelector('p')!);
      await waitUntil(() => element.state === 'expose');
      await frames(3, page.window);
      expect(isShown(element)).to.deep.equal([false, false]);
      root.removeAttribute(attribute);
      await waitUntil(() => isRendered(element, 'card'), 'the card is there');
    });
  }

  for (const [name, markup] of harmless) {
    it(`is not seen in ${name}`, async () => {
      page.document.body.insertAdjacentHTML('beforeend', markup);
      page.document.querySelector<HTMLElement>('[popover]')?.showPopover();
      const element = add();
      await waitUntil(() => isRendered(element, 'card'), 'the card is there');
      page.document.dispatchEvent(new Event('focusin'));
      await frames(3, page.window);
      expect(isShown(element)).to.deep.equal([true, true]);
    });
  }

  it('is not seen in a page that lies in the window by itself', async () => {
    Object.assign(page.document.querySelector<HTMLElement>('#root')!.style, {
      position: 'fixed',
      inset: '0',
      overflow: 'auto',
    });
    const element = add();
    await waitUntil(() => isRendered(element, 'card'), 'the card is there');
  });
});
