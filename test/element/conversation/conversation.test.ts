import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import {createStage, exposed, inConversation, type Stage} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, record, settle} from '../../support/element/mount.js';
import {frames} from '../../support/frames.js';
import {waitUntil} from '../../support/wait-until.js';

const conversationUrl = new URL('/test/support/pages/poster.html', location.href).href;

/** Mounts an element whose panel is open. */
async function openPanel(stage: Stage, state: 'expose' | 'conversation' = 'expose'): Promise<WebEngagementElement> {
  const element = await mountIn(state, stage, {openIn: 'panel', conversationUrl});
  part(element, state === 'expose' ? 'accept' : 'resume')!.click();
  await waitUntil(() => isRendered(element, 'panel'));
  await settle(element);
  return element;
}

const frameOf = (element: Element): HTMLIFrameElement | null => element.shadowRoot!.querySelector('iframe');

describe('A conversation in the panel', () => {
  for (const [state, fact, follows] of [
    ['expose', exposed, 'accepted'],
    ['conversation', inConversation, 'conversation'],
  ] as const) {
    it(`opens from ${state} in place of the card, and has the focus`, async () => {
      const element = await openPanel(createStage(fact), state);
      expect(element.state).to.equal(follows);
      expect([isRendered(element, 'card'), isRendered(element, 'launcher')]).to.deep.equal([false, true]);
      expect(frameOf(element)!.src).to.equal(conversationUrl);
      expect(element.matches(':state(open)')).to.be.true;
      await waitUntil(() => element.shadowRoot!.activeElement === frameOf(element));
    });

    it(`folds into the launcher and comes back as it was, from ${state}`, async () => {
      const element = await openPanel(createStage(fact), state);
      const frame = frameOf(element);
      for (const [name, isOpen] of [
        ['minimize', false],
        ['launcher', true],
        ['launcher', false],
        ['launcher', true],
      ] as const) {
        part(element, name)!.click();
        await settle(element);
        expect([isRendered(element, 'panel'), isRendered(element, 'card')]).to.deep.equal([isOpen, false]);
        expect(part(element, 'launcher')!.getAttribute('aria-controls')).to.equal('panel');
        expect(part(element, 'launcher')!.getAttribute('aria-expanded')).to.equal(String(isOpen));
      }
      expect(frameOf(element) === frame).to.be.true;
    });
  }

  it('stays open when the platform tells of the conversation', async () => {
    const stage = createStage(exposed);
    const element = await openPanel(stage);
    const frame = frameOf(element);
    stage.say(inConversation);
    await settle(element);
    expect([isRendered(element, 'panel'), isRendered(element, 'card')]).to.deep.equal([true, false]);
    expect(frameOf(element) === frame).to.be.true;
  });

  it('goes when the visitor is logged out', async () => {
    const element = await openPanel(createStage(exposed));
    await element.reset();
    await settle(element);
    expect(element.shadowRoot!.querySelectorAll('button, section, iframe').length).to.equal(0);
  });

  it('goes with the element', async () => {
    const element = await openPanel(createStage(exposed));
    const sheets = element.shadowRoot!.adoptedStyleSheets.length;
    element.remove();
    await waitUntil(() => frameOf(element) === null);
    expect(element.shadowRoot!.adoptedStyleSheets.length).to.equal(sheets - 1);
  });

  it('is not opened at an unsafe address, which is told', async () => {
    const element = await mountIn('expose', createStage(exposed), {
      openIn: 'panel',
      conversationUrl: 'javascript:alert(1)',
    });
    const heard = record(element, 'engagement-error');
    element.accept();
    await waitUntil(() => heard.length > 0);
    expect([heard.length, frameOf(element)]).to.deep.equal([1, null]);
  });

  it('is the page’s own affair when it cancels the acceptance', async () => {
    const element = await mountIn('expose', createStage(exposed), {openIn: 'panel', conversationUrl});
    element.addEventListener('engagement-accept', (event) => event.preventDefault());
    element.accept();
    await settle(element);
    await frames(3);
    expect(part(element, 'panel')).to.equal(null);
  });
});
