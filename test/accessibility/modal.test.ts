import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../src/element/web-engagement.js';
import {createStage, exposed} from '../support/element/element-session.js';
import {openFramePage, type FramePage} from '../support/pages/frame-page.js';
import {isRendered, part} from '../support/element/mount.js';
import {stand} from '../support/element/surfaces.js';
import {frames} from '../support/frames.js';
import {waitUntil} from '../support/wait-until.js';

/** Where a page has its modal dialog. */
const places: readonly (readonly [name: string, place: (dialog: HTMLDialogElement) => void])[] = [
  ['in the page', (dialog) => dialog.ownerDocument.body.append(dialog)],
  [
    'in an open shadow tree',
    (dialog) => dialog.ownerDocument.querySelector('#host')!.attachShadow({mode: 'open'}).append(dialog),
  ],
  [
    'in a closed shadow tree',
    (dialog) => dialog.ownerDocument.querySelector('#host')!.attachShadow({mode: 'closed'}).append(dialog),
  ],
];

describe('shows no card that cannot be used [A17]', () => {
  let page: FramePage;
  let dialog: HTMLDialogElement;
  let element: WebEngagementElement;

  beforeEach(async () => {
    page = await openFramePage({width: 800, height: 600, body: '<main><h1>Brand</h1><div id="host"></div></main>'});
    dialog = page.document.createElement('dialog');
    dialog.innerHTML = '<p>Choose your cookies.</p><button>All</button>';
    element = page.document.createElement('web-engagement');
    element.session = createStage(exposed).session;
  });
  afterEach(() => page.close());

  const cardIsOnTop = (): boolean => {
    const {left, right, top, bottom} = part(element, 'card')!.getBoundingClientRect();
    return page.document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === element;
  };

  for (const [name, place] of places) {
    it(`and waits for the end of a modal dialog ${name}`, async () => {
      place(dialog);
      dialog.showModal();
      page.document.body.append(element);
      await waitUntil(() => element.state === 'expose');
      await frames(3, page.window);
      expect(isRendered(element, 'card'), 'no card while the dialog is open').to.equal(false);
      expect(element.matches(':state(open)')).to.equal(false);
      dialog.close();
      page.document.body.dispatchEvent(new page.window.Event('pointerup', {bubbles: true}));
      await waitUntil(() => isRendered(element, 'card'), 'the card comes');
      await stand(element);
      expect(cardIsOnTop()).to.equal(true);
    });
  }

  it('and stays below a modal dialog that opens later, and is there after it', async () => {
    page.document.body.append(dialog, element);
    await waitUntil(() => isRendered(element, 'card'), 'the card comes');
    await stand(element);
    dialog.showModal();
    expect(cardIsOnTop()).to.equal(false);
    dialog.close();
    expect([isRendered(element, 'card'), cardIsOnTop()]).to.deep.equal([true, true]);
  });
});
