import {expect, fixture, html} from '@open-wc/testing';
import {setInTopLayer} from '../../../src/element/page/top-layer.js';
import {createStage, exposed, inConversation, offer} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, record, settle} from '../../support/element/mount.js';
import {waitUntil} from '../../support/wait-until.js';

/** A page's own modal dialog, in a shadow tree that nobody can look into. */
function openHiddenDialog(): HTMLDialogElement {
  const host = document.body.appendChild(document.createElement('div'));
  const dialog = host.attachShadow({mode: 'closed'}).appendChild(document.createElement('dialog'));
  Object.assign(dialog.style, {inlineSize: '300px', blockSize: '200px'});
  dialog.addEventListener('close', () => host.remove());
  dialog.showModal();
  return dialog;
}

async function openDialog(): Promise<HTMLDialogElement> {
  const dialog = await fixture<HTMLDialogElement>(html`<dialog><button>OK</button></dialog>`);
  dialog.showModal();
  return dialog;
}

describe('While the page is covered', () => {
  for (const [title, open] of [
    ['by a modal dialog', openDialog],
    ['by a modal dialog in a closed shadow tree', openHiddenDialog],
  ] as const) {
    for (const fact of [exposed, inConversation]) {
      it(`${title}, ${fact.type} waits`, async () => {
        const dialog = await open();
        const stage = createStage(fact);
        const heard = record(document.body, 'engagement-shown');
        const element = await mountIn(fact.type as 'expose', stage);
        await settle(element);
        expect([isRendered(element, 'card'), isRendered(element, 'launcher')]).to.deep.equal([false, false]);
        expect([element.matches(':state(open)'), heard, stage.acts]).to.deep.equal([false, [], []]);
        dialog.close();
        document.dispatchEvent(new Event('pointerup'));
        await waitUntil(() => isRendered(element, 'card'), 'the card is there when the dialog has gone');
        expect(element.matches(':state(open)')).to.be.true;
        await waitUntil(() => heard.length === 1);
      });
    }

    it(`${title}, an invitation can be withdrawn unseen`, async () => {
      const dialog = await open();
      const stage = createStage(exposed);
      const element = await mountIn('expose', stage);
      stage.say({type: 'withdraw', offerId: offer.id});
      dialog.close();
      document.dispatchEvent(new Event('pointerup'));
      await settle(element);
      expect(element.shadowRoot!.querySelectorAll('button, section').length).to.equal(0);
    });
  }

  it('an element within the dialog does not wait', async () => {
    const dialog = await openDialog();
    const element = document.createElement('web-engagement');
    element.session = createStage(exposed).session;
    dialog.append(element);
    await waitUntil(() => isRendered(element, 'card'));
    dialog.close();
  });

  it('an invitation can be folded by the page, and is folded when it comes', async () => {
    const dialog = await openDialog();
    const element = await mountIn('expose', createStage(exposed));
    element.hide();
    dialog.close();
    document.dispatchEvent(new Event('pointerup'));
    await waitUntil(() => isRendered(element, 'launcher'));
    expect(isRendered(element, 'card')).to.be.false;
  });

  it('a card that was there before stays', async () => {
    const element = await mountIn('expose', createStage(exposed));
    const dialog = await openDialog();
    element.requestUpdate();
    await settle(element);
    expect(isRendered(element, 'card')).to.be.true;
    dialog.close();
  });
});

it('Without popovers in the browser, the surfaces lie above the page by their z-index', async () => {
  const element = await mountIn('expose', createStage(exposed));
  const card = part(element, 'card')!;
  setInTopLayer(card, false);
  card.removeAttribute('popover');
  await settle(element);
  expect(isRendered(element, 'card')).to.be.false;
  setInTopLayer(card, true);
  expect(isRendered(element, 'card')).to.be.true;
  expect([getComputedStyle(card).position, Number(getComputedStyle(card).zIndex)]).to.deep.equal(['fixed', 2147483000]);
});
